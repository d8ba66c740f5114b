# Left: three walks under noise. Right: how far they stay, and the formula.
width = 640
height = 350
narrow_height = 560
load theme

eval panels(1, 2, 0.09, 0.98, 0.20, 0.95, 0.17, 0)
set xrange [0:200]
set yrange [-2.2:3.2]
set xtics 100
set ytics 1
set xlabel "steps"
set ylabel "{/:Italic w}" offset 1, 0
set arrow 1 from 0, 0 to 200, 0 nohead dashtype dotted linecolor rgb muted
set label 1 "{/:Italic η} = 0.02" textcolor rgb positive at 62, 1.75 left
set label 2 "0.2" textcolor rgb weight at 18, 2.8 left
set label 3 "1" textcolor rgb negative at 195, -1.45 right
plot run."noise.dat" index 2 using 1:2 every ::1 with points pointtype 6 pointsize 0.35 linecolor rgb negative, \
  run."noise.dat" index 1 using 1:2 with lines linecolor rgb weight linewidth 1.4, \
  run."noise.dat" index 0 using 1:2 with lines linecolor rgb positive linewidth 2.4
unset arrow
unset label
set xrange [0:1.9]
set yrange [0.004:12]
set logscale y
set xtics 0.5
set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10)
set xlabel "learning rate {/:Italic η}"
set ylabel "mean of {/:Italic w}^2" offset 1.5, 0
set label 1 "{/:Italic B} = 1" textcolor rgb negative at 0.72, 0.95 right
set label 2 "4" textcolor rgb weight at 0.72, 0.24 right
set label 3 "16" textcolor rgb positive at 0.72, 0.06 right
plot for [b = 0 : 2] x / ((2 - x) * 4**b) with lines \
    linewidth 1.5 linecolor rgb (b == 0 ? negative : b == 1 ? weight : positive), \
  for [b = 0 : 2] run."ball.dat" index b using 1:2 with points pointtype (b == 0 ? 6 : b == 1 ? 8 : 4) \
    linewidth 1.5 linecolor rgb (b == 0 ? negative : b == 1 ? weight : positive)
unset multiplot
