# Three activation functions and their slopes.
width = 640
height = 330
narrow_height = 520
load theme

eval panels(1, 2, 0.11, 0.98, 0.19, 0.95, 0.14, 0)
set xrange [-4:4]
set xtics 2
set xlabel "{/:Italic z}"

set yrange [-1.2:2.2]
set ytics 1
set ylabel "{/:Italic a}" rotate by 0
set label 1 "relu" textcolor rgb positive at 1.55, 1.95 right
set label 2 "tanh" textcolor rgb weight at 3.9, 1.14 right
set label 3 "sigmoid" textcolor rgb negative at 3.9, 0.78 right
plot run."activations.dat" using 1:2 with lines linecolor rgb negative linewidth 2.5, \
  run."activations.dat" using 1:3 with lines linecolor rgb weight linewidth 2 dashtype dashed, \
  run."activations.dat" using 1:4 with lines linecolor rgb positive linewidth 1.5

unset label
set yrange [-0.06:1.15]
set ytics 0.5
set ylabel "slope" rotate by 90
set label 1 "relu" textcolor rgb positive at 3.9, 1.06 right
set label 2 "tanh" textcolor rgb weight at 0.95, 0.62 left
set label 3 "sigmoid" textcolor rgb negative at -1.75, 0.2 right
plot run."activations.dat" using 1:5 with lines linecolor rgb negative linewidth 2.5, \
  run."activations.dat" using 1:6 with lines linecolor rgb weight linewidth 2 dashtype dashed, \
  run."activations.dat" using 1:7 with lines linecolor rgb positive linewidth 1.5
unset multiplot
