# The error on new examples by the number of features.
width = 640
height = 360
load theme

set logscale xy
set xrange [4.5:900]
set yrange [0.03:50]
set xtics ("5" 5, "10" 10, "20" 20, "40" 40, "80" 80, "200" 200, "800" 800)
set ytics ("0.1" 0.1, "1" 1, "10" 10)
set xlabel "features"
set ylabel "mean square error, new examples"
set arrow 1 from 40, 0.03 to 40, 50 nohead dashtype dotted linecolor rgb muted
set label 1 (narrow ? "as many features\nas examples" : "as many features as examples") textcolor rgb muted at 44, narrow ? 30 : 27 left
set label 2 "the U" textcolor rgb negative at 13, 0.32 center
set label 3 (narrow ? "and what comes\nafter it" : "and what comes after it") textcolor rgb positive at 130, narrow ? 0.66 : 0.5 left
set label 4 "with a penalty" textcolor rgb weight at 130, 0.055 left
plot run."double.dat" using 1:3 with linespoints pointtype 4 pointsize 0.6 linecolor rgb weight linewidth 1.6, \
  run."double.dat" using 1:($1 <= 40 ? $2 : 1/0) with linespoints pointtype 6 pointsize 0.8 linecolor rgb negative linewidth 2 dashtype dashed, \
  run."double.dat" using 1:($1 >= 40 ? $2 : 1/0) with linespoints pointtype 7 pointsize 0.6 linecolor rgb positive linewidth 2
