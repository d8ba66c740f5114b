# The losses and the percentage of right answers over the epochs.
width = 640
height = 340
narrow_height = 640
load theme

set logscale x
set xrange [0.9:120]
set xtics ("1" 1, "10" 10, "100" 100)
set xlabel "epochs"
eval panels(1, 2, 0.125, 0.98, 0.2, 0.97, 0.16, 0)
set yrange [0:0.75]
set ytics 0.2
set ylabel "loss"
set label 1 "validation" textcolor rgb negative at 100, 0.42 right
set label 2 "training" textcolor rgb positive at 10, 0.08 right
plot run."digits-epochs.dat" using 1:3:4 with filledcurves fillcolor rgb negative fillstyle transparent solid 0.2 noborder, \
  run."digits-epochs.dat" using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb negative, \
  run."digits-epochs.dat" using 1:6 with linespoints pointtype 6 pointsize 0.5 linewidth 1.8 linecolor rgb positive
unset label
set yrange [85:95]
set ytics 2
set format y "%g %%"
set ylabel "read correctly"
plot run."digits-epochs.dat" using 1:(100 * $5) with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb weight
unset multiplot
