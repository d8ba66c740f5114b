# RMSprop on one bowl, along the axes and turned by 45 degrees.
width = 640
height = 350
narrow_height = 640
load theme

unset border
unset tics
set size ratio -1
set xrange [-8.6:8.6]
set yrange [-8:8]
set parametric
set trange [0:2*pi]
set samples 200
r = sqrt(0.5)
array c[2] = [1, r]
array s[2] = [0, r]
x(C, t) = sqrt(2 * C) * cos(t)
y(C, t) = sqrt(2 * C / 100.0) * sin(t)
array what[2] = ["along the axes", "turned by 45°"]
array colour[2] = [positive, negative]
eval panels(1, 2, 0.01, 0.99, 0.02, 0.92, 0.03, 0.03)
do for [i = 1 : 2] {
  set title what[i] offset 0, -0.5 textcolor rgb ink
  plot for [k = 1 : 4] c[i] * x(k * k * 8, t) - s[i] * y(k * k * 8, t), \
      s[i] * x(k * k * 8, t) + c[i] * y(k * k * 8, t) with lines linecolor rgb rule linewidth 1, \
    run."rotated.dat" index i - 1 using 1:2 with linespoints pointtype 7 \
      pointsize 0.5 linewidth 1.5 linecolor rgb colour[i], \
    "<echo 0 0" using 1:2 with points pointtype 2 pointsize 0.9 linecolor rgb ink
}
unset multiplot
