# What was known when, from the first neuron to the 2024 prize, to scale but
# for the last years. To the left what discouraged, to the right what was found.
# On a phone all is to the right.
width = 640
height = 680
narrow_height = 720
slide_width = 890
slide_height = 330
load theme

unset border
unset tics
set xrange [0:1]
set yrange [1994:1938.5]
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 0.99
set bmargin at screen 0.01

found = 1
discouraged = -1
axis = narrow ? 0.15 : slide ? 0.475 : 0.48
years(pixels) = pixels * 55.5 / height
next = 1
# On a slide each has one line.
end_of(words) = slide ? strstrt(words, "\n") : 0
lines(words) = end_of(words) ? words[1 : end_of(words) - 1] . " " . words[end_of(words) + 1 : *] : words

# An event: its year, where on the axis that is, its lane and colour, how many
# pixels its words are moved down, and the words.
event(year, at, lane, colour, wide, narrow_, words, words_) = \
  (narrow || lane > 0 ? "set label next left; " : "set label next right; ") . sprintf( \
  "set label next \"{/:Bold %d} %s\" textcolor rgb \"%s\" at %g, %g; " . \
  "set arrow next from %g, %g to %g, %g nohead linecolor rgb muted; " . \
  "set label next + 100 \"\" at %g, %g point pointtype 7 pointsize 1 linecolor rgb \"%s\" front; next = next + 1", \
  year, narrow ? words_ : lines(words), colour, \
  axis + (narrow ? 1 : lane) * 0.04, at + years(narrow ? narrow_ : wide), \
  axis, at, axis + (narrow ? 1 : lane) * 0.034, at + years(narrow ? narrow_ : wide), \
  axis, at, colour)

set object 1 rectangle from 0, 1973 to 1, 1980 fillcolor rgb muted \
  fillstyle transparent solid 0.12 noborder behind
set label 200 "winter" textcolor rgb muted at narrow || slide ? 0.98 : 0.04, narrow ? 1979.1 : 1976.5
if (narrow || slide) { set label 200 right }
set arrow 200 from axis, 1941 to axis, 1989.4 nohead linewidth 2 linecolor rgb rule back
set arrow 201 from axis, 1989.4 to axis, 1992 nohead linewidth 2 linecolor rgb rule dashtype dotted back
if (!narrow) {
  set label 201 "what discouraged" textcolor rgb negative at axis - 0.04, 1940 right
  set label 202 "what was found" textcolor rgb positive at axis + 0.04, 1940 left
}

eval event(1943, 1943, found, ink, 0, 0, "McCulloch and Pitts:\nneurons that compute logic", \
  "McCulloch and Pitts:\nneurons that compute logic")
eval event(1958, 1958, found, ink, 0, 0, "Rosenblatt: the perceptron learns", "Rosenblatt: the perceptron learns")
eval event(1966, 1966, discouraged, negative, -8, -30, "− ALPAC: little to show\nfor machine translation", \
  "− ALPAC: little to show\nfor machine translation")
eval event(1969, 1969, discouraged, negative, -2, -24, "− Minsky and Papert:\nwhat perceptrons cannot see", \
  "− Minsky and Papert: what\nperceptrons cannot see")
eval event(1970, 1970, found, positive, -8, 8, "+ Linnainmaa: the chain rule,\nbackward through a program", \
  "+ Linnainmaa: the chain rule,\nbackward through a program")
eval event(1973, 1973, discouraged, negative, 6, 14, "− Lighthill: the promises\nof AI have not been kept", \
  "− Lighthill: the promises\nof AI have not been kept")
eval event(1974, 1974, found, positive, 0, 42, "+ Werbos: the same\nfor fitting models", \
  "+ Werbos: for fitting models")
eval event(1982, 1982, found, ink, -6, -6, "Hopfield: networks that remember", "Hopfield: networks that remember")
eval event(1985, 1985, found, positive, -6, -10, "+ Parker, and LeCun: once more", "+ Parker, and LeCun: once more")
eval event(1986, 1986, found, positive, 8, 8, "+ Rumelhart, Hinton and Williams:\nhidden units that learn", \
  "+ Rumelhart, Hinton and Williams:\nhidden units that learn")
eval event(2024, 1992, found, ink, 0, 0, "Nobel prize in physics:\nHopfield and Hinton", \
  "Nobel prize in physics:\nHopfield and Hinton")
plot 1/0
