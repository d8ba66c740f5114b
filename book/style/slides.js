// Slides by the keyboard: the arrows, Page up and down, space, Home and
// End; n shows the notes. `deck` is what presenter.js knows of them.
'use strict'
const deck = (function () {
  const presenting = location.search === '?presenter'
  const ways = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    Home: -Infinity, End: Infinity
  }
  const onTurn = [] // called when another slide has come, with its index
  let all = [], current = 0

  // The number of a slide in the address.
  function addressed() {
    return Math.max(0, all.findIndex(one => '#' + one.id === location.hash))
  }

  function turned(to) {
    document.getElementById('at').textContent = `${to + 1} / ${all.length}`
    if (to === current) return
    current = to
    history.replaceState(history.state, '', '#' + all[current].id)
    for (const tell of onTurn) tell(current)
  }

  // The slide that fills the middle of the window is the current one.
  function look() {
    if (presenting) return
    const middle = innerHeight / 2
    turned(Math.max(0, all.findIndex(one => one.getBoundingClientRect().bottom > middle)))
  }

  function go(to) {
    const index = Math.max(0, Math.min(all.length - 1, to))
    if (presenting) return turned(index)
    all[index].scrollIntoView({ behavior: 'instant' })
    turned(index)
  }

  // Live figures are as much larger than on a page as letters are.
  function enlarge() {
    const letters = element => parseFloat(getComputedStyle(element).fontSize)
    document.body.style.setProperty('--zoom',
      letters(all[0]) / letters(document.documentElement))
  }

  // A slide that is longer than the window is scrolled through first.
  function scrolls(way) {
    if (presenting || !Number.isFinite(way)) return false
    const slide = all[current].getBoundingClientRect()
    return way > 0 ? slide.bottom > innerHeight + 4 : slide.top < -4
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'n' && !presenting) return toggleNotes()
    if (!(event.key in ways)) return
    if (event.target.closest('.desk-notes') && event.key.startsWith('Arrow')) return
    if (event.key === ' ' && event.target.closest('button, a, pre')) return
    const way = event.key === ' ' && event.shiftKey ? -1 : ways[event.key]
    if (scrolls(way)) return
    go(current + way)
    event.preventDefault()
  }

  function toggleNotes() {
    const shown = document.body.classList.toggle('with-notes')
    document.getElementById('notes').setAttribute('aria-pressed', shown)
    go(current)
  }

  document.addEventListener('DOMContentLoaded', () => {
    all = [...document.querySelectorAll('main > section')]
    const notes = document.getElementById('notes')
    notes.hidden = false
    notes.addEventListener('click', toggleNotes)
    document.addEventListener('keydown', press)
    addEventListener('hashchange', () => go(addressed()))
    turned(addressed())
    if (presenting) return
    enlarge()
    const fills = matchMedia('(min-width: 56rem)') // elsewhere one scrolls in a slide
    addEventListener('resize', () => {
      enlarge()
      if (fills.matches) go(current)
    })
    // Until all is there, places change.
    addEventListener('load', () => {
      if (location.hash) go(current)
      addEventListener('scroll', look, { passive: true })
      look()
    })
  })

  return {
    presenting, onTurn, go,
    slides: () => all,
    current: () => current
  }
})()
