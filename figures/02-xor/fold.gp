# The plane of the inputs with the two hidden neurons' lines, and the plane
# of what the hidden neurons say, where one line is enough.
width = 640
height = 360
narrow_height = 620
load theme

set size ratio -1
set xrange [-0.45:1.55]
set yrange [-0.45:1.55]
set xtics 0, 1
set ytics 0, 1
eval panels(1, 2, 0.12, 0.98, 0.19, 0.97, 0.14, 0)

or_edge(x) = 0.5 - x
and_edge(x) = 1.5 - x
set xlabel "{/:Italic x}_1"
set ylabel "{/:Italic x}_2" rotate by 0
set label 1 "OR" textcolor rgb ink at 0.55, -0.30 center
set label 2 "AND" textcolor rgb ink at 0.36, 1.40 left
set label 3 "(0, 0)" textcolor rgb muted at -0.05, 0.16 center
set label 4 "(1, 1)" textcolor rgb muted at 1.05, 1.18 center
set samples 2
plot [-0.45:1.55] \
  '+' using 1:(or_edge($1)):(and_edge($1)) with filledcurves \
    fillcolor rgb positive fillstyle transparent solid 0.10 noborder, \
  or_edge(x) with lines linecolor rgb ink linewidth 2, \
  and_edge(x) with lines linecolor rgb ink linewidth 2 dashtype dashed, \
  run."by-hand.dat" using 1:($5 > 0 ? $2 : 1/0) with points \
    pointtype 7 pointsize 1.6 linecolor rgb positive, \
  run."by-hand.dat" using 1:($5 > 0 ? 1/0 : $2) with points \
    pointtype 6 pointsize 1.6 linewidth 2 linecolor rgb negative

unset label
set xlabel "OR"
set ylabel "AND" rotate by 90
set label 1 "(0, 1) and (1, 0)" textcolor rgb positive at 1.0, -0.19 center
set label 2 "(0, 0)" textcolor rgb muted at 0.0, 0.17 center
set label 3 "(1, 1)" textcolor rgb muted at 1.0, 1.17 center
edge(x) = x - 0.5
plot [-0.45:1.55] \
  '+' using 1:(edge($1)):(-0.45) with filledcurves \
    fillcolor rgb positive fillstyle transparent solid 0.10 noborder, \
  edge(x) with lines linecolor rgb ink linewidth 2, \
  run."by-hand.dat" using 3:($5 > 0 ? $4 : 1/0) with points \
    pointtype 7 pointsize 1.6 linecolor rgb positive, \
  run."by-hand.dat" using 3:($5 > 0 ? 1/0 : $4) with points \
    pointtype 6 pointsize 1.6 linewidth 2 linecolor rgb negative
unset multiplot
