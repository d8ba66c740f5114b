# Nine gradients of 0.1 and one of -0.9, three times over.
width = 640
height = 370
load theme

set xrange [0:30]
set yrange [-26:6]
set xtics 10
set ytics 10
set xlabel "steps"
set ylabel "{/:Italic w}, in units of {/:Italic η}"
set label 1 "sign" textcolor rgb negative at 20.5, -20.5 right
set label 2 "RMSprop, {/:Italic ρ} = 0.9" textcolor rgb positive at narrow ? 29.5 : 22, narrow ? -10 : -6
set label 3 "gradient" textcolor rgb muted at 16, 2.2 left
if (narrow) { set label 2 right }
plot run."nine.dat" index 0 using 1:2 with lines linecolor rgb muted linewidth 1.8, \
  run."nine.dat" index 1 using 1:2 with lines linecolor rgb negative linewidth 2 dashtype dashed, \
  run."nine.dat" index 2 using 1:2 with lines linecolor rgb positive linewidth 2.2
