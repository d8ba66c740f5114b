# Twenty steps over one bowl, for four learning rates.
width = 640
height = 330
narrow_height = 640
load theme

array rate[4]
do for [i = 0 : 3] {
  stats run."paths.dat" index i using 3 nooutput
  rate[i + 1] = STATS_max
}

unset border
unset tics
set size ratio -1
set xrange [-10:10]
set yrange [-3.7:3.7]
set parametric
set trange [0:2*pi]
set samples 200

# The bowl (w1^2 + 10 w2^2) / 2 has the value C on this ellipse.
ellipse_x(C, t) = sqrt(2 * C) * cos(t)
ellipse_y(C, t) = sqrt(2 * C / 10) * sin(t)

array what[4] = [": creeps", ", which is 1/{/:Italic L}: smooth", \
  ", the best: swings and shrinks", ", above 2/{/:Italic L}: diverges"]
eval panels(2, 2, 0.01, 0.99, 0.02, 0.93, 0.03, 0.10)
do for [i = 0 : 3] {
  set title sprintf("%.3g", rate[i + 1]).what[i + 1] offset 0, -0.7 textcolor rgb ink
  plot for [k = 1 : 5] ellipse_x(k * k * 2.5, t), ellipse_y(k * k * 2.5, t) \
      with lines linecolor rgb rule linewidth 1, \
    run."paths.dat" index i using 1:2 with linespoints pointtype 7 \
      pointsize 0.45 linewidth 1.6 linecolor rgb (i == 3 ? negative : positive), \
    "<echo 0 0" using 1:2 with points pointtype 2 pointsize 0.8 linecolor rgb ink
}
unset multiplot
