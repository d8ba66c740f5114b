# Validation loss by the effective rate, for four sizes of batch.
width = 640
height = 560
narrow_height = 480
slide_width = 546
slide_height = 400
load theme

set logscale xy
set xrange [0.018:14]
set yrange [0.2:2.2]
set xtics ("0.1" 0.1, "1" 1, "10" 10)
set ytics ("0.2" 0.2, "0.3" 0.3, "0.5" 0.5, "1" 1, "2" 2)
array colour[3] = [negative, positive, weight]
array dashes[3] = [1, 1, 2]
array title_of[4] = ["batches of 10", "batches of 100", "batches of 1000", "all 5000"]
array first[4] = [3, 0, 6, 9]

left = narrow ? 0.17 : 0.1
half = (0.985 - left - 0.04) / 2
set multiplot
set label 20 "validation loss" textcolor rgb ink at screen narrow ? 0.035 : 0.022, 0.54 center rotate by 90
do for [p = 1 : 4] {
  column = (p - 1) % 2
  row = (p - 1) / 2
  set lmargin at screen left + column * (half + 0.04)
  set rmargin at screen left + column * (half + 0.04) + half
  set tmargin at screen row == 0 ? 0.945 : 0.485
  set bmargin at screen row == 0 ? 0.585 : 0.125
  set title title_of[p] offset 0, -0.7 textcolor rgb ink
  if (row == 1) { set xlabel "effective rate" textcolor rgb ink offset 0, 0.5 } else { unset xlabel }
  if (row == 1) { set xtics ("0.1" 0.1, "1" 1, "10" 10) } else { set xtics ("" 0.1, "" 1, "" 10) }
  if (column == 0) { set ytics ("0.2" 0.2, "0.3" 0.3, "0.5" 0.5, "1" 1, "2" 2) } else { set ytics ("" 0.2, "" 0.3, "" 0.5, "" 1, "" 2) }
  if (p == 2) {
    set label 1 "gradient descent" textcolor rgb negative at narrow ? 0.02 : 0.03, 1.75 left
    set label 3 "heavy ball" textcolor rgb positive at narrow ? 0.02 : 0.03, 1.4 left
    set label 4 "Nesterov" textcolor rgb weight at narrow ? 0.02 : 0.03, 1.12 left
  } else { unset label 1; unset label 3; unset label 4 }
  plot for [m = 1 : 3] run."digits.dat" index first[p] + m - 1 using 1:3:4 with filledcurves \
      fillcolor rgb colour[m] fillstyle transparent solid 0.15 noborder, \
    for [m = 1 : 3] run."digits.dat" index first[p] + m - 1 using 1:2 with linespoints \
      pointtype 7 pointsize 0.5 linewidth 1.8 dashtype dashes[m] linecolor rgb colour[m]
  unset label 20
}
unset multiplot
