// What a page remembers on this device alone, under `KIND:PAGE:NAME`. Where
// nothing may be kept, it is forgotten with the page.
'use strict'
const kept = (function () {
  const page = decodeURIComponent(location.pathname.split('/').pop() || 'index.html')
    .replace(/\.html$/, '')
  const key = (kind, name) => `${kind}:${page}:${name}`

  return {
    get(kind, name) {
      try { return JSON.parse(localStorage.getItem(key(kind, name))) } catch { return null }
    },
    set(kind, name, value) {
      try { localStorage.setItem(key(kind, name), JSON.stringify(value)) } catch { /* not kept */ }
    }
  }
})()
