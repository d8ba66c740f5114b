# Two losses of a sigmoid neuron by z, and their slopes; the target is 0.
width = 640
height = 350
narrow_height = 520
load theme

eval panels(1, 2, 0.10, 0.98, 0.20, 0.96, 0.14, 0)
set xrange [-6:6]
set xtics -6, 3, 6
set xlabel "{/:Italic z}"
set yrange [0:6.2]
set ylabel "loss"
set label 1 "cross-entropy" textcolor rgb positive at 3.4, 4.6 right
set label 2 "quadratic" textcolor rgb negative at 5.8, 0.85 right
plot run."slopes.dat" using 1:2 with lines linecolor rgb negative linewidth 2, \
  run."slopes.dat" using 1:3 with lines linecolor rgb positive linewidth 2.5
unset label
set yrange [0:1.08]
set ytics 0, 0.5
set ylabel "slope d{/:Italic C}/d{/:Italic z}" offset 1, 0
set label 1 "cross-entropy" textcolor rgb positive at 1.2, 0.93 right
set label 2 "quadratic" textcolor rgb negative at 5.8, 0.12 right
plot run."slopes.dat" using 1:4 with lines linecolor rgb negative linewidth 2, \
  run."slopes.dat" using 1:5 with lines linecolor rgb positive linewidth 2.5
unset multiplot
