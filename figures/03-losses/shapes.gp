# Three losses of an error, and their slopes.
width = 640
height = 350
narrow_height = 540
load theme

eval panels(1, 2, 0.10, 0.98, 0.20, 0.96, 0.13, 0)
set xrange [-3:3]
set xtics -3, 1, 3
set xlabel "error {/:Italic a} − {/:Italic t}"
set yrange [0:4.6]
set ylabel "loss"
set ytics 1
set label 1 "quadratic" textcolor rgb negative at 1.25, 4.2 left
set label 2 "absolute" textcolor rgb weight at -1.3, 2.0 left
set label 3 "Huber" textcolor rgb positive at 2.0, 1.0 left
plot run."shapes.dat" using 1:2 with lines linecolor rgb negative linewidth 2, \
  run."shapes.dat" using 1:3 with lines linecolor rgb weight linewidth 2 dashtype dashed, \
  run."shapes.dat" using 1:4 with lines linecolor rgb positive linewidth 2.5
unset label
set yrange [-3:3]
set ylabel "slope" offset 1, 0
set label 1 "quadratic" textcolor rgb negative at 0.4, 2.6 left
set label 2 "Huber" textcolor rgb positive at 1.4, 0.62 left
set label 3 "absolute" textcolor rgb weight at -0.15, 1.3 right
plot run."shapes.dat" using 1:5 with lines linecolor rgb negative linewidth 2, \
  run."shapes.dat" using 1:6 with lines linecolor rgb weight linewidth 2 dashtype dashed, \
  run."shapes.dat" using 1:7 with lines linecolor rgb positive linewidth 2.5
unset multiplot
