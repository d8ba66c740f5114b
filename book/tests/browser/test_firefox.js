// The book in Firefox: every page loads without an error and fits the window;
// on a few that differ, all can be used by keyboard, the live figures answer,
// and what is looked for is found.
//   node test_firefox.js HTML TOOLS
'use strict'
const { conclude, folder, startFirefox, withBrowser } = require('./browser.js')
const figures = require('./figures.js')
const find = require('./test_find.js')
const keys = require('./keys.js')
const layout = require('./layout.js')
const load = require('./load.js')
const site = require('./site.js')
const { visitPages } = require('./visits.js')

const widths = [1280, 390]
const all = site.various(folder)
const few = ['index.html', 'chain.html', 'variance.html', all.find(site.isSource)]
const touched = ['index.html', 'perceptron.html', 'variance.html']

// The checks of the other tests, as far as they are made here. `pages` are
// the names of those to visit.
const loads = {
  before: load.before, file: load.file, server: load.server,
  finish: () => `Firefox: ${all.length} pages load`,
}
const fits = {
  test: 'layout',
  file: (page, { name, report }) => layout.fits(page, widths,
    problem => report(`${name}: ${problem}`)),
  finish: () => `Firefox: ${all.length} pages at ${widths.join(' and ')} px`,
}
const finds = {
  test: 'find',
  pages: ['chain.html'],
  async server(page, { report }) {
    await find.preview(page, report)
    await find.search(page, report)
  },
  finish: () => 'Firefox: previews and searches',
}

async function main() {
  const still = await withBrowser(browser => visitPages(browser, [
    { ...loads, test: 'load from a server', pages: few },
    { ...keys, pages: few },
    finds,
  ]), () => startFirefox(true))
  const moving = await withBrowser(browser => visitPages(browser, [
    { ...loads, test: 'load from files', server: undefined },
    fits,
    {
      test: 'figures', file: figures.file, pages: touched,
      finish: () => 'Firefox: live figures',
    },
  ]), () => startFirefox(false))
  for (const result of [...still, ...moving]) conclude(result)
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
