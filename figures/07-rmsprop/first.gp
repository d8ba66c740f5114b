# The length of the steps under a gradient that never changes.
width = 640
height = 380
load theme

set logscale xy
set xrange [1:3000]
set yrange [0.015:12]
set xtics ("1" 1, "10" 10, "100" 100, "1000" 1000)
set ytics ("0.1" 0.1, "1" 1, "10" 10)
set xlabel "steps"
set ylabel "length of a step, in units of {/:Italic η}"
set label 1 "RMSprop" textcolor rgb positive at 5, 2.0 left
set label 2 "Adam" textcolor rgb weight at 150, 0.78 left
set label 3 "Adam without its correction" textcolor rgb highlight at 20, 8.3 left
set label 4 "AdaGrad" textcolor rgb negative at 60, 0.1 right
plot run."first.dat" using 1:5 with lines linecolor rgb highlight linewidth 1.8 dashtype dotted, \
  run."first.dat" using 1:4 with lines linecolor rgb weight linewidth 2, \
  run."first.dat" using 1:3 with lines linecolor rgb negative linewidth 2 dashtype dashed, \
  run."first.dat" using 1:2 with lines linecolor rgb positive linewidth 2.2
