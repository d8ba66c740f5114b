# What a ball does on a parabola, for every rate and every beta, and three
# examples.
width = 640
height = 440
narrow_height = 560
slide_width = 546
slide_height = 400
load theme

set multiplot
set lmargin at screen narrow ? 0.17 : 0.13
set rmargin at screen narrow ? 0.97 : 0.64
set bmargin at screen narrow ? 0.46 : 0.15
set tmargin at screen 0.97
set xrange [0:4.2]
set yrange [0:1]
set xtics 1
set ytics 0.5
set xlabel "{/:Italic h} = {/:Italic η λ}"
set ylabel "{/:Italic β}" offset (narrow ? 1.5 : 0), 0
set label 1 "spirals" textcolor rgb positive at 1.35, 0.55 center
set label 2 "creeps" textcolor rgb weight at 0.55, 0.24 left
set arrow 2 from 0.52, 0.22 to 0.22, 0.13 nohead linecolor rgb weight
set label 3 "flips" textcolor rgb negative at 1.76, 0.03 center
set label 4 "gets away" textcolor rgb muted at 3.25, 0.22 center
set label 11 "a" textcolor rgb weight at 0.28, 0.5 left
set label 12 "b" textcolor rgb positive at 0.33, 0.9 left
set label 13 "c" textcolor rgb negative at 2.78, 0.50 right
plot run."borders.dat" using 2:1 with lines linecolor rgb weight linewidth 1.8, \
  run."borders.dat" using 3:1 with lines linecolor rgb negative linewidth 1.8 dashtype dashed, \
  run."borders.dat" using 4:1 with lines linecolor rgb ink linewidth 2.2, \
  "<printf '0.04 0.5\\n0.2 0.9\\n2.85 0.45\\n'" using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb ink
unset label
unset arrow
unset ylabel
unset xlabel
set xrange [0:40]
set yrange [-1.1:1.1]
set xtics ("" 0, "" 20, "" 40)
set ytics 1
set arrow 1 from 0, 0 to 40, 0 nohead dashtype dotted linecolor rgb muted
array colour[3] = [weight, positive, negative]
array name[3] = ["a", "b", "c"]
do for [i = 0 : 2] {
  # Below one another on a desk, beside one another on a phone.
  set lmargin at screen narrow ? 0.17 + 0.295 * i : 0.74
  set rmargin at screen narrow ? 0.17 + 0.295 * i + 0.19 : 0.98
  set tmargin at screen narrow ? 0.31 : 0.97 - 0.29 * i
  set bmargin at screen narrow ? 0.13 : 0.97 - 0.29 * i - 0.21
  set label 1 name[i + 1] textcolor rgb colour[i + 1] at 38, 0.75 right
  if (narrow || i == 2) { set xtics 20; set xlabel "steps" textcolor rgb ink }
  if (i == 2) { set yrange [-2.3:2.3] }
  if (!narrow || i == 0) { set ylabel "{/:Italic w}" offset 2, 0 textcolor rgb ink } else { unset ylabel }
  plot run."walks.dat" index i using 1:2 with lines linecolor rgb colour[i + 1] linewidth 1.6
}
unset multiplot
