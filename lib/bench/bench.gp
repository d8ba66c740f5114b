# The peers' times over nn's, on a logarithmic scale: one panel for each
# kind of numbers. `table` is bench.tsv, `svg` the figure.
ink = '#20242a'
muted = '#676d76'
rule = '#d8d4ca'
paper = '#fffefb'

set terminal svg size 640, 560 dynamic enhanced rounded \
  font "sans-serif,13" background paper
set output svg
set encoding utf8
set datafile separator tab

# Workloads from the top down.
loads = "w1 w2-b1 w2-b32 w3-b1 w3-b128 w4-b128 gemm"
row(name) = sum [i = 1 : words(loads)] (word(loads, i) eq name ? -i : 0)

peers = "fann openblas numpy torch"
titles = "FANN OpenBLAS NumPy PyTorch"
colours = "#b5460b #0067a5 #7a3e9d #5c6470"
shapes = "7 5 9 13"
aside(p) = 0.18 * (2.5 - p) # so that none hides another

set border 1 linecolor rgb muted
set tics nomirror scale 0.5 textcolor rgb ink
stats table skip 1 using 7 nooutput # the same range for both panels
set logscale x 10
set xrange [STATS_min / 1.5 : STATS_max * 1.5]
set yrange [-words(loads) - 0.6 : -0.4]
set grid xtics linetype 1 linecolor rgb rule
set format x "%g"
unset ytics
unset key

do for [i = 1 : words(loads)] {
  set label i word(loads, i) at graph -0.02, first -i right \
    textcolor rgb ink
}
set arrow 1 from 1, graph 0 to 1, graph 1 nohead linewidth 2 \
  linecolor rgb ink front

set multiplot layout 2, 1 margins 0.14, 0.97, 0.1, 0.94 spacing 0, 0.13
do for [numbers in "double float"] {
  set title numbers offset 0, -0.4 textcolor rgb ink
  set key off
  if (numbers eq "float") {
    set key bottom right Left reverse samplen 1 width 2 \
      textcolor rgb ink box linecolor rgb rule opaque fillcolor rgb paper
    set xlabel "time as a multiple of nn's (right of 1, nn is the faster)" \
      textcolor rgb ink
  }
  plot for [p = 1 : words(peers)] table skip 1 \
    using (strcol(2) eq numbers && strcol(3) eq word(peers, p) ? $7 : NaN):\
      (row(strcol(1)) + aside(p)) \
    with points pointtype int(word(shapes, p)) pointsize 0.9 \
    linecolor rgb word(colours, p) title word(titles, p)
}
unset multiplot
