# By what a step shrinks a parabola's distance, by beta, for h = 0.01.
width = 640
height = 300
load theme

set xrange [0:1]
set yrange [0.89:1.004]
set xtics ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.81" 0.81, "1" 1)
set ytics ("0.90" 0.9, "0.95" 0.95, "1" 1)
set xlabel "{/:Italic β}"
set ylabel "factor of one step"
set arrow 1 from 0.81, 0.89 to 0.81, 0.9 nohead linecolor rgb highlight
set label 1 "creeps" textcolor rgb weight at 0.42, 0.972 left
set label 2 "swings, √{/:Italic β}" textcolor rgb positive at narrow ? 0.72 : 0.885, 0.925
if (narrow) { set label 2 right }
plot run."beta.dat" using 1:($1 <= 0.81 ? $2 : 1/0) with lines linecolor rgb weight linewidth 2.2, \
  run."beta.dat" using 1:($1 >= 0.81 ? $2 : 1/0) with lines linecolor rgb positive linewidth 2.2
