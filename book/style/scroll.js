// What is too wide for the window scrolls in a box of its own. In some
// browsers the keyboard reaches such a box only if it is told to.
'use strict'
;(function () {
  const boxes = document.querySelectorAll('pre, .katex-display, figure.table, .scroll')
  function tell(box) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
    else box.removeAttribute('tabindex')
  }
  const scrolling = new ResizeObserver(entries => {
    for (const { target } of entries) tell(target)
  })
  for (const box of boxes) scrolling.observe(box)
  // In another font what is in a box may be wider, though the box is not.
  document.fonts.addEventListener('loadingdone', () => boxes.forEach(tell))
})()

// Firefox does not scroll to what the keyboard reaches if part of it is in the
// window, even if that part is under the header, and it takes a group in a
// picture to be elsewhere, but not the shapes in it.
document.addEventListener('focusin', ({ target }) => {
  const header = document.querySelector('.top')
  if (!header || header.contains(target) || !target.matches(':focus-visible')) return
  const shape = target.matches('g') ? target.firstElementChild : target
  const under = header.getBoundingClientRect().bottom
  const { top, bottom, height } = shape.getClientRects()[0] || shape.getBoundingClientRect()
  if ((top < under || bottom > innerHeight) && height < innerHeight - under) {
    shape.scrollIntoView({ block: 'nearest' })
  }
})
