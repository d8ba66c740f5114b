# The mean of w^2 over many walks, as the learning rate falls.
width = 640
height = 390
load theme

set logscale xy
set xrange [1:1000]
set yrange [5e-4:20]
set xtics ("1" 1, "10" 10, "100" 100, "1000" 1000)
set ytics ("0.001" 0.001, "0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10)
set xlabel "steps {/:Italic k}"
set ylabel "mean of {/:Italic w}^2"
set label 1 "1/(2 {/:Italic k}^2): stops on the way" textcolor rgb muted at narrow ? 900 : 60, narrow ? 6 : 2.0
set label 2 "0.1: a noise ball" textcolor rgb negative at narrow ? 900 : 180, narrow ? 0.14 : 0.085
set label 3 "1/√{/:Italic k}" textcolor rgb weight at narrow ? 120 : 42, narrow ? 0.017 : 0.16 left
set label 4 "1/{/:Italic k}" textcolor rgb positive at 42, 0.012 left
if (narrow) { set label 4 at 20, 0.02 right }

if (narrow) { set label 1 right; set label 2 right }

plot run."schedules.dat" index 3 using 1:2 with lines linecolor rgb muted linewidth 2 dashtype dotted, \
  run."schedules.dat" index 0 using 1:2 with lines linecolor rgb negative linewidth 2 dashtype dashed, \
  run."schedules.dat" index 1 using 1:2 with lines linecolor rgb weight linewidth 2, \
  run."schedules.dat" index 2 using 1:2 with lines linecolor rgb positive linewidth 2.5
