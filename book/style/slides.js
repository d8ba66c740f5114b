// Slides by the keyboard: the arrows, Page up and down, space, Home and
// End; n shows the notes.
'use strict'
document.addEventListener('DOMContentLoaded', () => {
  const all = [...document.querySelectorAll('section')]
  const at = document.getElementById('at')
  const notes = document.getElementById('notes')
  let current = 0

  // The slide that fills the middle of the window.
  function look() {
    const middle = innerHeight / 2
    current = Math.max(0, all.findIndex(one => one.getBoundingClientRect().bottom > middle))
    at.textContent = `${current} / ${all.length - 1}`
  }

  function go(to) {
    const slide = all[Math.max(0, Math.min(all.length - 1, to))]
    slide.scrollIntoView({ behavior: 'instant' })
    history.replaceState(null, '', '#' + slide.id)
    look()
  }

  function toggle() {
    const shown = document.body.classList.toggle('with-notes')
    notes.setAttribute('aria-pressed', shown)
    go(current)
  }

  const ways = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    Home: -Infinity, End: Infinity
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const onControl = event.target.closest('button, a, pre')
    if (event.key in ways && !(onControl && event.key === ' ')) {
      const way = event.key === ' ' && event.shiftKey ? -1 : ways[event.key]
      const slide = all[current].getBoundingClientRect()
      // A slide that is longer than the window is scrolled through first.
      if (Number.isFinite(way) && way > 0 ? slide.bottom > innerHeight + 4
        : Number.isFinite(way) && slide.top < -4) return
      go(current + way)
      event.preventDefault()
    } else if (event.key === 'n') toggle()
  })
  notes.hidden = false
  notes.addEventListener('click', toggle)
  addEventListener('scroll', look, { passive: true })
  addEventListener('resize', look)
  look()
})
