# The four inputs, raised by what the hidden neuron says, and the plane
# x1 + x2 - 2 h = 1/2 that separates them then.
width = 560
height = 430
load theme

set xrange [0:1]
set yrange [0:1]
set zrange [0:1]
set xyplane at 0
set view 66, 24, 1.0, 0.95
set border 4095 linecolor rgb rule
set xtics 0, 1 offset 0, -0.6
set ytics 0, 1 offset 1.2, -0.2
set ztics 0, 1
set xlabel "{/:Italic x}_1" offset 0, -0.6
set ylabel "{/:Italic x}_2" offset 1.5, -0.4 rotate by 0
set zlabel "AND" textcolor rgb ink rotate by 90 offset 1.5, 0
set isosamples 9
set samples 9
set label 1 "(1, 1), raised" textcolor rgb negative at 1, 1, 1.14 center

plane(x, y) = (x + y - 0.5) / 2
height_of(x, y) = plane(x, y) >= 0 ? plane(x, y) : 1/0
splot height_of(x, y) with lines linecolor rgb muted linewidth 1, \
  run."skips.dat" using 1:2:(0):(0):(0):($3) with vectors nohead \
    linecolor rgb negative linewidth 1.5 dashtype dashed, \
  run."skips.dat" using 1:($4 > 0 ? $2 : 1/0):3 with points \
    pointtype 7 pointsize 1.7 linecolor rgb positive, \
  run."skips.dat" using 1:($4 > 0 ? 1/0 : $2):3 with points \
    pointtype 6 pointsize 1.7 linewidth 2 linecolor rgb negative
