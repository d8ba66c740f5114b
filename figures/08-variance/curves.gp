# Errors by the number of examples, for a line and for degree 9.
width = 640
height = 350
load theme

set multiplot layout 1, 2 margins 0.125, 0.98, 0.20, 0.91 spacing 0.06, 0
set logscale x
set xrange [11:330]
set yrange [0:0.5]
set xtics ("12" 12, "25" 25, "50" 50, "100" 100, "300" 300)
set ytics 0.1
set xlabel "examples"
set ylabel "mean square error" offset 1, 0
set arrow 1 from 11, 0.09 to 330, 0.09 nohead dashtype dotted linecolor rgb muted
set title "a line" offset 0, -0.6 font sans.",13" textcolor rgb ink
set label 1 "new examples" textcolor rgb positive at 30, 0.325 left
set label 2 "training" textcolor rgb highlight at 20, 0.24 left
set label 3 "noise" textcolor rgb muted at 300, 0.07 right
plot run."curves.dat" index 0 using 1:3 with linespoints pointtype 7 pointsize 0.6 linecolor rgb positive linewidth 2, \
  run."curves.dat" index 0 using 1:2 with linespoints pointtype 4 pointsize 0.7 linecolor rgb highlight linewidth 1.6 dashtype dashed
unset label
unset ylabel
set arrow 1 from 11, 0.09 to 330, 0.09 nohead dashtype dotted linecolor rgb muted
set ytics ("" 0, "" 0.1, "" 0.2, "" 0.3, "" 0.4, "" 0.5)
set title "degree 9" offset 0, -0.6 font sans.",13" textcolor rgb ink
plot run."curves.dat" index 1 using 1:3 with linespoints pointtype 7 pointsize 0.6 linecolor rgb positive linewidth 2, \
  run."curves.dat" index 1 using 1:2 with linespoints pointtype 4 pointsize 0.7 linecolor rgb highlight linewidth 1.6 dashtype dashed
unset multiplot
