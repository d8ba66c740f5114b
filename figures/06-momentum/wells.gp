# Two balls in a function of two valleys; a mark for every fourth step.
width = 640
height = 330
narrow_height = 580
load theme

eval panels(1, 2, 0.08, 0.98, 0.21, 0.92, 0.06, 0)
set xrange [-2.1:1.75]
set yrange [-0.5:2.0]
set xtics 1
set ytics 1
set xlabel "{/:Italic w}"
set ylabel "{/:Italic C}" offset 1, 0
set title "from 1.6: out of the shallow valley" offset 0, -0.7 textcolor rgb ink
plot run."valleys.dat" using 1:2 with lines linecolor rgb muted linewidth 1.5, \
  run."rolls.dat" index 0 every 4 using 2:3 with points pointtype 6 pointsize 0.7 linewidth 1.3 linecolor rgb positive, \
  run."rolls.dat" index 0 every ::400 using 2:3 with points pointtype 7 pointsize 1.4 linecolor rgb positive
if (!narrow) { unset ylabel; set ytics ("" 0, "" 1) }
set title "from −2: out of the deep one" offset 0, -0.7 textcolor rgb ink
plot run."valleys.dat" using 1:2 with lines linecolor rgb muted linewidth 1.5, \
  run."rolls.dat" index 1 every 4 using 2:3 with points pointtype 6 pointsize 0.7 linewidth 1.3 linecolor rgb negative, \
  run."rolls.dat" index 1 every ::400 using 2:3 with points pointtype 7 pointsize 1.4 linecolor rgb negative
unset multiplot
