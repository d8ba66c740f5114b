# Steps to the target by the learning rate: a panel for each runner, and in
# grey the fewest steps of all runners at each rate.
width = 640
height = 520
narrow_height = 640
slide_width = 546
slide_height = 400
load theme

set logscale xy
set xrange [7e-5:20]
set yrange [3:6000]
set format x "10^{%T}"
set xtics 100
set ytics ("10" 10, "100" 100, "1000" 1000)
array name[6] = ["gradient descent", "momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam"]
array file[3] = ["race-straight.dat", "race-turned.dat", "race-moons.dat"]
array colour[3] = [positive, negative, weight]
array mark[3] = [7, 6, 8]
array dashes[3] = [1, 2, 3]
columns = narrow ? 2 : 3
rows = 6 / columns
left = 5.8 * letters / width
right = 8.0 / width
top = 26.0 / height
bottom = 4.9 * letters / height
across = 12.0 / width
down = 32.0 / height
panel_width = (1 - left - right - (columns - 1) * across) / columns
panel_height = (1 - top - bottom - (rows - 1) * down) / rows

set multiplot
do for [r = 1 : 6] {
  column = (r - 1) % columns
  row = (r - 1) / columns
  set lmargin at screen left + column * (panel_width + across)
  set rmargin at screen left + column * (panel_width + across) + panel_width
  set tmargin at screen 1 - top - row * (panel_height + down)
  set bmargin at screen 1 - top - row * (panel_height + down) - panel_height
  set title name[r] offset 0, -0.8 textcolor rgb ink
  if (column == 0) { set ytics ("10" 10, "100" 100, "1000" 1000) } else { set ytics ("" 10, "" 100, "" 1000) }
  if (row == rows - 1) { set format x "10^{%T}" } else { set format x "" }
  if (row == rows - 1 && column == (narrow ? 0 : 1)) { set xlabel "learning rate {/:Italic η}" textcolor rgb ink offset 0, 0.5 } else { unset xlabel }
  if (column == 0 && row == rows / 2) { set ylabel "steps to the target" textcolor rgb ink offset 0.5, 0 } else { unset ylabel }
  unset label
  if (name[r] eq "AdaGrad") {
    set label 1 "straight" textcolor rgb positive at 1e-4, 5 left
    set label 2 "turned" textcolor rgb negative at 1e-4, 14 left
    set label 3 "moons" textcolor rgb weight at 1e-4, 40 left
  }
  plot for [p = 1 : 3] run."race-fewest.dat" index p - 1 using 1:2 with lines \
      linewidth 4 linecolor rgb rule, \
    for [p = 1 : 3] run.file[p] index r - 1 using 1:2 with linespoints \
      pointtype mark[p] pointsize 0.6 dashtype dashes[p] linewidth 1.8 linecolor rgb colour[p]
}
unset multiplot
