// What a link leads to, shown beside it: on hover, when the keyboard
// reaches it, or at the first touch. What stands on this page is taken from
// it; the rest is in previews/PAGE.js, loaded at the first such link.
'use strict'
const bookPreviews = (function () {
  const base = document.currentScript.src.replace(/[^/]*$/, '')
  const links = 'main a[href*="#"]:not(.tag, .deep, .equation-number, pre a[aria-hidden])'
  const pause = { mouse: 250, keyboard: 500, leave: 250 }
  let elsewhere = null // target -> HTML
  let card, shownFor = null, timer = 0

  let loaded
  const load = new Promise(done => { loaded = done })
  function ask() {
    if (ask.asked) return
    ask.asked = true
    const page = location.pathname.split('/').pop() || 'index.html'
    const script = document.createElement('script')
    script.src = `${base}previews/${page}.js`
    script.onerror = () => loaded({})
    document.head.append(script)
  }

  // A copy of a part of this page, fit to be shown a second time.
  function copyOf(element) {
    let copy = element.cloneNode(true)
    if (element.localName === 'section') {
      copy = document.createElement('div')
      const heading = element.firstElementChild
      const text = element.querySelector(':scope > p')
      for (const one of [heading, text]) if (one) copy.append(one.cloneNode(true))
    }
    for (const extra of copy.querySelectorAll('.live, .live-text, .deep, .margin, ' +
      'button, input, .guess, .guess-said, .guess-again, .verdict, .predict + .answer')) {
      extra.remove()
    }
    for (const one of [copy, ...copy.querySelectorAll('[id], .is-live')]) {
      one.removeAttribute('id')
      one.classList.remove('is-live')
    }
    return copy
  }

  // What a link leads to, or nothing.
  async function contentOf(link) {
    const href = link.getAttribute('href')
    if (href.startsWith('#')) {
      ask()
      const gloss = href.startsWith('#term-') && (await load)[href]
      const element = document.getElementById(href.slice(1))
      if (!gloss) return element && !element.matches('dfn') && copyOf(element)
    }
    ask()
    const html = (await load)[href]
    if (!html) return null
    const box = document.createElement('div')
    box.innerHTML = html
    return box
  }

  function place(link) {
    // A link that is broken over two lines has two boxes.
    const at = link.getClientRects()[0]
    const room = { width: document.documentElement.clientWidth, height: innerHeight }
    const left = Math.max(8, Math.min(at.left, room.width - card.offsetWidth - 8))
    const below = at.bottom + 8
    const above = at.top - 8 - card.offsetHeight
    const fits = below + card.offsetHeight < room.height || above < 56
    card.style.left = `${left + scrollX}px`
    card.style.top = `${(fits ? below : above) + scrollY}px`
  }

  async function show(link, touched) {
    const content = await contentOf(link)
    if (!content || shownFor !== link) return
    card.replaceChildren(content)
    if (touched) {
      const go = document.createElement('a')
      go.href = link.href
      go.className = 'go'
      go.textContent = card.dataset.go
      card.append(go)
    }
    card.hidden = false
    card.scrollTop = 0
    place(link)
  }

  function hide() {
    clearTimeout(timer)
    shownFor = null
    card.hidden = true
    card.replaceChildren()
  }

  function soon(link, after) {
    clearTimeout(timer)
    if (link === shownFor) return
    timer = setTimeout(() => {
      hide()
      shownFor = link
      show(link)
    }, after)
  }

  function leave() {
    clearTimeout(timer)
    timer = setTimeout(hide, pause.leave)
  }

  const linkAt = event => event.target.closest ? event.target.closest(links) : null
  const inCard = element => card.contains(element)

  document.addEventListener('DOMContentLoaded', () => {
    card = document.getElementById('preview')
    document.addEventListener('pointerover', event => {
      if (event.pointerType !== 'mouse') return
      const link = linkAt(event)
      if (link) soon(link, pause.mouse)
      else if (inCard(event.target)) clearTimeout(timer)
      else if (shownFor || timer) leave()
    })
    document.addEventListener('focusin', event => {
      const link = linkAt(event)
      if (link && link.matches(':focus-visible')) soon(link, pause.keyboard)
      else if (!inCard(event.target)) leave()
    })
    document.addEventListener('click', event => {
      const link = linkAt(event)
      if (inCard(event.target)) return
      if (!link || event.pointerType !== 'touch' || shownFor === link) {
        hide()
        return
      }
      // What has nothing to show is followed at once.
      const href = link.getAttribute('href')
      if (!href.startsWith('#') && elsewhere && !elsewhere[href]) return
      event.preventDefault()
      hide()
      shownFor = link
      show(link, true).then(() => {
        if (card.hidden && shownFor === link) location.href = link.href
      })
    })
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape') hide()
    })
  })

  return data => {
    elsewhere = data
    loaded(data)
  }
})()
