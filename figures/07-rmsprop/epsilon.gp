# A step by the size of the gradient, with epsilon outside and inside.
width = 640
height = 320
load theme

set logscale x
set xrange [1e-12:1]
set yrange [0:1.1]
set format x "10^{%T}"
set xtics 100
set ytics 0.5
set xlabel "gradient {/:Italic g}, always the same"
set ylabel "step, in units of {/:Italic η}"
set label 1 "{/:Italic g} / (√{/:Italic s} + 10^{−8})" textcolor rgb positive at narrow ? 2e-12 : 5e-9, narrow ? 0.97 : 0.72 right
set label 2 "{/:Italic g} / √({/:Italic s} + 10^{−8})" textcolor rgb negative at narrow ? 0.9 : 4e-4, 0.3 left
if (narrow) { set label 1 left; set label 2 right }
plot run."epsilon.dat" using 1:2 with lines linecolor rgb positive linewidth 2.2, \
  run."epsilon.dat" using 1:3 with lines linecolor rgb negative linewidth 2 dashtype dashed
