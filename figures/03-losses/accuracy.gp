# The share of right answers and the loss, as the bias moves.
width = 640
height = 400
narrow_height = 360
load theme

eval panels(2, 1, 0.15, 0.97, 0.16, 0.97, 0, 0.07)
set xrange [-6:6]
set xtics -6, 2, 6
set format x ""
set yrange [0:1.05]
set ytics ("0" 0, "50 %%" 0.5, "100 %%" 1)
set ylabel "right" offset -0.5, 0
set label 1 "should answer 1" textcolor rgb positive at -5.9, 0.09 left
set label 2 "should answer 0" textcolor rgb muted at 5.9, 0.09 right
plot run."accuracy.dat" using 1:2 with lines linecolor rgb negative linewidth 2.5, \
  run."accuracy-examples.dat" using ($2 > 0 ? $1 : 1/0):(0.25) with points \
    pointtype 7 pointsize 0.9 linecolor rgb positive, \
  run."accuracy-examples.dat" using ($2 > 0 ? 1/0 : $1):(0.25) with points \
    pointtype 6 pointsize 0.9 linewidth 2 linecolor rgb muted
unset label
set format x "%g"
set xlabel "bias {/:Italic b}"
set yrange [0:2.4]
set ytics 0, 1
set ylabel "loss"
plot run."accuracy.dat" using 1:3 with lines linecolor rgb positive linewidth 2.5
unset multiplot
