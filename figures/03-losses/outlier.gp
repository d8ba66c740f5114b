# Nine points, of which the last has slipped, and the best lines.
width = 640
height = 380
load theme

stats run."outlier-lines.dat" using 1 nooutput
quadratic = STATS_max
stats run."outlier-lines.dat" using 2 nooutput
absolute = STATS_max
stats run."outlier-lines.dat" using 3 nooutput
huber = STATS_max

set xrange [0:10]
set yrange [-4:11]
set xlabel "{/:Italic x}"
set ylabel "{/:Italic t}" rotate by 0
set label 1 "absolute" textcolor rgb weight at 9.3, 9.3 * absolute + 1 right
set label 2 "Huber" textcolor rgb positive at 9.75, 9.75 * huber - (narrow ? 2.2 : 1.2) right
set label 3 "quadratic" textcolor rgb negative at 9.75, 9.75 * quadratic - (narrow ? 2.4 : 1.2) right
plot absolute * x with lines linecolor rgb weight linewidth 2 dashtype dashed, \
  huber * x with lines linecolor rgb positive linewidth 2.5, \
  quadratic * x with lines linecolor rgb negative linewidth 2, \
  run."points.dat" using 1:2 with points pointtype 7 pointsize 1.0 linecolor rgb ink
