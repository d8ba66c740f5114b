# The size of delta, layer by layer, in three deep networks.
width = 640
height = 380
load theme

set logscale y
set xrange [0.6:10.4]
set yrange [4e-7:9]
set xtics 1
set format y "10^{%T}"
set ytics 10
set xlabel "hidden layer, counted from the input"
set ylabel "δ, the last hidden layer’s = 1"
set label 1 "relu" textcolor rgb positive at 2.5, 3.6 center
set label 2 "tanh" textcolor rgb weight at 2.5, 0.1 center
set label 3 "sigmoid" textcolor rgb negative at 5.1, 1e-4 left

set style fill transparent solid 0.15 noborder
plot run."depth.dat" index 0 using 1:2:4 with filledcurves fillcolor rgb negative, \
  run."depth.dat" index 1 using 1:2:4 with filledcurves fillcolor rgb weight, \
  run."depth.dat" index 2 using 1:2:4 with filledcurves fillcolor rgb positive, \
  run."depth.dat" index 0 using 1:3 with linespoints pointtype 7 \
    linecolor rgb negative linewidth 2, \
  run."depth.dat" index 1 using 1:3 with linespoints pointtype 9 \
    linecolor rgb weight linewidth 2 dashtype dashed, \
  run."depth.dat" index 2 using 1:3 with linespoints pointtype 5 \
    linecolor rgb positive linewidth 2
