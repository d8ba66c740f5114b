# Twelve examples in batches of four: the data, and the orders of two epochs.
width = 640
height = 200
narrow_height = 200
load theme

unset border
unset tics
set lmargin at screen 0.01
set rmargin at screen 0.99
set tmargin at screen 0.99
set bmargin at screen 0.02
set xrange [narrow ? -3 : -2.6:12.6]
set yrange [2.75:-0.6]
set style fill solid 1 noborder
array colour[3] = [positive, negative, weight]
array row_name[3] = ["data", "epoch 1", "epoch 2"]
# Groups of four stand a little apart, but not in the data.
gap(row, place) = row == 0 ? 0.3 : 0.3 * int(place / 4)
across(row, place) = place + gap(row, place)
do for [row = 0 : 2] {
  set label 1 + row row_name[row + 1] textcolor rgb ink at (narrow ? -3 : -2.6), row left
}
do for [row = 1 : 2] for [step = 0 : 2] {
  set label 10 + 3 * row + step sprintf("step %d", 3 * (row - 1) + step + 1) \
    textcolor rgb colour[step + 1] at 4.3 * step + 1.5, row + 0.47 center
}
plot run."epochs.dat" using (across($1, $2)):($1 == 0 ? $1 : 1/0):(0.44):(0.27) with boxxyerror \
    fillcolor rgb rule, \
  for [b = 0 : 2] run."epochs.dat" using (across($1, $2)):($1 > 0 && int($2 / 4) == b ? $1 : 1/0):(0.44):(0.27) \
    with boxxyerror fillcolor rgb colour[b + 1], \
  run."epochs.dat" using (across($1, $2)):($1 == 0 ? $1 : 1/0):(sprintf("%d", $3)) with labels textcolor rgb ink, \
  run."epochs.dat" using (across($1, $2)):($1 > 0 ? $1 : 1/0):(sprintf("%d", $3)) with labels textcolor rgb paper
