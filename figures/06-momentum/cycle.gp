# A heavy ball and gradient descent on a bent slope.
width = 640
height = 340
load theme

set xrange [0:30]
set yrange [-3.6:3.6]
set xtics 5
set ytics 1
set xlabel "steps"
set ylabel "{/:Italic w}"
set arrow 1 from 0, 0 to 30, 0 nohead dashtype dotted linecolor rgb muted
set label 1 "heavy ball" textcolor rgb positive at 12, 2.7 left
set label 2 "gradient descent" textcolor rgb negative at 29.9, -2.5 right
plot run."cycle.dat" using 1:3 with linespoints pointtype 6 pointsize 0.6 linecolor rgb negative linewidth 1.6 dashtype dashed, \
  run."cycle.dat" using 1:2 with linespoints pointtype 7 pointsize 0.6 linecolor rgb positive linewidth 1.6
