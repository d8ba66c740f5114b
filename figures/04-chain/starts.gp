# The loss in two trainings: from equal and from random weights.
width = 640
height = 380
load theme

set xrange [0:4200]
set yrange [0:0.14]
set xtics 1000
set ytics ("0" 0, "1/12" 1.0/12, "1/8" 0.125)
set xlabel "epochs"
set ylabel "loss"
set arrow 1 from 0, 0.125 to 4200, 0.125 nohead dashtype dotted \
  linecolor rgb muted
set arrow 2 from 0, 1.0/12 to 4200, 1.0/12 nohead dashtype dotted \
  linecolor rgb muted
set label 1 "equal weights" textcolor rgb negative at 2200, 0.092 left
set label 2 "random weights" textcolor rgb positive at 1150, 0.035 left
set label 3 "always answering 1/2" textcolor rgb muted at 4150, 0.131 right

plot run."starts.dat" using 1:2 every ::1 with lines linecolor rgb negative \
    linewidth 2.5 dashtype dashed, \
  run."starts.dat" using 1:3 every ::1 with lines linecolor rgb positive \
    linewidth 2.5
