# By what each step multiplies the distance, in the two directions.
width = 640
height = 390
load theme

set xrange [0:0.24]
set yrange [0:1.5]
set xlabel "learning rate {/:Italic η}"
set ylabel "factor of one step"
set xtics ("0" 0, "0.05" 0.05, "1/{/:Italic L} = 0.1" 0.1, "2/{/:Italic L} = 0.2" 0.2)
set ytics 0.5
set arrow 1 from 0, 1 to 0.24, 1 nohead dashtype dotted linecolor rgb muted
set arrow 2 from 0.2, 0 to 0.2, 1.5 nohead dashtype dotted linecolor rgb muted
set label 1 "gentle direction, |1 − {/:Italic η μ}|" textcolor rgb positive at 0.012, 1.06 left
set label 2 "steep direction," textcolor rgb negative at 0.064, 0.60 left
set label 3 "|1 − {/:Italic η L}|" textcolor rgb negative at 0.064, 0.50 left
set label 4 "measured" textcolor rgb weight at narrow ? 0.166 : 0.132, narrow ? 0.62 : 0.76 left
set arrow 3 from 2.0/11, 0 to 2.0/11, 9.0/11 nohead dashtype dotted linecolor rgb muted
set label 6 "best" textcolor rgb muted at 0.178, 0.1 right
set label 5 "diverges" textcolor rgb muted at 0.235, 0.10 right

plot run."factors.dat" using 1:2 with lines linecolor rgb positive linewidth 2, \
  run."factors.dat" using 1:3 with lines linecolor rgb negative linewidth 2 dashtype dashed, \
  run."measured.dat" using 1:2 with points pointtype 6 pointsize 1 linewidth 1.8 linecolor rgb weight
