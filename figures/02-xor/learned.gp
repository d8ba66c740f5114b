# What a trained network made of the same square: the lines where its hidden
# neurons say one half, and where those put the four inputs and a grid.
width = 640
height = 360
narrow_height = 620
load theme

# Weights and bias of the two hidden neurons and of the output.
array w1[3]
array w2[3]
array b[3]
do for [j = 1:3] {
  stats run."learned-lines.dat" using 1 every ::j-1::j-1 nooutput
  w1[j] = STATS_max
  stats run."learned-lines.dat" using 2 every ::j-1::j-1 nooutput
  w2[j] = STATS_max
  stats run."learned-lines.dat" using 3 every ::j-1::j-1 nooutput
  b[j] = STATS_max
}
grid = run."learned-grid.dat"
set size ratio -1
set xtics 0, 1
set ytics 0, 1
eval panels(1, 2, 0.12, 0.98, 0.19, 0.97, 0.14, 0)

first(x) = -(w1[1] * x + b[1]) / w2[1]
second(x) = -(w1[2] * x + b[2]) / w2[2]
set xrange [-0.45:1.55]
set yrange [-0.45:1.55]
set xlabel "{/:Italic x}_1"
set ylabel "{/:Italic x}_2" rotate by 0
set samples 2
set label 1 "first" textcolor rgb ink at 0.55, -0.30 center
set label 2 "second" textcolor rgb ink at 0.36, 1.40 left
plot [-0.45:1.55] for [line=0:17] grid \
  using ($1 == line ? $2 : 1/0):3 with lines linecolor rgb muted linewidth 0.5, \
  '+' using 1:(first($1)):(second($1)) with filledcurves \
    fillcolor rgb positive fillstyle transparent solid 0.10 noborder, \
  first(x) with lines linecolor rgb ink linewidth 2, \
  second(x) with lines linecolor rgb ink linewidth 2 dashtype dashed, \
  run."learned.dat" using 1:($5 > 0.5 ? $2 : 1/0) with points \
    pointtype 7 pointsize 1.6 linecolor rgb positive, \
  run."learned.dat" using 1:($5 > 0.5 ? 1/0 : $2) with points \
    pointtype 6 pointsize 1.6 linewidth 2 linecolor rgb negative

unset label
set xrange [-0.1:1.1]
set yrange [-0.1:1.1]
set label 1 "(0, 1) and (1, 0)" textcolor rgb positive at 0.62, 0.22 right
set label 2 "(0, 0)" textcolor rgb muted at 0.03, 0.10 center
set label 3 "(1, 1)" textcolor rgb muted at 0.93, 0.97 right
set xlabel "first hidden neuron"
set ylabel "second hidden neuron" rotate by 90
edge(x) = -(w1[3] * x + b[3]) / w2[3]
plot [-0.1:1.1] \
  '+' using 1:(edge($1)):(-0.1) with filledcurves \
    fillcolor rgb positive fillstyle transparent solid 0.10 noborder, \
  for [line=0:17] grid using ($1 == line ? $4 : 1/0):5 with lines \
    linecolor rgb muted linewidth 1.5, \
  edge(x) with lines linecolor rgb ink linewidth 2, \
  run."learned.dat" using 3:($5 > 0.5 ? $4 : 1/0) with points \
    pointtype 7 pointsize 1.6 linecolor rgb positive, \
  run."learned.dat" using 3:($5 > 0.5 ? 1/0 : $4) with points \
    pointtype 6 pointsize 1.6 linewidth 2 linecolor rgb negative
unset multiplot
