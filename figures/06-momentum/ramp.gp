# A walker and a ball on the same ramp, one mark for each step.
width = 640
height = 400
load theme

unset border
unset tics
set xrange [-0.6:15.2]
set yrange [-0.6:6]
eval panels(2, 1, 0.01, 0.99, 0.02, 0.98, 0, 0.02)
set label 1 (narrow ? "gradient descent:\nevery step alike" : "gradient descent: every step alike") textcolor rgb negative at 5.2, 5.1 left
set arrow 1 from 10, -0.25 to 10, 0.1 nohead linecolor rgb muted
plot run."ramp.dat" using 1:2 with lines linecolor rgb ink linewidth 2, \
  run."balls.dat" index 0 using 2:($3 + 0.28) with points pointtype 7 pointsize 0.9 linecolor rgb negative
set label 1 (narrow ? "a ball, {/:Italic β} = 0.8: it\ngathers speed and rolls on" : "a ball, {/:Italic β} = 0.8: it gathers speed and rolls on") textcolor rgb positive at 5.2, 5.1 left
plot run."ramp.dat" using 1:2 with lines linecolor rgb ink linewidth 2, \
  run."balls.dat" index 1 using 2:($3 + 0.28) with points pointtype 7 pointsize 0.9 linecolor rgb positive
unset multiplot
