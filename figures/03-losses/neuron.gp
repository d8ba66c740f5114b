# One neuron, two starts, two losses: the output while it learns.
width = 640
height = 400
load theme

set xrange [0:300]
set yrange [0:1.05]
set xtics 0, 50
set ytics 0, 0.25
set xlabel "steps"
set ylabel "output {/:Italic a}"
set label 1 "quadratic, from (2, 2)" textcolor rgb negative at 120, 1.015 left
set label 2 narrow ? "quadratic,\nfrom (0.6, 0.9)" : "quadratic, from (0.6, 0.9)" textcolor rgb negative at 95, narrow ? 0.37 : 0.29 left
set label 3 narrow ? "cross-entropy,\nfrom both" : "cross-entropy, from both" textcolor rgb positive at narrow ? 36 : 70, narrow ? 0.74 : 0.115 left
plot run."neuron.dat" index 0 using 1:2 with lines linecolor rgb negative linewidth 2 dashtype dashed, \
  run."neuron.dat" index 1 using 1:2 with lines linecolor rgb negative linewidth 2.5, \
  run."neuron.dat" index 2 using 1:2 with lines linecolor rgb positive linewidth 2 dashtype dashed, \
  run."neuron.dat" index 3 using 1:2 with lines linecolor rgb positive linewidth 2.5
