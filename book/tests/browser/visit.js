// Visits the book's pages once for several tests, whose results judge.js
// reports later; or for the named tests alone, and reports at once.
//   node visit.js HTML TOOLS            writes TOOLS/seen/TEST.json for each test
//   node visit.js HTML TOOLS TEST...    fails if one of these finds a problem
'use strict'
const fs = require('fs')
const path = require('path')
const { conclude, tools, withBrowser } = require('./browser.js')
const { visitPages } = require('./visits.js')

// Those that leave a page unchanged come first.
const checks = ['load', 'weight', 'still', 'layout', 'keys', 'figures',
  'guesses', 'policy', 'contents', 'source', 'foot', 'door']
  .map(name => require(`./${name}.js`))
const seen = path.join(tools, 'seen')

function keep(results) {
  fs.mkdirSync(seen)
  for (const result of results) {
    fs.writeFileSync(path.join(seen, `${result.test}.json`),
      JSON.stringify(result, null, 2) + '\n')
  }
  console.log(`${seen}: ${results.map(({ test }) => test).join(', ')}`)
}

async function main(tests) {
  const known = checks.map(({ test }) => test)
  const unknown = tests.find(test => !known.includes(test))
  if (unknown) throw new Error(`no test is called ${unknown}, but ${known}`)
  const chosen = checks.filter(({ test }) =>
    !tests.length || tests.includes(test))
  if (!tests.length) fs.rmSync(seen, { recursive: true, force: true })
  const results = await withBrowser(browser => visitPages(browser, chosen))
  if (tests.length) results.forEach(conclude)
  else keep(results)
}

main(process.argv.slice(4)).catch(error => {
  console.error(error)
  process.exitCode = 1
})
