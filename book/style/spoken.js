// A text as it is read aloud. Formulas are on the page twice, to be seen and
// to be read, and the second is no name for a control to some readers.
'use strict'
function spoken(element) {
  const copy = element.cloneNode(true)
  for (const other of copy.querySelectorAll('.katex-html, annotation')) other.remove()
  return copy.textContent.trim()
}
