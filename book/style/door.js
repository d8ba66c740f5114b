// What the front page cannot know when it is made: where its reader stopped
// (progress.js keeps that), and which files lie beside the pages
// (downloads.js, which the build of the whole book writes).
'use strict'
/* global bookFiles */
document.addEventListener('DOMContentLoaded', () => {
  // The section after the last one read, in the chapter that was read last
  // in the order of the book.
  function next(sections) {
    let read = {}
    try {
      read = JSON.parse(localStorage.getItem('read')) || {}
    } catch (error) { /* nothing is kept here */ }
    const isRead = ({ place }) => {
      const [page, id] = place.split('#')
      return page in read && read[page].sections.includes(id)
    }
    return sections[sections.findLastIndex(isRead) + 1] || null
  }

  const go = document.querySelector('.start .on')
  if (go) {
    const sections = go.dataset.sections.split('\n').map(line => {
      const [number, place] = line.split(' ')
      return { number, place }
    })
    const to = next(sections)
    if (to && to !== sections[0]) {
      go.href = to.place
      go.textContent = go.dataset.on.replace('{}', to.number)
      go.hidden = false
    }
  }

  const list = document.querySelector('.downloads')
  const files = typeof bookFiles === 'undefined' ? [] : bookFiles
  for (const { kind, file, bytes } of list ? files : []) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    const size = document.createElement('span')
    link.href = file
    link.textContent = list.dataset[kind]
    size.textContent = `${(bytes / 1e6).toFixed(1)} MB`
    item.append(link, ' ', size)
    list.append(item)
    list.hidden = false
  }
})
