# Fifteen fits of three degrees, their mean, and the truth.
width = 640
height = 330
narrow_height = 700
load theme

set xrange [0:1]
set yrange [-1.9:1.9]
set xtics ("0" 0, "1" 1)
set ytics 1
set xlabel "{/:Italic x}" offset 0, 0.5
array what[3] = ["a line", "degree 3", "degree 9"]
eval panels(1, 3, 0.06, 0.99, 0.17, 0.90, 0.04, 0)
do for [d = 0 : 2] {
  set title what[d + 1] offset 0, -0.6 textcolor rgb ink
  if (d > 0 && !narrow) { set ytics ("" -1, "" 0, "" 1) }
  plot for [k = 0 : 14] run."fits.dat" index d * 15 + k using 1:2 with lines linecolor rgb muted linewidth 0.5, \
    run."means.dat" index d using 1:2 with lines linecolor rgb positive linewidth 3.2, \
    run."means.dat" index d using 1:3 with lines linecolor rgb ink linewidth 1.8 dashtype dashed
}
unset multiplot
