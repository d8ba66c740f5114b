# Five starts on a function with two valleys, and where they end.
width = 640
height = 370
load theme

set xrange [-1.65:1.6]
set yrange [-0.45:0.35]
set xlabel "{/:Italic w}"
set ylabel "{/:Italic C}"
set xtics 0.5
set ytics 0.2
set label 1 "deep" textcolor rgb ink at -1.047, -0.41 center
set label 2 "shallow" textcolor rgb ink at 0.946, -0.21 center

plot run."valleys.dat" using 1:2 with lines linecolor rgb muted linewidth 2, \
  run."balls.dat" using 1:2:($3 - $1):(0) with vectors filled head size screen 0.012, 20 \
    linecolor rgb muted linewidth 1.2, \
  run."balls.dat" using 1:2 with points pointtype 6 pointsize 1.3 linewidth 2 linecolor rgb negative, \
  run."balls.dat" using 3:4 with points pointtype 7 pointsize 1.3 linecolor rgb positive
