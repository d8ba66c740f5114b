// On the page of a C file: what is in view is named under the header, once
// its beginning is out of sight, and marked among the names in the file.
'use strict'
document.addEventListener('DOMContentLoaded', () => {
  const bar = document.getElementById('in-view')
  const definitions = [...document.querySelectorAll('#contents a[data-last]')]
    .map(link => ({
      link,
      first: document.getElementById(link.hash.slice(1)),
      last: document.getElementById(`L-${link.dataset.last}`)
    }))
  let shown = null

  function show(found) {
    if (found === shown) return
    if (shown) shown.link.removeAttribute('aria-current')
    shown = found
    bar.replaceChildren()
    if (!found) return
    found.link.setAttribute('aria-current', 'true')
    const link = document.createElement('a')
    link.href = found.link.hash
    link.append(found.link.firstElementChild.cloneNode(true))
    bar.append(link)
    const sections = found.first.querySelector('.shown')
    if (sections) bar.append(sections.cloneNode(true))
  }

  // What covers the line under the header, if it has begun above.
  function look() {
    const edge = bar.getBoundingClientRect().top
    show(definitions.find(({ first, last }) =>
      first.getBoundingClientRect().bottom <= edge &&
      last.getBoundingClientRect().bottom > edge + 40) || null)
  }

  let waiting = false
  document.addEventListener('scroll', () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      look()
    })
  }, { passive: true })
  look()
})
