# The same five runs over epochs, over steps and over seconds.
width = 640
height = 380
load theme

set logscale xy
set yrange [1e-3:1.3]
set ytics ("1" 1, "0.1" 0.1, "0.01" 0.01, "0.001" 0.001)
set format x "10^{%T}"
array colour[5] = [negative, weight, highlight, input, positive]
array dashes[5] = [1, 2, 3, 4, 1]
array thickness[5] = [2.4, 1.6, 1.6, 1.6, 2.4]
set arrow 1 from graph 0, first 0.01 to graph 1, first 0.01 nohead dashtype dotted linecolor rgb muted

set multiplot layout 1, 3 margins 0.135, 0.98, 0.19, 0.96 spacing 0.035, 0
set xrange [4e-5:40]
set xtics 100
set xlabel "epochs"
set ylabel "excess, as part of the start"
set label 1 "{/:Italic B} = 1" textcolor rgb negative at 6e-5, 0.05 left
set label 2 "all" textcolor rgb positive at 4.5, 0.4 left
plot for [i = 0 : 4] run."family.dat" index i using ($1 > 0 ? $1 : 5e-5):3 with lines \
  linewidth thickness[i + 1] dashtype dashes[i + 1] linecolor rgb colour[i + 1]
unset ylabel
set ytics ("" 1, "" 0.1, "" 0.01, "" 0.001)
unset label
set xrange [0.8:600]
set xtics 10
set xlabel "steps"
set label 1 "{/:Italic B} = 1" textcolor rgb negative at 110, 0.2 left
set label 2 "all" textcolor rgb positive at 1.05, 0.03 left
plot for [i = 0 : 4] run."family.dat" index i using ($2 > 0 ? $2 : 0.9):3 with lines \
  linewidth thickness[i + 1] dashtype dashes[i + 1] linecolor rgb colour[i + 1]
unset label
set xrange [1e-8:0.02]
set xtics 100
set xlabel "seconds"
set label 1 "{/:Italic B} = 1" textcolor rgb negative at 1.4e-8, 0.05 left
set label 2 "all" textcolor rgb positive at 3e-4, 0.55 left
plot for [i = 0 : 4] run."family-seconds.dat" index i using ($1 > 0 ? $1 : 1.2e-8):2 with lines \
  linewidth thickness[i + 1] dashtype dashes[i + 1] linecolor rgb colour[i + 1]
unset multiplot
