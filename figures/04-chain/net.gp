# The network in numbers: above what goes forward, below what goes back:
# from neuron to neuron, the weight times delta. On a slide they are beside
# each other.
width = 640
height = 700
slide_width = 890
slide_height = 310
load theme

unset border
unset tics
set xrange [-0.3:3.42]
set yrange [0.4:2.6]
set size ratio -1
set style arrow 1 head filled size 0.07, 20 linecolor rgb muted linewidth 1.2
set style arrow 2 head filled size 0.07, 20 linecolor rgb negative linewidth 1.2
set style fill empty border linecolor rgb ink

inputs = run."net-inputs.dat"
neurons = run."net-neurons.dat"
weights = run."net-weights.dat"

r = 0.21
apart = 1.25
last = 3
number(v) = gprintf("%.3g", v) # with a minus sign
# How high neuron j of layer l is; the output is alone in the middle.
y(l, j) = l == last ? 1.5 : 1.5 + apart * (1.5 - j)
# The way of an arrow, which is trimmed to the circles.
rise(l, i, j) = y(l, j) - y(l - 1, i)
length(l, i, j) = sqrt(1 + rise(l, i, j)**2)
cut(l, i, j) = (r + 0.02) / length(l, i, j)
from_x(l, i, j) = l - 1 + cut(l, i, j)
from_y(l, i, j) = y(l - 1, i) + rise(l, i, j) * cut(l, i, j)
way_x(l, i, j) = 1 - 2 * cut(l, i, j)
way_y(l, i, j) = rise(l, i, j) * way_x(l, i, j)
# Its number: over it or under it, and of two that cross near the beginning.
part(l, i, j) = l == last ? 0.45 : i == j ? 0.5 : 0.33
label_x(l, i, j) = l - 1 + part(l, i, j)
label_y(l, i, j) = y(l - 1, i) + part(l, i, j) * rise(l, i, j) + \
  (i == 1 ? 1 : -1) * (i == j && l < last ? 0.08 : 0.15)

if (slide) {
  set multiplot
  set bmargin at screen 0
  set tmargin at screen 1
  set lmargin at screen 0
  set rmargin at screen 0.59
} else {
  set multiplot layout 2, 1 margins 0, 1, 0, 1 spacing 0, 0
}
set label 1 "{/:Bold forward}" at -0.28, 2.5 left textcolor rgb positive
plot weights using (from_x($1, $2, $3)):(from_y($1, $2, $3)): \
    (way_x($1, $2, $3)):(way_y($1, $2, $3)) with vectors arrowstyle 1, \
  weights using (label_x($1, $2, $3) + (part($1, $2, $3) == 0.5 ? 0 : 0.09)): \
    (label_y($1, $2, $3)):(number($4)) with labels textcolor rgb muted, \
  inputs using (0):(y(0, $1)):(r) with circles linecolor rgb muted, \
  inputs using (0):(y(0, $1) + 0.07):(sprintf("{/:Italic x}_%d", $1)) \
    with labels textcolor rgb ink, \
  inputs using (0):(y(0, $1) - 0.08):(number($2)) with labels textcolor rgb positive, \
  neurons using 1:(y($1, $2)):(r) with circles linecolor rgb ink, \
  neurons using 1:(y($1, $2) + 0.07):("{/:Italic z} ".number($4)) with labels textcolor rgb ink, \
  neurons using 1:(y($1, $2) - 0.08):("{/:Italic a} ".number($5)) with labels textcolor rgb positive, \
  neurons using 1:(y($1, $2) + r + 0.1):("{/:Italic b} ".number($3)) with labels textcolor rgb muted

set label 1 "{/:Bold backward}" textcolor rgb negative
if (slide) {
  set lmargin at screen 0.6
  set rmargin at screen 1
  set xrange [0.7:3.42]
  set label 1 at 0.72, 2.5
}
plot weights using ($1 > 1 ? from_x($1, $2, $3) + way_x($1, $2, $3) : 1/0): \
    (from_y($1, $2, $3) + way_y($1, $2, $3)): \
    (-way_x($1, $2, $3)):(-way_y($1, $2, $3)) with vectors arrowstyle 2, \
  weights using (label_x($1, $2, $3) + (part($1, $2, $3) == 0.5 ? 0 : 0.16)): \
    (label_y($1, $2, $3)):($1 > 1 ? number($5) : "") \
    with labels textcolor rgb negative, \
  neurons using 1:(y($1, $2)):(r) with circles linecolor rgb ink, \
  neurons using 1:(y($1, $2)):("{/:Italic δ}") with labels textcolor rgb negative, \
  neurons using 1:(y($1, $2) - r - 0.1):(number($6)) \
    with labels textcolor rgb negative
unset multiplot
