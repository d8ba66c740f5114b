// What the tests in a browser share: the browser, work on several pages at
// a time, and the list of what is wrong.
//   node test_X.js HTML TOOLS    the book's pages; what install.sh fetched
// A check that shares open pages with others is run by visits.js instead.
'use strict'
const fs = require('fs')
const os = require('os')
const path = require('path')

const folder = path.resolve(process.argv[2])
const tools = path.resolve(process.argv[3])
const patience = 300e3
const fetched = name =>
  require(require.resolve(name, { paths: [tools] }))

function start() {
  return fetched('playwright-core').chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
      '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  })
}

// A page that is patient: the machine may have more to do than this.
async function newPage(browser, settings) {
  const page = await browser.newPage(settings)
  page.setDefaultTimeout(patience)
  return page
}

// Says each error of the page's scripts. What Firefox says of a formula of which
// only the first part has come is none: browser.html checks formulas whole.
function onError(page, say) {
  page.on('pageerror', ({ message }) => {
    if (/^Incorrect number of children for <m/.test(message)) return
    say(`an error: ${message}`)
  })
}

// Does the work for each item, on as many pages at a time as there are
// cores; in Firefox on one, as only the page in front draws and has the
// keyboard. Pages are made once: that takes longer than to load one.
async function each(browser, settings, items, work) {
  const one = browser.browserType().name() === 'firefox'
  const waiting = [...items]
  async function worker() {
    const page = await newPage(browser, settings)
    while (waiting.length) await work(page, waiting.shift())
    await page.close()
  }
  await Promise.all(os.cpus().slice(0, one ? 1 : 4).map(worker))
}

// Firefox as Debian has it, by WebDriver BiDi, which Playwright speaks on its
// "moz" channels. It would ask the network for things of its own: all it can
// reach is this machine. Motion is a preference for the whole browser here.
function startFirefox(reducedMotion) {
  const home = path.join(tools, 'firefox')
  fs.mkdirSync(home, { recursive: true })
  return fetched('playwright-core').firefox.launch({
    channel: 'moz-firefox',
    executablePath: process.env.FIREFOX || '/usr/bin/firefox',
    env: { ...process.env, HOME: home },
    firefoxUserPrefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    },
  })
}

// Does some work that needs the browser, and returns what that returns.
async function withBrowser(work, launch = start) {
  const browser = await launch()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

// Says what a test has looked at, and fails if it has found problems.
function conclude({ seen, problems }) {
  for (const problem of problems) console.error(problem)
  console.log(`${seen}: ${problems.length} problems`)
  if (problems.length) process.exitCode = 1
}

// Runs a test: it gets the browser and a function that takes a problem,
// and returns what it has looked at.
async function run(test) {
  const problems = new Set()
  const seen = await withBrowser(browser =>
    test(browser, problem => problems.add(problem)))
  conclude({ seen, problems: [...problems] })
}

// Opens a page and waits for its fonts.
async function open(page, url) {
  await page.goto(url, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => null))
}

// The page as a reader sees it who has unfolded all that can be, and has
// passed all live figures, which start when they come near.
async function unfold(page, say) {
  const asleep = await page.evaluate(async patience => {
    for (const details of document.querySelectorAll('details')) {
      details.open = true
    }
    const begun = Date.now()
    const figures = [...document.querySelectorAll('.live')]
    const waits = figure => figure.hidden
    for (const figure of figures) {
      figure.parentElement.scrollIntoView({ behavior: 'instant' })
      while (waits(figure) && Date.now() < begun + patience) {
        await new Promise(done => setTimeout(done, 20))
      }
    }
    window.scrollTo({ top: 0, behavior: 'instant' })
    return figures.filter(waits).map(figure => figure.dataset.live)
  }, patience / 5)
  for (const name of asleep) say(`the live figure ${name} does not start`)
}

function main(test) {
  run(test).catch(error => {
    console.error(error)
    process.exitCode = 1
  })
}

module.exports = {
  conclude, each, fetched, folder, main, newPage, onError, open, startFirefox,
  tools, unfold, withBrowser,
}
