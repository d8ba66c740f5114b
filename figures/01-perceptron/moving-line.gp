# The line after some of the updates, each over the same points.
width = 640
height = 470
narrow_height = 600
slide_width = 540
slide_height = 400
load theme

unset border
set border 15 linecolor rgb rule
unset tics
set size ratio -1
set style arrow 1 nohead linecolor rgb ink linewidth 2

stats run."points-lines.dat" using 1 nooutput
panels = STATS_records
stats run."points.dat" using 1 nooutput
points = STATS_records

array update[panels]
array right[panels]
do for [i = 1 : panels] {
  stats run."points-lines.dat" using 1 every ::(i-1)::(i-1) nooutput
  update[i] = STATS_max
  stats run."points-lines.dat" using 5 every ::(i-1)::(i-1) nooutput
  right[i] = STATS_max
}

set xrange [-1.05:1.05]
set yrange [-1.05:1.05]
set multiplot layout narrow ? 3 : 2, narrow ? 2 : 3 margins 0.01, 0.99, 0.02, 0.93 spacing 0.03, 0.10
do for [i = 0 : panels - 1] {
  set title sprintf("update %d: %d of %d right", \
    update[i + 1], right[i + 1], points) offset 0, -0.7 textcolor rgb ink
  plot run."points.dat" using 1:($3 > 0 ? $2 : 1/0) with points \
      pointtype 7 pointsize 0.6 linecolor rgb positive, \
    run."points.dat" using 1:($3 < 0 ? $2 : 1/0) with points \
      pointtype 6 pointsize 0.6 linewidth 1.2 linecolor rgb negative, \
    run."points-lines.dat" every ::i::i \
      using (line_x($2, $3, $4)):(line_y($2, $3, $4)): \
        (-20 * $3):(20 * $2) with vectors arrowstyle 1
}
unset multiplot
