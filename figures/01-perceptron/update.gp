# One correction in the plane: the weights, the example that was wrong, and
# their sum, each with the neuron's line.
width = 460
height = 360
narrow_height = 290
load theme

do for [row=0:1] {
  do for [column in "1 2 3 4"] {
    stats run."update.dat" using int(column) every ::row::row nooutput
    eval sprintf("v%d_%s = STATS_max", row, column)
  }
}

set size ratio -1
set xrange [-1.5:2.1]
set yrange [-1.1:1.5]
unset tics
set border 0
set arrow from -1.5, 0 to 2.1, 0 nohead linecolor rgb muted linewidth 0.7
set arrow from 0, -1.1 to 0, 1.5 nohead linecolor rgb muted linewidth 0.7
set arrow from 0, 0 to v0_3, v0_4 filled size 0.12, 18 linecolor rgb muted linewidth 2.5 front
set arrow from 0, 0 to v1_3, v1_4 filled size 0.12, 18 linecolor rgb weight linewidth 2.5 front
set arrow from v0_3, v0_4 to v1_3, v1_4 filled size 0.12, 18 linecolor rgb positive \
  linewidth 1.5 front
set label 1 "{/:Bold w}" textcolor rgb muted at v0_3, v0_4 offset 0.6, -0.5
set label 2 "{/:Bold w} + {/:Bold x}" textcolor rgb weight at v1_3, v1_4 \
  offset 0.6, 0.3
set label 3 "{/:Bold x}" textcolor rgb positive at v0_1, v0_2 offset 1.1, 0.6
set label 4 "+ {/:Bold x}" textcolor rgb positive \
  at (v0_3 + v1_3) / 2, (v0_4 + v1_4) / 2 offset 0.8, 0
set label 5 "fires" textcolor rgb positive at 1.35, 1.25

before(x) = -v0_3 * x / v0_4
after(x) = -v1_3 * x / v1_4
set samples 2
side(y) = -v1_4 * y / v1_3 # where the new line is at this height
set object 1 polygon from side(1.5), 1.5 to 2.1, 1.5 to 2.1, -1.1 \
  to side(-1.1), -1.1 to side(1.5), 1.5 behind \
  fillcolor rgb positive fillstyle transparent solid 0.10 noborder
plot [-1.5:2.1] \
  before(x) with lines linecolor rgb muted linewidth 1.5 dashtype dashed, \
  after(x) with lines linecolor rgb ink linewidth 2, \
  run."update.dat" using 1:2 every ::0::0 with points pointtype 7 \
    pointsize 1.6 linecolor rgb positive
