# How near RMSprop is to the minimum of a parabola, with a constant rate.
width = 640
height = 330
load theme

set logscale y
set xrange [0:400]
set yrange [1e-20:9]
set xtics 100
set format y "10^{%T}"
set ytics 1e5
set xlabel "steps"
set ylabel "distance |{/:Italic w}|"
set arrow 1 from 0, 0.05 to 400, 0.05 nohead dashtype dotted linecolor rgb muted
set label 1 "{/:Italic η}/2" textcolor rgb muted at 395, 1 right
plot run."cycle.dat" using 1:2 with lines linecolor rgb positive linewidth 2
