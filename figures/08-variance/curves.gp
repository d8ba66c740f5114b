# Errors by the number of examples, for a line and for degree 9; the gap
# between them is shaded.
width = 640
height = 350
narrow_height = 560
load theme

set logscale x
set xrange [11:330]
set yrange [0:0.4]
set xtics ("12" 12, "25" 25, "50" 50, "100" 100, "300" 300)
set ytics 0.1
set xlabel "examples"
set ylabel "mean square error"
noise = 0.09

eval panels(1, 2, 0.125, 0.98, 0.20, 0.91, 0.06, 0)
array what[2] = ["a line", "degree 9"]
do for [i = 0 : 1] {
  set title what[i + 1] offset 0, -0.6 textcolor rgb ink
  if (i == 0) {
    set label 1 "new examples" textcolor rgb positive at 30, 0.315 left
    set label 2 "training" textcolor rgb highlight at 30, 0.255 left
    set label 3 "noise" textcolor rgb muted at 12, 0.075 left
  } else {
    if (!narrow) { unset ylabel; set ytics ("" 0, "" 0.1, "" 0.2, "" 0.3, "" 0.4) }
    set label 1 at 22, 0.185 left
    set label 2 at 24, 0.025 left
    set label 3 at 300, 0.11 right
  }
  plot run."curves.dat" index i using 1:2:3 with filledcurves \
      fillcolor rgb muted fillstyle transparent solid 0.12 noborder, \
    noise with lines dashtype dotted linewidth 1.4 linecolor rgb muted, \
    run."curves.dat" index i using 1:3 with linespoints pointtype 7 pointsize 0.6 linecolor rgb positive linewidth 2, \
    run."curves.dat" index i using 1:2 with linespoints pointtype 4 pointsize 0.7 linecolor rgb highlight linewidth 1.6 dashtype dashed
}
unset multiplot
