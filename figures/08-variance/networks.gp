# Bias and variance of networks, by their size and by how long they train.
width = 640
height = 350
narrow_height = 560
load theme

eval panels(1, 2, 0.125, 0.98, 0.20, 0.95, 0.06, 0)
set logscale x
set yrange [0:0.12]
set ytics 0.03
set xrange [0.9:45]
set xtics ("1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "40" 40)
set xlabel "hidden neurons, 3000 epochs"
set ylabel "mean square" offset 1, 0
set label 1 "bias^2" textcolor rgb negative at 5, 0.011 left
set label 2 "variance" textcolor rgb weight at 2.2, 0.022 left
set label 3 "sum" textcolor rgb ink at 1.5, 0.06 left
plot run."sizes.dat" using 1:4 with linespoints pointtype 7 pointsize 0.6 linecolor rgb ink linewidth 2, \
  run."sizes.dat" using 1:2 with linespoints pointtype 6 pointsize 0.8 linecolor rgb negative linewidth 1.6 dashtype dashed, \
  run."sizes.dat" using 1:3 with linespoints pointtype 8 pointsize 0.8 linecolor rgb weight linewidth 1.6
unset label
if (!narrow) { unset ylabel; set ytics ("" 0, "" 0.03, "" 0.06, "" 0.09, "" 0.12) }
set xrange [20:11000]
set xtics ("30" 30, "100" 100, "1000" 1000, "10⁴" 10000)
set xlabel "epochs, 20 hidden neurons"
set label 1 "bias^2" textcolor rgb negative at 24, 0.09 left
set label 2 "variance" textcolor rgb weight at 2300, 0.026 left
plot run."epochs.dat" using 1:4 with linespoints pointtype 7 pointsize 0.6 linecolor rgb ink linewidth 2, \
  run."epochs.dat" using 1:2 with linespoints pointtype 6 pointsize 0.8 linecolor rgb negative linewidth 1.6 dashtype dashed, \
  run."epochs.dat" using 1:3 with linespoints pointtype 8 pointsize 0.8 linecolor rgb weight linewidth 1.6
unset multiplot
