# After how many sweeps so many of the starts had learned symmetry.
width = 640
height = 380
load theme

set logscale x
set xrange [200:40000]
set yrange [0:1.04]
set xtics ("300" 300, "1000" 1000, "3000" 3000, "10 000" 10000, "30 000" 30000)
set ytics ("0" 0, "¼" 0.25, "½" 0.5, "¾" 0.75, "1" 1)
set xlabel "sweeps through the 64 inputs"
set ylabel "share of starts that have learned it"
set arrow 1 from 1425, 0 to 1425, 1.0 nohead dashtype dashed linecolor rgb highlight
set label 1 "1425, the paper’s" textcolor rgb highlight at narrow ? 1560 : 1340, narrow ? 0.06 : 0.93 right
if (narrow) { set label 1 left }

plot run."symmetry.dat" using 1:2 with steps linecolor rgb positive linewidth 2
