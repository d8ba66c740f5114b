# Three of the five runs over epochs, over steps and over seconds: clear until
# they first reach the goal, faint behind.
width = 640
height = 380
narrow_height = 820
load theme

set logscale xy
set yrange [1.5e-3:1.4]
set ytics ("1" 1, "0.1" 0.1, "0.01" 0.01)
array run_of[3] = [0, 2, 4]
array colour[3] = [negative, weight, positive]
array dashes[3] = [1, 2, 1]
set arrow 1 from graph 0, first 0.01 to graph 1, first 0.01 nohead dashtype dotted linecolor rgb ink

# A point of a stage, or none.
before(stage, y) = stage < 2 ? y : 1/0
there(stage, y) = stage == 1 ? y : 1/0
behind(stage, y) = stage > 0 ? y : 1/0

eval panels(1, 3, 0.135, 0.98, 0.19, 0.96, 0.035, 0)
set xrange [4e-5:40]
set xtics ("0.0001" 1e-4, "0.01" 0.01, "1" 1)
set xlabel "epochs"
set ylabel "excess, as part of the start"
set label 1 "{/:Italic B} = 1" textcolor rgb negative at 1.3e-3, 0.045 right
set label 2 "100" textcolor rgb weight at 1.2e-2, 0.12 left
set label 3 "all" textcolor rgb positive at 3.2, 0.2 left
set label 4 "goal" textcolor rgb ink at 5e-5, 0.0075 left
plot for [i = 1 : 3] run."family.dat" index run_of[i] using ($1 > 0 ? $1 : 5e-5):(behind($4, $3)) with lines \
    linewidth 0.6 linecolor rgb colour[i], \
  for [i = 1 : 3] run."family.dat" index run_of[i] using ($1 > 0 ? $1 : 5e-5):(before($4, $3)) with lines \
    linewidth 2.2 dashtype dashes[i] linecolor rgb colour[i], \
  for [i = 1 : 3] run."family.dat" index run_of[i] using 1:(there($4, $3)) with points \
    pointtype 7 pointsize 1 linecolor rgb colour[i]
if (!narrow) { unset ylabel; set ytics ("" 1, "" 0.1, "" 0.01) }
unset label 4
set xrange [0.8:600]
set xtics ("1" 1, "10" 10, "100" 100)
set xlabel "steps"
set label 1 at 40, 0.2 left
set label 2 at 1.8, 0.3 left
set label 3 at 1.02, 0.06 left
plot for [i = 1 : 3] run."family.dat" index run_of[i] using ($2 > 0 ? $2 : 0.9):(behind($4, $3)) with lines \
    linewidth 0.6 linecolor rgb colour[i], \
  for [i = 1 : 3] run."family.dat" index run_of[i] using ($2 > 0 ? $2 : 0.9):(before($4, $3)) with lines \
    linewidth 2.2 dashtype dashes[i] linecolor rgb colour[i], \
  for [i = 1 : 3] run."family.dat" index run_of[i] using 2:(there($4, $3)) with points \
    pointtype 7 pointsize 1 linecolor rgb colour[i]
set xrange [1e-8:0.02]
set xtics ("10 ns" 1e-8, "1 µs" 1e-6, narrow ? "100 µs" : "0.1 ms" 1e-4)
set xlabel "time"
set label 1 at 2.2e-7, 0.13 right
set label 2 at 5e-6, 0.1 left
set label 3 at 6e-4, 0.2 left
plot for [i = 1 : 3] run."family-seconds.dat" index run_of[i] using ($1 > 0 ? $1 : 1.2e-8):(behind($3, $2)) with lines \
    linewidth 0.6 linecolor rgb colour[i], \
  for [i = 1 : 3] run."family-seconds.dat" index run_of[i] using ($1 > 0 ? $1 : 1.2e-8):(before($3, $2)) with lines \
    linewidth 2.2 dashtype dashes[i] linecolor rgb colour[i], \
  for [i = 1 : 3] run."family-seconds.dat" index run_of[i] using 1:(there($3, $2)) with points \
    pointtype 7 pointsize 1 linecolor rgb colour[i]
unset multiplot
