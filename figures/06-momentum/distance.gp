# How far from the minimum after so many steps, for kappa = 100.
width = 640
height = 390
load theme

set logscale y
set xrange [0:250]
set yrange [1e-6:8]
set format y "10^{%T}"
set xlabel "steps"
set ylabel "distance, as part of the start"
set arrow 1 from 0, 1 to 250, 1 nohead dashtype dotted linecolor rgb muted
set label 1 "gradient descent, its best rate" textcolor rgb negative at 245, narrow ? 0.55 : 0.2 right
set label 2 "Nesterov" textcolor rgb weight at 96, 1e-3 left
set label 3 "heavy ball" textcolor rgb positive at narrow ? 66 : 52, narrow ? 8e-6 : 2e-4 right

plot run."distance.dat" using 1:2 with lines linecolor rgb negative linewidth 2 dashtype dashed, \
  run."distance.dat" using 1:4 with lines linecolor rgb weight linewidth 1.8, \
  run."distance.dat" using 1:3 with lines linecolor rgb positive linewidth 2.2
