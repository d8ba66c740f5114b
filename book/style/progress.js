// Which sections have been read. That is kept in this browser and nowhere
// else, as read = {PAGE: {of: how many it has, sections: [ID, ...]}}, and shown
// in the contents.
'use strict'
document.addEventListener('DOMContentLoaded', () => {
  const contents = document.getElementById('contents')
  if (!contents) return
  const words = contents.dataset
  const kept = contents.querySelector('.kept')
  const page = location.pathname.split('/').pop() || 'index.html'
  const sections = [...document.querySelectorAll('main section.level2[id]')]
    .filter(section => section.querySelector('h2 > .section-number') &&
      contents.querySelector(`a[href="#${section.id}"]`))

  function load() {
    try {
      return JSON.parse(localStorage.getItem('read')) || {}
    } catch (error) { // nothing is kept here
      return {}
    }
  }

  function save(read) {
    try {
      localStorage.setItem('read', JSON.stringify(read))
    } catch (error) { /* it is forgotten with the page */ }
  }

  function tick(link, text, label) {
    if (!link) return
    const mark = document.createElement('span')
    mark.className = 'read'
    mark.textContent = text
    mark.role = 'img'
    mark.ariaLabel = label
    link.append(' ', mark)
  }

  function show() {
    const read = load()
    for (const mark of contents.querySelectorAll('.read')) mark.remove()
    for (const [name, { of, sections }] of Object.entries(read)) {
      const some = words.readSome.replace('{}', sections.length).replace('{}', of)
      const all = sections.length >= of
      tick(contents.querySelector(`.chapters > li > a[href$="${CSS.escape(name)}"]`),
        all ? '✓' : `${sections.length}/${of}`, all ? words.read : some)
    }
    for (const id of read[page] ? read[page].sections : []) {
      tick(contents.querySelector(`a[href="#${CSS.escape(id)}"]`), '✓', words.read)
    }
    kept.hidden = !Object.keys(read).length
  }

  function remember({ id }) {
    const read = load()
    const before = read[page] ? read[page].sections : []
    if (before.includes(id)) return
    const there = sections.map(section => section.id)
    read[page] = {
      of: there.length,
      sections: there.filter(one => one === id || before.includes(one))
    }
    save(read)
    show()
  }

  // A section has been read when its end is in sight, after as many seconds
  // as somebody needs who reads very fast.
  const seconds = new Map()
  const enough = section => Math.min(30,
    Math.max(3, section.textContent.split(/\s+/).length / 40))
  function look() {
    if (document.hidden) return
    for (const section of sections) {
      const { top, bottom } = section.getBoundingClientRect()
      if (top > innerHeight * 0.8 || bottom < innerHeight * 0.2) continue
      seconds.set(section, (seconds.get(section) || 0) + 1)
      // A pixel more, as no window scrolls by a part of one.
      if (bottom < innerHeight + 1 && seconds.get(section) >= enough(section)) {
        remember(section)
      }
    }
  }
  if (sections.length) setInterval(look, 1000)

  contents.querySelector('.forget').addEventListener('click', () => {
    try {
      localStorage.removeItem('read')
    } catch (error) { /* nothing is kept here */ }
    seconds.clear()
    show()
    contents.focus()
  })
  window.addEventListener('storage', show) // another window has read on
  show()
})
