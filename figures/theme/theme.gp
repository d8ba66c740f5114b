# The manner of every plot. A script sets `width` and `height` (pixels on
# the page, 640 wide at most), then says `load theme`. The colours of
# palette.tsv are there as strings: ink, muted, positive, ...

load palette
set terminal svg size width, height dynamic enhanced rounded \
  font sprintf("%s,14", sans) linewidth 1
set output svg

set encoding utf8
set minussign              # not a hyphen
set clip two                # lines between points outside are drawn inside
unset key                   # labels stand beside what they name
set border 3 linewidth 1 linecolor rgb muted
set tics nomirror out scale 0.6 textcolor rgb muted
unset mxtics
unset mytics
set xlabel textcolor rgb ink
set ylabel textcolor rgb ink
set zlabel textcolor rgb ink

dashed = 2
dotted = 3

# A straight line w1 x1 + w2 x2 + b = 0 as a vector that leaves any plot:
# start at the point closest to the origin, go far to both sides.
line_x(w1, w2, b) = -b * w1 / (w1**2 + w2**2) + 10 * w2
line_y(w1, w2, b) = -b * w2 / (w1**2 + w2**2) - 10 * w1
