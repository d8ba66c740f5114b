# Gradient descent with a small and with its best rate, and a ball.
width = 640
height = 540
slide_width = 480
slide_height = 400
load theme

array rate[3]
array beta[3]
do for [i = 0 : 2] {
  stats run."paths.dat" index i using 3 nooutput
  rate[i + 1] = STATS_max
  stats run."paths.dat" index i using 4 nooutput
  beta[i + 1] = STATS_max
}

unset border
unset tics
set size ratio -1
set xrange [-9.6:4]
set yrange [-2.15:2.15]
set parametric
set trange [0:2*pi]
set samples 200
ellipse_x(C, t) = sqrt(2 * C) * cos(t)
ellipse_y(C, t) = sqrt(2 * C / 30) * sin(t)

array what[3] = ["gradient descent, its best {/:Italic η} = %.3f", \
  "gradient descent, {/:Italic η} = %.3f", \
  "a ball, {/:Italic η} = %.3f and {/:Italic β} = %.1f"]
array colour[3] = [negative, negative, positive]
eval panels(3, 1, 0.01, 0.99, 0.01, slide ? 0.93 : 0.95, 0.03, 0.06)
do for [i = 0 : 2] {
  set title sprintf(what[i + 1], rate[i + 1], beta[i + 1]) offset 0, -0.7 textcolor rgb ink
  plot for [k = 1 : 5] ellipse_x(k * k * 2.5, t), ellipse_y(k * k * 2.5, t) \
      with lines linecolor rgb rule linewidth 1, \
    run."paths.dat" index i using 1:2 with linespoints pointtype 7 \
      pointsize 0.5 linewidth 1.6 linecolor rgb colour[i + 1], \
    "<echo 0 0" using 1:2 with points pointtype 2 pointsize 0.9 linecolor rgb ink
}
unset multiplot
