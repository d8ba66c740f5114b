# Bias, variance and their sum by the degree, and the errors one can see.
width = 640
height = 370
narrow_height = 560
load theme

eval panels(1, 2, 0.13, 0.98, 0.19, 0.93, 0.12, 0)
set xrange [-0.3:12.3]
set xtics 3
set xlabel "degree"
set logscale y
set yrange [3e-5:1]
set format y "10^{%T}"
set ylabel "mean square" offset 1, 0
set label 1 "bias^2" textcolor rgb negative at 5.4, 2e-4 left
set label 2 "variance" textcolor rgb weight at 5.8, 0.0145 left
set label 3 "sum" textcolor rgb ink at 3.3, 0.09 left
plot run."degrees.dat" using 1:4 with linespoints pointtype 7 pointsize 0.6 linecolor rgb ink linewidth 2, \
  run."degrees.dat" using 1:2 with linespoints pointtype 6 pointsize 0.8 linecolor rgb negative linewidth 1.6 dashtype dashed, \
  run."degrees.dat" using 1:3 with linespoints pointtype 8 pointsize 0.8 linecolor rgb weight linewidth 1.6
unset label
unset logscale
unset ylabel
set format y "%g"
set yrange [0:0.32]
set ytics 0.1
set arrow 1 from -0.3, 0.09 to 12.3, 0.09 nohead dashtype dotted linecolor rgb muted
set label 1 "new examples" textcolor rgb positive at 5.2, 0.155 left
set label 2 "training" textcolor rgb highlight at 6.6, 0.033 left
set label 3 "noise" textcolor rgb muted at 0, 0.075 left
plot run."degrees.dat" using 1:6 with linespoints pointtype 7 pointsize 0.6 linecolor rgb positive linewidth 2, \
  run."degrees.dat" using 1:5 with linespoints pointtype 4 pointsize 0.7 linecolor rgb highlight linewidth 1.6 dashtype dashed
unset multiplot
