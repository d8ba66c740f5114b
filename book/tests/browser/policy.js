// A page's policy lets no script run but the book's own, and nothing be
// requested from another host, from a file and from a server. All pages have
// the same policy; one is attacked.
'use strict'

// Does the policy refuse what it is there to refuse?
async function attack(page) {
  return page.evaluate(async () => {
    const refused = []
    document.addEventListener('securitypolicyviolation', event =>
      refused.push(event.effectiveDirective))
    const add = (name, values) =>
      document.body.append(Object.assign(document.createElement(name), values))
    add('script', { textContent: 'window.ran = true' })
    add('script', { src: 'https://other.invalid/script.js' })
    add('img', { src: 'https://other.invalid/picture.png', alt: '' })
    document.body.insertAdjacentHTML('beforeend',
      '<a id="inline" href="#" onclick="window.ran = true">x</a>')
    document.getElementById('inline').click()
    await fetch('https://other.invalid/').catch(() => null)
    await new Promise(done => setTimeout(done, 100))
    const wanted = ['script-src-elem', 'script-src-elem', 'script-src-attr',
      'img-src', 'connect-src']
    if (window.ran) return ['a script in the page ran']
    return wanted.filter(one => !refused.includes(one))
      .map(one => `the policy does not refuse a foreign ${one}`)
  })
}

async function tryAttack(page, { name, url, report }) {
  if (name !== 'index.html') return
  for (const problem of await attack(page)) report(`${url}: ${problem}`)
}

module.exports = { test: 'load', file: tryAttack, server: tryAttack }
