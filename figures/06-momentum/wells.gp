# Two balls in a function of two valleys, a mark for every fourth step; and
# from which starts a ball settles in the deep one.
width = 640
height = 600
narrow_height = 840
slide_width = 546
slide_height = 400
load theme

# The two balls above, the plane below; on a phone one below the other.
left = narrow ? 0.18 : 0.105
set multiplot
set xrange [-2.1:1.75]
set yrange [-0.5:2.0]
set xtics 1
set ytics 1
set xlabel "{/:Italic w}"
set ylabel "{/:Italic C}" offset 1, 0
set lmargin at screen left
set rmargin at screen narrow ? 0.97 : 0.51
set tmargin at screen 0.955
set bmargin at screen narrow ? 0.755 : 0.615
set title "from 1.6: out of the shallow valley" offset 0, -0.7 textcolor rgb ink
plot run."valleys.dat" using 1:2 with lines linecolor rgb muted linewidth 1.5, \
  run."rolls.dat" index 0 every 4 using 2:3 with points pointtype 6 pointsize 0.7 linewidth 1.3 linecolor rgb positive, \
  run."rolls.dat" index 0 every ::400 using 2:3 with points pointtype 7 pointsize 1.4 linecolor rgb positive
if (!narrow) { unset ylabel; set ytics ("" 0, "" 1) }
set lmargin at screen narrow ? left : 0.555
set rmargin at screen narrow ? 0.97 : 0.98
set tmargin at screen narrow ? 0.655 : 0.955
set bmargin at screen narrow ? 0.455 : 0.615
set title "from −2: out of the deep one" offset 0, -0.7 textcolor rgb ink
plot run."valleys.dat" using 1:2 with lines linecolor rgb muted linewidth 1.5, \
  run."rolls.dat" index 1 every 4 using 2:3 with points pointtype 6 pointsize 0.7 linewidth 1.3 linecolor rgb negative, \
  run."rolls.dat" index 1 every ::400 using 2:3 with points pointtype 7 pointsize 1.4 linecolor rgb negative

unset title
set lmargin at screen left
set rmargin at screen narrow ? 0.97 : 0.98
set tmargin at screen narrow ? 0.37 : 0.475
set bmargin at screen narrow ? 0.07 : 0.09
set xrange [-2.5:2.5]
set yrange [0.8:1.005]
set xtics 1
set ytics ("0.8" 0.8, "0.85" 0.85, "0.9" 0.9, "0.95" 0.95)
set xlabel "start {/:Italic w}" textcolor rgb ink offset 0, 0.5
unset ylabel
set label 4 "{/:Italic β}" textcolor rgb ink at screen narrow ? 0.03 : 0.02, graph 0.5 left
set arrow 1 from 0.101, 0.99 to 0.101, 1.003 nohead linewidth 1.5 linecolor rgb ink front
set label 3 "hilltop" textcolor rgb ink at 0.2, 0.999 left
set label 1 narrow ? "settles in\nthe deep valley" : "settles in the deep valley" textcolor rgb paper at -1.1, narrow ? 0.85 : 0.83 center front
set label 2 narrow ? "settles in\nthe shallow one" : "settles in the shallow one" textcolor rgb ink at 1.25, narrow ? 0.85 : 0.83 center
# The two balls' starts.
set label 5 "" at 1.6, 0.95 point pointtype 7 pointsize 1.9 linecolor rgb paper front
set label 6 "" at 1.6, 0.95 point pointtype 7 pointsize 1.3 linecolor rgb positive front
set label 7 "" at -2, 0.95 point pointtype 7 pointsize 1.3 linecolor rgb negative front
plot run."basins.dat" using 2:1:($3 - $2):(0) with vectors nohead linewidth narrow ? 2.7 : 2.6 linecolor rgb positive
unset multiplot
