// Every page loads, from a file and from a server, without an error, a
// request that fails or a request to another host; and the page's policy
// lets no other script run.
'use strict'
const fs = require('fs')
const path = require('path')
const { each, folder, main, open, unfold } = require('./browser.js')
const site = require('./site.js')

const policy = 'meta[http-equiv="Content-Security-Policy"]'

// What a page says of itself that could go wrong where no event tells.
function inspect(policy) {
  const problems = []
  const head = document.head
  const meta = head.querySelector(policy)
  if (!meta) problems.push('no Content-Security-Policy')
  else if (meta.compareDocumentPosition(head.querySelector('link, script')) &
    Node.DOCUMENT_POSITION_PRECEDING) {
    problems.push('something is asked for before the policy is known')
  }
  for (const face of document.fonts) {
    if (face.status === 'error') problems.push(`no font ${face.family}`)
  }
  if (getComputedStyle(document.querySelector('.top')).position !== 'sticky') {
    problems.push('the style has no effect')
  }
  return problems
}

// No script is written into a page, and none makes the first paint wait but
// that of the theme, which would flash.
function inspectScripts(html) {
  return (html.match(/<script[^>]*>/g) || [])
    .filter(tag => !/ src="[^"]*" defer>|style\/theme\.js">/.test(tag))
    .map(tag => `${tag} is not a file of its own that is deferred`)
}

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

// Says what goes wrong on a page while it loads.
function watch(page, url, say) {
  const home = url.replace(/^(http:..[^/]*|file:).*/, '$1/')
  page.removeAllListeners()
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) {
      say(`the console says: ${message.text()}`)
    }
  })
  page.on('pageerror', error => say(`an error: ${error.message}`))
  page.on('requestfailed', request => {
    // The next page may come before the last one's icon.
    const { errorText } = request.failure()
    if (errorText !== 'net::ERR_ABORTED') say(`${request.url()} failed: ${errorText}`)
  })
  page.on('request', request => {
    if (!/^data:/.test(request.url()) && !request.url().startsWith(home)) {
      say(`asks for ${request.url()}`)
    }
  })
  page.on('response', response => {
    if (response.status() >= 400) {
      say(`${response.url()} is answered with ${response.status()}`)
    }
  })
}

main(async (browser, report) => {
  const server = await site.serve(folder)
  const names = site.pages(folder)
  const ways = [name => site.fileUrl(folder, name), server.url]
  const [fromFile, fromServer] = ways
  const visits = [...names.map(fromFile), ...site.various(folder).map(fromServer)]
  await each(browser, {}, visits, async (page, url) => {
    const say = problem => report(`${url}: ${problem}`)
    watch(page, url, say)
    await open(page, url)
    await unfold(page, say)
    const problems = await page.evaluate(inspect, policy)
    problems.forEach(say)
  })
  for (const name of names) {
    const html = fs.readFileSync(path.join(folder, name), 'utf8')
    for (const problem of inspectScripts(html)) report(`${name}: ${problem}`)
  }
  await each(browser, {}, ways, async (page, way) => {
    await open(page, way('index.html'))
    for (const problem of await attack(page)) {
      report(`${way('index.html')}: ${problem}`)
    }
  })
  server.close()
  if (names.length < 10) report(`only ${names.length} pages`)
  return `${names.length} pages, as files and from a server`
})
