// What is too wide for the window scrolls in a box of its own. In some
// browsers the keyboard reaches such a box only if it is told to.
'use strict'
const scrolling = new ResizeObserver(entries => {
  for (const { target: box } of entries) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
    else box.removeAttribute('tabindex')
  }
})
for (const box of document.querySelectorAll('pre, .katex-display, figure.table, .scroll')) {
  scrolling.observe(box)
}
