# Steps to the target by the learning rate, on three problems.
width = 640
height = 460
load theme

set logscale xy
set xrange [7e-5:13]
set yrange [3:6000]
set format x "10^{%T}"
set xtics 100
set ytics ("10" 10, "100" 100, "1000" 1000)
array colour[6] = [ink, highlight, muted, negative, positive, weight]
array mark[6] = [2, 1, 3, 8, 7, 4]
array dashes[6] = [1, 2, 3, 2, 1, 4]
array file[3] = ["straight", "turned", "moons"]
array what[3] = ["straight bowl", "turned bowl", "two moons"]
set multiplot
do for [p = 1 : 3] {
  set lmargin at screen 0.13 + (p - 1) * 0.295
  set rmargin at screen 0.385 + (p - 1) * 0.295
  set bmargin at screen 0.16
  set tmargin at screen 0.80
  set title what[p] offset 0, -0.7 font sans.",13" textcolor rgb ink
  set xlabel "learning rate {/:Italic η}"
  if (p == 1) { set ylabel "steps to the target" } else { unset ylabel; set ytics ("" 10, "" 100, "" 1000) }
  if (p == 3) { set xrange [7e-3:15]; set yrange [60:1300]; set xtics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10); set ytics ("100" 100, "1000" 1000) }
  plot for [r = 1 : 6] run."race-".file[p].".dat" index r - 1 using 1:2 with linespoints \
    pointtype mark[r] pointsize 0.6 dashtype dashes[r] linewidth 1.6 linecolor rgb colour[r]
}
# Who is who, above.
set xtics autofreq
unset title
unset xlabel
unset ylabel
unset border
unset tics
unset logscale
set lmargin at screen 0.10
set rmargin at screen 0.98
set bmargin at screen 0.87
set tmargin at screen 0.99
set xrange [0:3]
set yrange [0:2]
array name[6] = ["gradient descent", "momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam"]
do for [r = 1 : 6] {
  column = (r - 1) % 3
  row = r <= 3 ? 1.5 : 0.5
  set label r name[r] textcolor rgb colour[r] at column + 0.27, row left
}
plot for [r = 1 : 6] sprintf("<printf '%g %g\\n%g %g\\n'", (r - 1) % 3, r <= 3 ? 1.5 : 0.5, (r - 1) % 3 + 0.22, r <= 3 ? 1.5 : 0.5) \
  using 1:2 with linespoints pointtype mark[r] pointsize 0.6 dashtype dashes[r] linewidth 1.6 linecolor rgb colour[r]
unset multiplot
