# Validation loss by the learning rate: sizes of batch, and schedules.
width = 640
height = 400
narrow_height = 800
load theme

set logscale xy
set yrange [0.2:3]
set ytics ("0.2" 0.2, "0.3" 0.3, "0.5" 0.5, "1" 1, "2" 2)
set xlabel "learning rate {/:Italic η}"
set ylabel "validation loss" offset 0.5, 0

eval panels(1, 2, 0.105, 0.985, 0.17, 0.97, 0.045, 0)
set xrange [0.0008:12]
set xtics ("0.001" 0.001, "0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10)
set label 1 "1" textcolor rgb negative at 0.0011, 0.36 left
set label 2 "10" textcolor rgb positive at 0.0052, 0.5 left
set label 3 "100" textcolor rgb weight at 0.033, 0.56 left
set label 4 "1000" textcolor rgb highlight at 0.21, 0.73 left
set label 5 "{/:Italic B} = 5000" textcolor rgb ink at 0.11, 2.1 left
plot run."digits-rates.dat" index 2 using 1:3:4 with filledcurves fillcolor rgb positive fillstyle transparent solid 0.2 noborder, \
  run."digits-rates.dat" index 1 using 1:3:4 with filledcurves fillcolor rgb weight fillstyle transparent solid 0.2 noborder, \
  run."digits-rates.dat" index 3 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb negative, \
  run."digits-rates.dat" index 2 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb positive, \
  run."digits-rates.dat" index 1 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb weight, \
  run."digits-rates.dat" index 0 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb highlight, \
  run."digits-rates.dat" index 4 using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1.8 linecolor rgb ink

if (!narrow) { unset ylabel; set ytics ("" 0.2, "" 0.3, "" 0.5, "" 1, "" 2) }
set xrange [0.04:12]
set xtics ("0.1" 0.1, "1" 1, "10" 10)
unset label
set label 1 "constant" textcolor rgb positive at 0.05, 2.6 left
set label 2 "step decay" textcolor rgb negative at 0.05, 2.2 left
set label 3 "cosine" textcolor rgb weight at 0.05, 1.86 left
set label 4 "warm-up" textcolor rgb highlight at 0.05, 1.57 left
set label 5 "warm-up and cosine" textcolor rgb ink at 0.05, 1.33 left
array colour[5] = [positive, negative, weight, highlight, ink]
array dashes[5] = [1, 2, 1, 1, 3]
plot for [i = 1 : 5] run."digits-schedules.dat" index i - 1 using 1:2 with linespoints \
  pointtype 7 pointsize 0.5 linewidth 1.8 dashtype dashes[i] linecolor rgb colour[i]
unset multiplot
