# One correction in the plane: the weights, the example that was wrong, and
# their sum, each with the neuron's line.
width = 460
height = 360
narrow_height = 290
load theme

# x, y, w_1 and w_2 before the correction, and after it.
array before[4]
array after[4]
do for [k = 1:4] {
  stats run."update.dat" using k every ::0::0 nooutput
  before[k] = STATS_max
  stats run."update.dat" using k every ::1::1 nooutput
  after[k] = STATS_max
}

set size ratio -1
set xrange [-1.5:2.1]
set yrange [-1.1:1.5]
unset tics
set border 0
set arrow from -1.5, 0 to 2.1, 0 nohead linecolor rgb muted linewidth 0.7
set arrow from 0, -1.1 to 0, 1.5 nohead linecolor rgb muted linewidth 0.7
set arrow from 0, 0 to before[3], before[4] filled size 0.12, 18 linecolor rgb muted linewidth 2.5 front
set arrow from 0, 0 to after[3], after[4] filled size 0.12, 18 linecolor rgb weight linewidth 2.5 front
set arrow from before[3], before[4] to after[3], after[4] filled size 0.12, 18 linecolor rgb positive \
  linewidth 1.5 front
set label 1 "{/:Bold w}" textcolor rgb muted at before[3], before[4] offset 0.6, -0.5
set label 2 "{/:Bold w} + {/:Bold x}" textcolor rgb weight at after[3], after[4] \
  offset 0.6, 0.3
set label 3 "{/:Bold x}" textcolor rgb positive at before[1], before[2] offset 1.1, 0.6
set label 4 "+ {/:Bold x}" textcolor rgb positive \
  at (before[3] + after[3]) / 2, (before[4] + after[4]) / 2 offset 0.8, 0
set label 5 "fires" textcolor rgb positive at 1.35, 1.25

line_before(x) = -before[3] * x / before[4]
line_after(x) = -after[3] * x / after[4]
set samples 2
side(y) = -after[4] * y / after[3] # where the new line is at this height
set object 1 polygon from side(1.5), 1.5 to 2.1, 1.5 to 2.1, -1.1 \
  to side(-1.1), -1.1 to side(1.5), 1.5 behind \
  fillcolor rgb positive fillstyle transparent solid 0.10 noborder
plot [-1.5:2.1] \
  line_before(x) with lines linecolor rgb muted linewidth 1.5 dashtype dashed, \
  line_after(x) with lines linecolor rgb ink linewidth 2, \
  run."update.dat" using 1:2 every ::0::0 with points pointtype 7 \
    pointsize 1.6 linecolor rgb positive
