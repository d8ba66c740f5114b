# From which starts a ball settles in the deep valley, for every beta.
width = 640
height = 400
load theme

set xrange [-2.5:2.5]
set yrange [0.8:1.005]
set xtics 1
set ytics ("0.8" 0.8, "0.85" 0.85, "0.9" 0.9, "0.95" 0.95)
set xlabel "start {/:Italic w}"
set ylabel "{/:Italic β}"
set arrow 1 from 0.101, 0.99 to 0.101, 1.003 nohead linewidth 1.5 linecolor rgb ink front
set label 3 "hilltop" textcolor rgb ink at 0.2, 0.999 left
set label 1 narrow ? "settles in\nthe deep valley" : "settles in the deep valley" textcolor rgb paper at -1.1, narrow ? 0.85 : 0.83 center front
set label 2 narrow ? "settles in\nthe shallow one" : "settles in the shallow one" textcolor rgb ink at 1.25, narrow ? 0.85 : 0.83 center
plot run."basins.dat" using 2:1:($3 - $2):(0) with vectors nohead linewidth 3.3 linecolor rgb positive
