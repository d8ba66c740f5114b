# The manner of every plot. A script sets `width` and `height` (pixels on
# the page, 640 wide at most), then says `load theme`. The colours of
# palette.tsv are there as strings: ink, muted, positive, ...
#
# Each is drawn a second time for phones, with `narrow` = 1: then it is 352
# pixels wide, and narrow_height high if the script sets that, too. Letters have
# one size everywhere; titles and labels name no other. A script that sets
# slide_width and slide_height is drawn a third time, in that size and with
# `slide` = 1: for slides, where neither of the others would be legible.

load palette
wide = 1.0 * width
tall = 1.0 * height
if (!exists("narrow_height")) { narrow_height = int(0.8 * height) }
if (narrow) {
  width = width < 470 ? 0.75 * width : 352
  height = narrow_height
}
if (slide) {
  width = slide_width
  height = slide_height
}
letters = narrow ? 12 : 14
set terminal svg size width, height dynamic enhanced rounded \
  font sprintf("%s,%d", sans, letters) linewidth 1
set output svg

set encoding utf8
set minussign              # not a hyphen
set clip two                # lines between points outside are drawn inside
unset key                   # labels stand beside what they name
set border 3 linewidth 1 linecolor rgb muted
set tics nomirror out scale 0.6 textcolor rgb muted
unset mxtics
unset mytics
set xlabel textcolor rgb ink offset 0, 0.5
set ylabel textcolor rgb ink
set zlabel textcolor rgb ink

dashed = 2
dotted = 3

# A straight line w1 x1 + w2 x2 + b = 0 as a vector that leaves any plot:
# start at the point closest to the origin, go far to both sides.
line_x(w1, w2, b) = -b * w1 / (w1**2 + w2**2) + 10 * w2
line_y(w1, w2, b) = -b * w2 / (w1**2 + w2**2) - 10 * w1

# The start of a multiplot: its rows and columns, and its margins and the gaps
# between panels as parts of the whole. On a phone a row of panels is a column,
# and the margins keep their pixels.
panels(rows, columns, left, right, bottom, top, across, down) = narrow ? \
  sprintf("set multiplot layout %d, %d margins %g, %g, %g, %g spacing %g, %g", \
    rows * columns, 1, left * wide / width, \
    1 - (1 - right) * wide / width, bottom * tall / height, \
    1 - (1 - top) * tall / height, 0, \
    (columns == 1 ? down : bottom + 1 - top) * tall / height) : \
  sprintf("set multiplot layout %d, %d margins %g, %g, %g, %g spacing %g, %g", \
    rows, columns, left, right, bottom, top, across, down)
