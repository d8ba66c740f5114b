# GD, SGD and SGD with a falling rate, for a hundred epochs.
width = 640
height = 390
load theme

set logscale xy
set xrange [4e-5:110]
set yrange [1e-14:3]
if (narrow) { set format x "10^{%T}"; set xtics 100 } else { set xtics ("0.0001" 0.0001, "0.001" 0.001, "0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10, "100" 100) }
set format y "10^{%T}"
set ytics 100
set xlabel "epochs"
set ylabel "excess, as part of the start"
set label 1 "SGD, constant rate" textcolor rgb negative at 105, 1 right
set label 2 "SGD, falling rate" textcolor rgb weight at 0.006, 1e-6 left
set label 3 "GD" textcolor rgb positive at 34, 4e-5 left

plot run."long.dat" index 1 using ($1 > 0 ? $1 : 5e-5):2 with lines linecolor rgb negative linewidth 1.4 dashtype dashed, \
  run."long.dat" index 2 using ($1 > 0 ? $1 : 5e-5):2 with lines linecolor rgb weight linewidth 1.4, \
  run."long.dat" index 0 using ($1 > 0 ? $1 : 5e-5):2 with linespoints pointtype 7 pointsize 0.35 linecolor rgb positive linewidth 2
