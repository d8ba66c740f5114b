# Ten handwritten digits, in three shades of ink.
width = 640
height = 78
narrow_height = 150
load theme

columns = narrow ? 5 : 10
rows = 10 / columns
cell = 29.0
unset border
unset tics
set lmargin at screen 0.005
set rmargin at screen 0.995
set tmargin at screen 0.99
set bmargin at screen 0.01
set xrange [-1:columns * cell]
set yrange [rows * cell:-1]
set size ratio -1
left_of(n) = cell * (int(n) % columns)
top_of(n) = cell * (int(n) / columns)
plot for [shade = 1 : 3] run."digits-images.dat" \
  using (left_of($1) + ($3 + $4) / 2):(top_of($1) + $2 + 0.5):($5 == shade ? ($4 - $3) / 2 : 1/0):(0.5) \
  with boxxyerror fillcolor rgb ink fillstyle transparent solid shade / 3.0 noborder
