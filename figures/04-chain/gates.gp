# A neuron as gates. On each arrow the value that went forward, and below it
# the slope that came back.
width = 640
height = 230
narrow_height = 610
load theme

unset border
unset tics
set lmargin 0
set rmargin 0
set tmargin 0
set bmargin 0
set xrange [0 : narrow ? 352 : 640]
set yrange [(narrow ? 610 : 230) : 0]

# The gates in the order of the program, and where they are, in pixels.
gates = 10
array sign[gates] = ["{/:Italic w}", "{/:Italic x}", "×", "{/:Italic b}", "+", \
  "σ", "×", "−{/:Italic t}", "+", "½{/:Italic u}^2"]
if (narrow) {
  array across[gates] = [60, 230, 145, 320, 235, 115, 235, 325, 235, 235]
  array down[gates] = [16, 16, 102, 102, 188, 282, 376, 376, 478, 578]
} else {
  array across[gates] = [16, 16, 130, 130, 244, 326, 408, 408, 512, 614]
  array down[gates] = [34, 164, 99, 218, 164, 32, 164, 34, 99, 99]
}
radius = 18
line = narrow ? 9 : 10

# The direction of an arrow, and its two parts, before and after its numbers,
# which a level arrow passes between.
length(i, j) = sqrt((across[j] - across[i])**2 + (down[j] - down[i])**2)
ux(i, j) = (across[j] - across[i]) / length(i, j)
uy(i, j) = (down[j] - down[i]) / length(i, j)
smaller(a, b) = a < b ? a : b
gap(i, j) = abs(uy(i, j)) < 0.1 ? 0 : abs(ux(i, j)) < 0.1 ? 2 * line + 2 : \
  smaller((narrow ? 22 : 26) / abs(ux(i, j)), (2 * line + 2) / abs(uy(i, j)))
part(i, j) = length(i, j) / 2 - radius - gap(i, j)
middle_x(i, j) = (across[i] + across[j]) / 2.0
middle_y(i, j) = (down[i] + down[j]) / 2.0
do for [i=1:gates] {
  set label i sign[i] at across[i], down[i] center front \
    textcolor rgb (i <= 2 || i == 4 || i == 8 ? muted : ink)
  if (!(i <= 2 || i == 4 || i == 8)) {
    set object i circle at across[i], down[i] size radius noclip fillstyle empty \
      border linecolor rgb ink linewidth 1.2
  }
}
plot run."gates.dat" \
    using (across[$1 + 1] + radius * ux($1 + 1, $2 + 1)): \
      (down[$1 + 1] + radius * uy($1 + 1, $2 + 1)): \
      (part($1 + 1, $2 + 1) * ux($1 + 1, $2 + 1)): \
      (part($1 + 1, $2 + 1) * uy($1 + 1, $2 + 1)) \
    with vectors nohead linecolor rgb muted linewidth 1.2, \
  run."gates.dat" \
    using (middle_x($1 + 1, $2 + 1) + gap($1 + 1, $2 + 1) * ux($1 + 1, $2 + 1)): \
      (middle_y($1 + 1, $2 + 1) + gap($1 + 1, $2 + 1) * uy($1 + 1, $2 + 1)): \
      (part($1 + 1, $2 + 1) * ux($1 + 1, $2 + 1)): \
      (part($1 + 1, $2 + 1) * uy($1 + 1, $2 + 1)) \
    with vectors head filled size 9, 20 linecolor rgb muted linewidth 1.2, \
  run."gates.dat" using (middle_x($1 + 1, $2 + 1)):(middle_y($1 + 1, $2 + 1) - line): \
    (gprintf("%.3g", $3)) with labels textcolor rgb positive, \
  run."gates.dat" using (middle_x($1 + 1, $2 + 1)):(middle_y($1 + 1, $2 + 1) + line): \
    (gprintf("%.3g", $4)) with labels textcolor rgb negative
