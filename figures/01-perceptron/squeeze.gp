# Novikoff's squeeze: the measured length between its floor and ceiling,
# drawn on to where floor and ceiling meet.
width = 640
height = 400
load theme

stats run."and-squeeze.dat" using 1 nooutput
updates = STATS_max
stats run."and-squeeze.dat" using 2 nooutput
floor_slope = STATS_max / updates**2
stats run."and-squeeze.dat" using 4 nooutput
ceiling_slope = STATS_max / updates
meet = ceiling_slope / floor_slope

set xlabel "updates made, {/:Italic k}"
set ylabel "squared length of the weights"
set xrange [0 : meet * 1.12]
set yrange [0 : ceiling_slope * meet * 1.14]
set xtics 10
set label 1 "ceiling {/:Italic kR}^2" textcolor rgb muted \
  at (narrow ? 37 : 24), ceiling_slope * (narrow ? 37 : 24) + 9 right
set label 2 "floor {/:Italic k}^2{/:Italic γ}^2" textcolor rgb muted \
  at 33, floor_slope * 33**2 - 7 left
set label 3 "‖{/:Bold w}_{{/:Italic k}}‖^2, measured" textcolor rgb weight \
  at 1.5, narrow ? 90 : 50 left
set label 4 sprintf("they meet at {/:Italic k} = %.0f", meet) \
  textcolor rgb ink at meet - 1.2, ceiling_slope * meet + 7 right
set arrow 1 from meet, 0 to meet, ceiling_slope * meet nohead \
  dashtype dotted linecolor rgb muted

plot sample [0 : meet] \
  '+' using 1:(floor_slope * $1**2):(ceiling_slope * $1) \
    with filledcurves fillcolor rgb muted \
    fillstyle transparent solid 0.10 noborder, \
  [0 : meet * 1.08] ceiling_slope * x with lines linecolor rgb muted linewidth 2, \
  [0 : meet * 1.08] floor_slope * x**2 with lines linecolor rgb muted linewidth 2 \
    dashtype dashed, \
  run."and-squeeze.dat" using 1:3 with linespoints pointtype 7 \
    pointsize 0.6 linecolor rgb weight linewidth 2, \
  [0 : 1] '+' using (meet):(ceiling_slope * meet) every ::0::0 with points \
    pointtype 7 pointsize 0.9 linecolor rgb ink
