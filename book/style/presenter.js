// The presenter's window: the page of the slides a second time, as ?presenter.
// The two windows tell each other by postMessage, which works from files as well
// as from a server, what the lecture's state is: the slide, and the clock. Each
// change counts its version up; the later version holds in both. The presenter's
// window asks every second, so that either may be loaded again or closed.
'use strict'
;(function () {
  const { presenting } = deck
  const address = location.href.replace(/[?#].*/, '')
  const fromFile = location.protocol === 'file:'
  const silence = 4000 // after so many milliseconds the other window is gone
  let other = presenting ? window.opener : null
  let heard = Date.now()
  let size = { wide: 1280, high: 720 } // of the window that shows the slides
  // spent: milliseconds on the clock when it was last stopped; since: when it
  // was started, if it runs; arrived: what it said when the slide came.
  let state = { version: 0, slide: 0, spent: 0, since: null, arrived: 0 }
  let desk

  const elapsed = () => state.spent + (state.since ? Date.now() - state.since : 0)
  const isThere = () => other && !other.closed

  // ---- the state in both windows ----------------------------------------

  function send(asks) {
    if (!isThere()) return
    other.postMessage({
      deck: address, state, asks, size: { wide: innerWidth, high: innerHeight }
    }, fromFile ? '*' : location.origin)
  }

  function adopt(next) {
    state = next
    history.replaceState(state, '')
    deck.go(state.slide)
    draw()
  }

  function change(what) {
    adopt({ ...state, ...what, version: state.version + 1 })
    send(false)
  }

  function receive({ data, origin, source }) {
    if (!data || data.deck !== address || !fromFile && origin !== location.origin) return
    other = source
    heard = Date.now()
    if (data.state.version > state.version) adopt(data.state)
    if (data.asks) send(false)
    if (presenting) place(data.size)
  }

  // The clock begins with the first turn of a slide.
  function turn(slide) {
    if (slide === state.slide) return draw()
    const begins = !state.since && !state.spent && (presenting || isThere())
    change({ slide, arrived: elapsed(), since: begins ? Date.now() : state.since })
  }

  // ---- windows -------------------------------------------------------------

  function say(text) {
    document.getElementById('said').textContent = text
  }

  function open(what, name, features) {
    const opened = window.open(address + what + location.hash, name, features)
    if (!opened) return say(document.getElementById('said').dataset.blocked)
    say('')
    other = opened
    heard = Date.now()
  }

  function openPresenter() {
    if (isThere()) other.focus()
    else open('?presenter', 'presenter', 'popup,width=1280,height=800')
  }

  // ---- the desk --------------------------------------------------------------

  function part(name) {
    return desk.querySelector('.' + name)
  }

  // A moment of the clock: "4:05", "1:04:05".
  function written(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000)
    const two = number => String(number).padStart(2, '0')
    const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60
    return (hours ? `${hours}:${two(minutes)}` : minutes) + ':' + two(seconds % 60)
  }

  // 2.5 as "2½".
  function halves(minutes) {
    const whole = Math.floor(minutes)
    return (whole || whole === minutes ? whole : '') + (whole === minutes ? '' : '½')
  }

  // The minutes planned before slide k.
  function planned(k) {
    return deck.slides().slice(0, k).reduce((sum, one) => sum + Number(one.dataset.minutes), 0)
  }

  function tick() {
    const now = new Date()
    part('clock').textContent = now.toLocaleTimeString(document.documentElement.lang,
      { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
    part('elapsed').textContent = written(elapsed())
    const from = planned(state.slide), to = planned(state.slide + 1)
    part('spent').textContent = `${written(elapsed() - state.arrived)} ` +
      part('spent').dataset.of.replace('{}', halves(to - from))
    part('planned').textContent = part('planned').dataset.of
      .replace('{from}', halves(from)).replace('{to}', halves(to))
      .replace('{all}', halves(planned(Infinity)))
    showPace(elapsed() - from * 60e3, elapsed() - to * 60e3)
    const start = part('desk-start')
    start.textContent = state.since ? start.dataset.pause : start.dataset.start
    part('desk-alone').firstElementChild.hidden =
      isThere() && Date.now() - heard < silence
  }

  // How far from the plan: the clock against when the slide should have come
  // and when it should go.
  function showPace(sinceBegin, sinceEnd) {
    const pace = part('pace'), begun = state.since || state.spent
    const kind = !begun ? '' : sinceBegin < 0 ? 'ahead' : sinceEnd > 0 ? 'behind' : 'onTime'
    pace.className = 'pace' + (kind ? ' is-' + kind : '')
    pace.textContent = kind ? pace.dataset[kind]
      .replace('{}', written(kind === 'ahead' ? -sinceBegin : sinceEnd)) : ''
  }

  // Copies of the notes, whose labels stay on the slides.
  function showNotes(slide) {
    const copy = slide.querySelector('.notes').cloneNode(true)
    for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id')
    part('desk-notes').replaceChildren(...copy.childNodes)
    part('desk-notes').scrollTop = 0
  }

  let drawn
  function draw() {
    if (!desk) return
    const slides = deck.slides()
    slides.forEach((slide, i) => {
      slide.classList.toggle('is-now', i === state.slide)
      slide.classList.toggle('is-next', i === state.slide + 1)
    })
    part('desk-last').hidden = state.slide + 1 < slides.length
    if (drawn !== state.slide) showNotes(slides[state.slide])
    drawn = state.slide
    place(size)
    tick()
  }

  // Lays this slide and the next over their places, as large as these are.
  function place(window) {
    size = window
    const { style } = document.body
    style.setProperty('--wide', size.wide + 'px')
    style.setProperty('--high', size.high + 'px')
    style.setProperty('--ratio', size.wide / size.high)
    for (const name of ['now', 'next']) {
      const slide = document.querySelector(`main > .is-${name}`)
      const to = part('desk-' + name).querySelector('.desk-picture').getBoundingClientRect()
      if (!slide) continue
      slide.style.transform =
        `translate(${to.left}px, ${to.top}px) scale(${to.width / size.wide})`
    }
  }

  function showDesk() {
    document.body.classList.add('presenter')
    document.querySelector('main').inert = true
    document.querySelector('main').after(document.getElementById('desk').content)
    desk = document.querySelector('.desk')
    part('desk-start').addEventListener('click', () => change(state.since
      ? { spent: elapsed(), since: null } : { since: Date.now() }))
    part('desk-reset').addEventListener('click', () =>
      change({ spent: 0, since: null, arrived: 0 }))
    part('desk-back').addEventListener('click', () => deck.go(state.slide - 1))
    part('desk-on').addEventListener('click', () => deck.go(state.slide + 1))
    part('desk-reopen').addEventListener('click', () => open('', 'slides'))
    addEventListener('resize', () => place(size))
    setInterval(tick, 500)
    setInterval(() => send(true), 1000)
  }

  document.addEventListener('DOMContentLoaded', () => {
    state = { ...state, slide: deck.current(), ...history.state }
    deck.onTurn.push(turn)
    addEventListener('message', receive)
    if (presenting) {
      showDesk()
      draw()
      send(true)
      return
    }
    const button = document.getElementById('presenter')
    button.hidden = false
    button.addEventListener('click', openPresenter)
    document.addEventListener('keydown', event => {
      if (event.key === 'p' && !event.ctrlKey && !event.metaKey && !event.altKey) openPresenter()
    })
  })
})()
