# Three of the five runs over epochs, over steps and over seconds.
width = 640
height = 380
narrow_height = 820
load theme

set logscale xy
set yrange [1e-3:1.3]
set ytics ("1" 1, "0.1" 0.1, "0.01" 0.01, "0.001" 0.001)
set format x "10^{%T}"
array run_of[3] = [0, 2, 4]
array colour[3] = [negative, weight, positive]
array dashes[3] = [1, 2, 1]
array thickness[3] = [1.6, 2, 2.4]
set arrow 1 from graph 0, first 0.01 to graph 1, first 0.01 nohead dashtype dotted linecolor rgb muted

eval panels(1, 3, 0.135, 0.98, 0.19, 0.96, 0.035, 0)
set xrange [4e-5:40]
set xtics 100
set xlabel "epochs"
set ylabel "excess, as part of the start"
set label 1 "{/:Italic B} = 1" textcolor rgb negative at 7e-5, 0.1 left
set label 2 "100" textcolor rgb weight at 2.2e-2, 0.5 left
set label 3 "all" textcolor rgb positive at 4.5, 0.4 left
plot for [i = 1 : 3] run."family.dat" index run_of[i] using ($1 > 0 ? $1 : 5e-5):3 with lines \
  linewidth thickness[i] dashtype dashes[i] linecolor rgb colour[i]
if (!narrow) { unset ylabel; set ytics ("" 1, "" 0.1, "" 0.01, "" 0.001) }
set xrange [0.8:600]
set xtics 10
set xlabel "steps"
set label 1 at 110, 0.2 left
set label 2 at 7, 0.2 left
set label 3 at 1.05, 0.03 left
plot for [i = 1 : 3] run."family.dat" index run_of[i] using ($2 > 0 ? $2 : 0.9):3 with lines \
  linewidth thickness[i] dashtype dashes[i] linecolor rgb colour[i]
set xrange [1e-8:0.02]
set xtics 100
set xlabel "seconds"
set label 1 at 2e-8, 0.1 left
set label 2 at 5e-6, 0.5 left
set label 3 at 3e-4, 0.55 left
plot for [i = 1 : 3] run."family-seconds.dat" index run_of[i] using ($1 > 0 ? $1 : 1.2e-8):2 with lines \
  linewidth thickness[i] dashtype dashes[i] linecolor rgb colour[i]
unset multiplot
