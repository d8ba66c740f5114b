# Validation loss on the digits by the learning rate, for four optimisers.
width = 640
height = 370
narrow_height = 360
slide_width = 546
slide_height = 340
load theme

set logscale xy
set xrange [9e-5:6]
set yrange [0.2:2.4]
set xtics ("0.0001" 1e-4, "0.001" 1e-3, "0.01" 1e-2, "0.1" 0.1, "1" 1)
set ytics ("0.2" 0.2, "0.3" 0.3, "0.5" 0.5, "1" 1, "2" 2)
set xlabel "learning rate {/:Italic η}"
set ylabel "validation loss"
array colour[4] = [weight, highlight, positive, negative]
array dashes[4] = [1, 2, 1, 1]
if (narrow) {
  set yrange [0.2:7]
  set label 1 "Adam" textcolor rgb weight at 1.2e-4, 5.9 left
  set label 2 "RMSprop" textcolor rgb highlight at 1.2e-4, 4.7 left
  set label 3 "momentum" textcolor rgb positive at 1.2e-4, 3.75 left
  set label 4 "gradient descent" textcolor rgb negative at 1.2e-4, 3.0 left
} else {
  set label 1 "Adam" textcolor rgb weight at 3e-4, 0.6 left
  set label 2 "RMSprop" textcolor rgb highlight at 1.1e-4, 0.32 left
  set label 3 "momentum" textcolor rgb positive at 1.25e-3, 0.82 left
  set label 4 "gradient descent" textcolor rgb negative at 4.5e-3, 1.5 left
}
plot for [i = 1 : 4] run."digits-rates.dat" index i - 1 using 1:3:4 with filledcurves \
    fillcolor rgb colour[i] fillstyle transparent solid 0.15 noborder, \
  for [i = 1 : 4] run."digits-rates.dat" index i - 1 using 1:2 with linespoints \
    pointtype 7 pointsize 0.5 linewidth 1.8 dashtype dashes[i] linecolor rgb colour[i]
