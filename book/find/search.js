// The search: a dialog, opened by its button or Ctrl+K. The index is loaded
// when it is opened first; nothing is sent anywhere.
'use strict'
const bookIndex = (function () {
  const base = document.currentScript.src.replace(/[^/]*$/, '')
  const most = 12
  let entries, index, dialog, input, list, state, words

  function load() {
    if (load.asked) return
    load.asked = true
    for (const name of ['lunr.min.js', 'words.js', 'index.js']) {
      const script = document.createElement('script')
      script.src = base + name
      script.async = false // in this order
      document.head.append(script)
    }
  }

  // Entries in which all words occur, the best first. The words need not be
  // typed to their end; if nothing is found, one letter may be wrong.
  function find(text) {
    const typed = searchWords(text)
    if (!typed.length) return []
    const { REQUIRED } = lunr.Query.presence
    const { TRAILING } = lunr.Query.wildcard
    let found = index.query(query => {
      for (const word of typed) {
        query.term(word, { boost: 10 })
        query.term(word, { wildcard: TRAILING, presence: REQUIRED })
      }
    })
    if (!found.length) {
      found = index.query(query => {
        for (const word of typed) {
          query.term(word, { editDistance: word.length > 3 ? 1 : 0, presence: REQUIRED })
        }
      })
    }
    return found.slice(0, most).map(({ ref }) => {
      const [kind, title, href, where, text] = entries[ref]
      return { kind, title, href, where, text }
    })
  }

  // Adds a text to an element, with the words looked for marked in it.
  function append(element, text, typed) {
    const starts = typed.map(word => word.replace(/[^\p{L}\p{N}_]/gu, ''))
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${starts.join('|')})s?`, 'giu')
    let from = 0
    for (const match of text.matchAll(pattern)) {
      element.append(text.slice(from, match.index))
      const mark = document.createElement('mark')
      mark.textContent = match[0]
      element.append(mark)
      from = match.index + match[0].length
    }
    element.append(text.slice(from))
  }

  // The part of a text that has the first of the words, from one word's
  // beginning to another's end.
  function around(text, typed) {
    const at = text.toLowerCase().search(new RegExp(typed.join('|'), 'u'))
    const from = at < 60 ? 0 : text.indexOf(' ', at - 50) + 1
    const part = text.slice(from, from + 160)
    return (from ? '… ' : '') + (from + 160 < text.length
      ? part.replace(/\s+\S*$/, ' …') : part)
  }

  function item(entry, typed) {
    const element = document.createElement('li')
    const link = document.createElement('a')
    link.href = base + '../' + entry.href
    const title = document.createElement('span')
    title.className = 'found'
    append(title, entry.title, typed)
    const kind = document.createElement('span')
    kind.className = 'kind'
    kind.textContent = [words[entry.kind], entry.where].filter(x => x).join(' · ')
    const text = document.createElement('span')
    text.className = 'text'
    append(text, around(entry.text, typed), typed)
    link.append(title, ' ', kind, ' ', text)
    element.append(link)
    return element
  }

  function show() {
    if (!index) return
    const began = performance.now()
    const typed = searchWords(input.value)
    const found = find(input.value)
    list.replaceChildren(...found.map(entry => item(entry, typed)))
    state.textContent = !typed.length ? ''
      : found.length === 0 ? words.nothing
        : found.length === most ? words.more.replace('{}', most) : words.found.replace('{}', found.length)
    dialog.dataset.took = (performance.now() - began).toFixed(1)
  }

  function open() {
    load()
    dialog.showModal()
    input.select()
  }

  // The arrows go through the results, as Tab does; whoever types on, types in
  // the field. Escape closes, and does not first empty the field.
  function move(event) {
    if (event.key === 'Escape') {
      dialog.close()
      event.preventDefault()
      return
    }
    const types = event.key.length === 1 || event.key === 'Backspace'
    if (types && !event.ctrlKey && !event.metaKey && !event.altKey &&
      list.contains(document.activeElement)) {
      input.focus() // before the key has its effect
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const places = [input, ...list.querySelectorAll('a')]
    const next = places[places.indexOf(document.activeElement) + step]
    if (next) next.focus()
    event.preventDefault()
  }

  document.addEventListener('DOMContentLoaded', () => {
    dialog = document.getElementById('search')
    input = dialog.querySelector('input')
    list = dialog.querySelector('ol')
    state = dialog.querySelector('[role=status]')
    words = dialog.dataset
    const button = document.getElementById('to-search')
    button.hidden = false
    button.addEventListener('click', open)
    document.addEventListener('keydown', event => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        open()
      }
    })
    input.addEventListener('input', show)
    dialog.addEventListener('keydown', move)
    dialog.querySelector('form').addEventListener('submit', event => {
      event.preventDefault()
      const first = list.querySelector('a')
      if (first) first.click()
    })
    list.addEventListener('click', event => {
      if (event.target.closest('a')) dialog.close()
    })
    dialog.addEventListener('click', event => {
      if (event.target === dialog) dialog.close() // beside it
    })
    dialog.querySelector('.close').addEventListener('click', () => dialog.close())
  })

  return data => {
    entries = data.entries
    index = lunr.Index.load(data.index)
    show()
  }
})()
