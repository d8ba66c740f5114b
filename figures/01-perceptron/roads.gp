# Updates needed, and the most allowed, as the road gets narrow.
width = 640
height = 400
load theme

set logscale xy
set xrange [0.8:0.008]
set yrange [1:100000]
set xtics ("0.64" 0.64, "0.32" 0.32, "0.16" 0.16, "0.08" 0.08, \
  "0.04" 0.04, "0.02" 0.02, "0.01" 0.01)
set format y "10^{%T}"
set xlabel "width of the road between the classes"
set ylabel "updates"
set label 1 "Novikoff's bound" textcolor rgb muted at narrow ? 0.075 : 0.062, 9000 right
set label 2 narrow ? "measured: the median, and\nthe band from least to most" : \
  "measured: the median, and the band from least to most" \
  textcolor rgb weight at 0.08, narrow ? 3.4 : 1.7 center

plot run."roads.dat" using 1:2:4 with filledcurves \
    fillcolor rgb weight fillstyle transparent solid 0.15 noborder, \
  run."roads.dat" using 1:3 with linespoints pointtype 7 pointsize 0.8 \
    linecolor rgb weight linewidth 2, \
  run."roads.dat" using 1:5 with linespoints pointtype 8 pointsize 0.9 \
    linecolor rgb muted linewidth 2 dashtype dashed
