# All functions of n bits, and those that a line (or plane) separates.
width = 640
height = 400
load theme

set logscale y
set xrange [0.7:4.9]
set yrange [1:300000]
set xtics 1, 1, 4
set format y "10^{%T}"
set xlabel "inputs"
set ylabel "functions"
set label 1 "all" textcolor rgb muted at 4.15, 65536 left
set label 2 "separable" textcolor rgb weight at 4.15, 1882 left

plot run."census.dat" using 1:2 with linespoints pointtype 8 pointsize 1.1 \
    linecolor rgb muted linewidth 2 dashtype dashed, \
  run."census.dat" using 1:3 with linespoints pointtype 7 pointsize 1.0 \
    linecolor rgb weight linewidth 2, \
  run."census.dat" using ($1 + 0.06):($3 / 2):(sprintf("%.0f", $3)) \
    every ::1 with labels left textcolor rgb weight, \
  run."census.dat" using ($1 - 0.06):($2 * 1.9):(sprintf("%.0f", $2)) \
    every ::1 with labels right textcolor rgb muted
