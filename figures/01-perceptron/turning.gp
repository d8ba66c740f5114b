# The weights on their way to AND: along u to the right, away from u's line
# upward, both in units of the margin and to the same scale.
width = 640
height = 270
narrow_height = 190
load theme

do for [k in "2 7 18"] {
  stats run."and-turning.dat" using 2 every ::(k)::(k) nooutput
  along = STATS_max
  stats run."and-turning.dat" using 3 every ::(k)::(k) nooutput
  set arrow from 0, 0 to along, STATS_max filled front size 0.5, 18 \
    linecolor rgb weight linewidth (k == 18 ? 2.5 : 1.5)
  set label "{/:Bold w}_{".k."}" textcolor rgb weight at along, STATS_max \
    offset 0.2, 0.7
}
set size ratio -1
set xrange [0 : 24.5]
set yrange [0 : 8]
set xtics 5
set ytics 5
set xlabel "progress {/:Bold u} · {/:Bold w}_{{/:Italic k}}, in margins {/:Italic γ}"
set ylabel narrow ? "aside, in {/:Italic γ}" : "away from {/:Bold u}, in {/:Italic γ}"
set arrow from 0, 0 to 24.5, 0 filled linecolor rgb ink linewidth 2.5
set label "{/:Bold u}" textcolor rgb ink at 24.2, 0.8 right

plot run."and-turning.dat" using 2:3 with linespoints pointtype 7 \
  pointsize 0.6 linecolor rgb muted linewidth 1.5
