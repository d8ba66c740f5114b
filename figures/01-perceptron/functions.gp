# The sixteen functions of two inputs, with the line learned for each.
width = 640
height = 690
narrow_height = 430
slide_width = 880
slide_height = 270
load theme

unset border
set border 15 linecolor rgb rule
unset tics
set size ratio -1
set style arrow 1 nohead linecolor rgb ink linewidth 2

bit(f, row) = (f >> row) & 1
truth(f, x, y) = bit(f, int(2 * x + y))
title_of(f) = sprintf("%d%d%d%d", bit(f, 0), bit(f, 1), bit(f, 2), bit(f, 3))
$corners << END
0 0
0 1
1 0
1 1
END

array settled[16]
do for [f = 0 : 15] {
  stats run."functions.dat" using 2 every ::f::f nooutput
  settled[f + 1] = STATS_max
}

set xrange [-0.5:1.5]
set yrange [-0.5:1.5]
set multiplot layout slide ? 2 : 4, slide ? 8 : 4 \
  margins 0.01, 0.99, 0.01, slide ? 0.9 : 0.96 spacing 0.02, slide ? 0.12 : 0.05
do for [f = 0 : 15] {
  set border 15 linecolor rgb (settled[f + 1] > 0 ? rule : negative) \
    linewidth (settled[f + 1] > 0 ? 1 : 2)
  set title title_of(f) offset 0, -0.8 \
    textcolor rgb (settled[f + 1] > 0 ? ink : negative)
  plot $corners using 1:(truth(f, $1, $2) ? $2 : 1/0) with points \
      pointtype 7 pointsize 1.3 linecolor rgb positive, \
    $corners using 1:(truth(f, $1, $2) ? 1/0 : $2) with points \
      pointtype 6 pointsize 1.3 linewidth 2 linecolor rgb negative, \
    run."functions.dat" every ::f::f \
      using ($2 > 0 && abs($4) + abs($5) > 0 ? line_x($4, $5, $6) : 1/0): \
        (line_y($4, $5, $6)):(-20 * $5):(20 * $4) with vectors arrowstyle 1
}
unset multiplot
