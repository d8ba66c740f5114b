# AND's four points, the learned line, and the weights as an arrow.
width = 460
height = 430
narrow_height = 340
load theme

stats run."and-line.dat" using 1 nooutput
w1 = STATS_max
stats run."and-line.dat" using 2 nooutput
w2 = STATS_max
stats run."and-line.dat" using 3 nooutput
b = STATS_max

set size ratio -1
set xrange [-0.35:1.75]
set yrange [-0.35:1.75]
set xtics 0, 1
set ytics 0, 1
set xlabel "{/:Italic x}_1"
set ylabel "{/:Italic x}_2" rotate by 0

edge(x) = -(w1 * x + b) / w2

# The arrow starts on the line, in the direction of (w1, w2).
foot_x = 0.42
foot_y = edge(foot_x)
reach = 0.42 / sqrt(w1**2 + w2**2)
set arrow 1 from foot_x, foot_y to foot_x + w1 * reach, foot_y + w2 * reach \
  linecolor rgb weight linewidth 2.5 filled front
set label 1 "({/:Italic w}_1, {/:Italic w}_2)" textcolor rgb weight \
  at foot_x + w1 * reach + 0.04, foot_y + w2 * reach + 0.03
set label 2 "fires" textcolor rgb positive at 1.42, 1.55
set label 3 "silent" textcolor rgb negative at -0.28, 0.5

set samples 2
plot [-0.35:1.75] \
  '+' using 1:(edge($1)):(1.75) with filledcurves \
    fillcolor rgb positive fillstyle transparent solid 0.10 noborder, \
  edge(x) with lines linecolor rgb ink linewidth 2, \
  run."and-points.dat" using 1:($3 > 0 ? $2 : 1/0) with points \
    pointtype 7 pointsize 1.6 linecolor rgb positive, \
  run."and-points.dat" using 1:($3 > 0 ? 1/0 : $2) with points \
    pointtype 6 pointsize 1.6 linewidth 2 linecolor rgb negative
