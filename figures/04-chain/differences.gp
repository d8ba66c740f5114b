# How far difference quotients are from the gradient, by their step.
width = 640
height = 400
load theme

set logscale xy
set xrange [1e-13:1]
set yrange [1e-11:3]
set format "10^{%T}"
set xtics 100
set ytics 100
set xlabel "step {/:Italic h}"
set ylabel "relative error"
set label 1 "one-sided" textcolor rgb negative at 3e-6, 8e-5 center
set label 2 "centred" textcolor rgb positive at 1.2e-5, 5e-9 center
set label 3 "rounding" textcolor rgb muted at narrow ? 2e-12 : 1.2e-11, narrow ? 1e-7 : 3e-6 center
set label 4 "curvature" textcolor rgb muted at narrow ? 0.8 : 9, narrow ? 1e-9 : 3e-8 right

plot run."differences.dat" using 1:3 with lines linecolor rgb negative \
    linewidth 2 dashtype dashed, \
  run."differences.dat" using 1:2 with lines linecolor rgb positive \
    linewidth 2
