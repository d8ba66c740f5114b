# A network that learns the two moons: its plane three times, and its loss.
width = 640
height = 410
narrow_height = 350
load theme

reach = 2.3
array epochs[3] = [1, 20, 400]
veil(transparency, colour) = "#".transparency.substr(colour, 2, 7)
cap = 0.03 # by which the round end of a line is longer than the line
at_epoch(e) = log(1 + e)

set multiplot
unset border
unset tics
set size ratio -1
set xrange [-reach:reach]
set yrange [-reach:reach]
array left[3] = [0.015, 0.35, 0.685]
do for [i = 1 : 3] {
  set lmargin at screen left[i]
  set rmargin at screen left[i] + 0.3
  set bmargin at screen (narrow ? 0.62 : 0.455)
  set tmargin at screen (narrow ? 0.92 : 0.935)
  set label 1 sprintf("epoch %d", epochs[i]) at graph 0.5, (narrow ? 1.1 : 1.05) center textcolor rgb muted
  plot \
    run."trainer-plane.dat" index 2 * i - 2 using ($2 - $1 > 2 * cap ? $1 + cap : NaN):3:($2 - $1 - 2 * cap):(0) with vectors nohead \
      linewidth 3 linecolor rgb veil("e4", negative), \
    run."trainer-plane.dat" index 2 * i - 1 using ($2 - $1 > 2 * cap ? $1 + cap : NaN):3:($2 - $1 - 2 * cap):(0) with vectors nohead \
      linewidth 3 linecolor rgb veil("b8", positive), \
    run."trainer-neurons.dat" index i - 1 using \
      (line_x($1, $2, $3)):(line_y($1, $2, $3)):(-20 * $2):(20 * $1) with vectors nohead \
      linewidth 0.9 linecolor rgb veil("80", ink), \
    run."trainer-points.dat" using ($3 > 0 ? $1 : NaN):2 with points \
      pointtype 7 pointsize 0.35 linecolor rgb positive, \
    run."trainer-points.dat" using ($3 > 0 ? NaN : $1):2 with points \
      pointtype 6 pointsize 0.35 linecolor rgb negative
}
unset label
set size noratio
set border 3
set tics nomirror
set lmargin at screen (narrow ? 0.18 : 0.12)
set rmargin at screen (narrow ? 0.95 : 0.985)
set bmargin at screen (narrow ? 0.18 : 0.145)
set tmargin at screen (narrow ? 0.56 : 0.40)
set xrange [0:at_epoch(430)]
set yrange [0:0.85]
set xtics ("0" 0, "1" at_epoch(1), "5" at_epoch(5), "20" at_epoch(20), "100" at_epoch(100), "400" at_epoch(400)) nomirror
set ytics 0.2 nomirror
set xlabel "epochs" offset 0, 0.3
set ylabel "loss"
plot run."trainer-loss.dat" using (at_epoch($1)):2 with lines linewidth 2.4 linecolor rgb ink, \
  run."trainer-loss.dat" using ($1 == 1 || $1 == 20 || $1 == 400 ? at_epoch($1) : NaN):2 with points \
    pointtype 7 pointsize 0.9 linecolor rgb highlight
unset multiplot
