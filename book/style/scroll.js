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

// Firefox does not scroll to what the keyboard reaches if part of it is in the
// window, even if that part is under the header.
document.addEventListener('focusin', ({ target }) => {
  const header = document.querySelector('.top')
  if (!header || header.contains(target) || !target.matches(':focus-visible')) return
  const { bottom } = header.getBoundingClientRect()
  const { top, height } = target.getClientRects()[0] || target.getBoundingClientRect()
  if (top < bottom && height < innerHeight - bottom) {
    target.scrollIntoView({ block: 'nearest' })
  }
})
