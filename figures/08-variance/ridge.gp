# Bias, variance and their sum by the penalty.
width = 640
height = 350
load theme

set xrange [-4:3]
set yrange [0:0.09]
set xtics 1
set ytics 0.03
set xlabel "ln {/:Italic λ}"
set ylabel "mean square"
set label 1 "bias^2" textcolor rgb negative at 2.25, 0.030 left
set label 2 "variance" textcolor rgb weight at -3.2, 0.0165 left
set label 3 "sum" textcolor rgb ink at 1.35, 0.055 right
plot run."ridge.dat" using 1:4 with lines linecolor rgb ink linewidth 2.2, \
  run."ridge.dat" using 1:2 with lines linecolor rgb negative linewidth 1.8 dashtype dashed, \
  run."ridge.dat" using 1:3 with lines linecolor rgb weight linewidth 1.8
