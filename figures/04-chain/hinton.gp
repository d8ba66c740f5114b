# A Hinton diagram: the area is the size of a weight; filled is positive.
width = 640
height = 230
narrow_height = 150
load theme

stats run."hinton.dat" using (abs($3)) name "size" nooutput
side(w) = 0.44 * sqrt(abs(w) / size_max)

unset border
set xrange [-1.4:9.8]
set yrange [3.6:0.4]
set size ratio -1
unset ytics
unset xtics
set x2range [-1.4:9.8]
set x2tics ("{/:Italic x}_1" 1, "{/:Italic x}_2" 2, "{/:Italic x}_3" 3, \
  "{/:Italic x}_4" 4, "{/:Italic x}_5" 5, "{/:Italic x}_6" 6, "bias" 7, \
  "to output" 9) scale 0
set label 1 "hidden 1" textcolor rgb ink at 0.3, 1 right
set label 2 "hidden 2" textcolor rgb ink at 0.3, 2 right
set label 3 "bias of the output" textcolor rgb ink at 8.3, 3 right
set arrow 1 from 3.5, 0.4 to 3.5, 2.6 nohead dashtype dashed linecolor rgb muted

plot run."hinton.dat" using 1:2:($3 > 0 ? side($3) : 1/0):(side($3)) \
    with boxxyerror fillcolor rgb positive fillstyle solid noborder, \
  run."hinton.dat" using 1:2:($3 < 0 ? side($3) : 1/0):(side($3)) \
    with boxxyerror fillcolor rgb negative fillstyle empty \
    border linecolor rgb negative linewidth 2
