// Opens the pages of a folder and runs all checks on each while it is open.
// A page is opened from a file, from a server for a reader who prefers
// reduced motion, and without scripts: once each, if a check asks for it.
//
// A check is a module that exports the name of its test and any of these:
//   everyPage                true: it wants every page of C source from a file,
//                            too, and not only a sample
//   pages                    the names of those that it wants, if not that sample
//   begin()                  before the first page
//   before(page, visit)      before a page with scripts is opened
//   file(page, visit)        on a page from a file, with everything unfolded
//   server(page, visit)      on a page from a server, with everything unfolded
//   withoutScripts(page, visit)
//   finish(browser, report)  after the last page; returns a summary
// A visit holds the page's name and url, what the server has sent for it, and
// report, which takes a problem. Before each check the window and the colour
// scheme are reset; what else a check changes, the next ones find changed.
'use strict'
const { each, folder, open, unfold } = require('./browser.js')
const site = require('./site.js')

const viewport = { width: 1280, height: 900 }
const settings = {
  file: { viewport, deviceScaleFactor: 2 },
  server: { viewport, reducedMotion: 'reduce' },
  withoutScripts: { viewport, javaScriptEnabled: false },
}

// Opens a page in one of the three ways and runs the checks on it. `say`
// takes a check and a problem.
async function visitPage(page, way, name, checks, say) {
  // A new server is a new origin, for which nothing is cached: the page weighs
  // what it weighs on a first visit.
  const server = way === 'server' && await site.serve(folder)
  const url = server ? server.url(name) : site.fileUrl(folder, name)
  const visit = check => ({
    name, url, sent: server && server.sent,
    report: problem => say(check, problem),
  })
  const sayToAll = problem =>
    checks.forEach(check => say(check, `${url}: ${problem}`))
  try {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    if (way === 'withoutScripts') await page.goto(url, { waitUntil: 'load' })
    else {
      for (const check of checks) {
        if (check.before) check.before(page, visit(check))
      }
      await open(page, url)
      await unfold(page, sayToAll)
    }
    for (const check of checks) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
      try {
        await check[way](page, visit(check))
      } catch (error) {
        say(check, `${url}: ${error.stack}`)
      }
    }
  } catch (error) {
    sayToAll(error.stack)
  } finally {
    // Whatever this page might still request, it is not the next one's.
    await page.goto('about:blank').catch(sayToAll)
    page.removeAllListeners()
    if (server) server.close()
  }
}

// Visits the pages with these checks, in this order. Returns each test's name,
// its problems and a summary of what was seen.
async function visitPages(browser, chosen) {
  const results = new Map(chosen.map(({ test }) =>
    [test, { test, problems: new Set(), seen: '' }]))
  const say = (check, problem) => results.get(check.test).problems.add(problem)
  for (const check of chosen) if (check.begin) check.begin()
  const some = site.various(folder)
  for (const way of Object.keys(settings)) {
    const checks = chosen.filter(check => check[way])
    const wanted = name => checks.filter(check =>
      (check.pages || some).includes(name) ||
      (check.everyPage && way === 'file'))
    const names = site.pages(folder).filter(name => wanted(name).length)
    await each(browser, settings[way], names, (page, name) =>
      visitPage(page, way, name, wanted(name), say))
  }
  for (const check of chosen.filter(check => check.finish)) {
    results.get(check.test).seen = await check.finish(browser,
      problem => say(check, problem))
  }
  return [...results.values()].map(result =>
    ({ ...result, problems: [...result.problems] }))
}

module.exports = { visitPages }
