# Every function of two, three and four bits has a place in a square. The
# places of those that one neuron can compute are filled.
width = 640
height = 235
narrow_height = 800
load theme

stats run."separable.dat" using ($1 < 4 ? $1 : 1/0) nooutput
first_of_4 = STATS_records
thousands(n) = n < 1000 ? sprintf("%d", n) : \
  sprintf("%d,%03d", n / 1000, n - n / 1000 * 1000)

unset border
unset tics
set size ratio -1
set style fill solid 1 noborder
set object 1 rectangle from 0, 0 to 1, 1 fillstyle empty border linecolor rgb muted
counts = ""
do for [inputs=2:4] {
  stats run."census.dat" using 2 every ::(inputs - 1)::(inputs - 1) nooutput
  all = thousands(int(STATS_max))
  stats run."census.dat" using 3 every ::(inputs - 1)::(inputs - 1) nooutput
  counts = counts.sprintf("'%d bits: %s of %s' ", inputs, \
    thousands(int(STATS_max)), all)
}
set xrange [0:1]
set yrange [0:1]
eval panels(1, 3, 0.02, 0.98, 0.03, 0.87, 0.05, 0)
do for [inputs=2:4] {
  cell = 1.0 / 2**(2**(inputs - 1))
  set label 1 word(counts, inputs - 1) textcolor rgb ink at 0.5, 1.09 center
  if (inputs < 4) {
    plot run."separable.dat" \
      using ($1 == inputs ? $2 * cell : 1/0):($4 * cell): \
        ($2 * cell):(($3 + 1) * cell):($4 * cell):(($4 + 1) * cell) \
      with boxxyerror linecolor rgb weight
  } else {
    plot run."separable.dat" \
      using (($2 + 0.3) * cell):(($4 + 0.5) * cell):(($3 - $2 + 0.4) * cell):(0) \
      every ::first_of_4 with vectors nohead linecolor rgb weight \
        linewidth (narrow ? 250 : 185) * cell
  }
}
unset multiplot
