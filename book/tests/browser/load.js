// Every page loads, from a file and from a server, without an error, a
// request that fails or a request to another host.
'use strict'
const fs = require('fs')
const path = require('path')
const { folder, onError } = require('./browser.js')
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

// Says what goes wrong on a page while it loads.
function before(page, { url, report }) {
  const say = problem => report(`${url}: ${problem}`)
  const home = url.replace(/^(http:..[^/]*|file:).*/, '$1/')
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) {
      say(`the console says: ${message.text()}`)
    }
  })
  onError(page, say)
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

// Stops listening: later requests and messages are other checks' doing.
async function loaded(page, { url, report }) {
  page.removeAllListeners()
  for (const problem of await page.evaluate(inspect, policy)) {
    report(`${url}: ${problem}`)
  }
}

function finish(browser, report) {
  const names = site.pages(folder)
  for (const name of names) {
    const html = fs.readFileSync(path.join(folder, name), 'utf8')
    for (const problem of inspectScripts(html)) report(`${name}: ${problem}`)
  }
  if (names.length < 10) report(`only ${names.length} pages`)
  return `${names.length} pages, as files and from a server`
}

module.exports = {
  test: 'load', everyPage: true, before, file: loaded, server: loaded, finish,
}
