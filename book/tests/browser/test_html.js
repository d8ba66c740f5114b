// Every page is HTML as the standard has it, says the checker of the W3C.
'use strict'
const { spawnSync } = require('child_process')
const fs = require('fs')
const path = require('path')
const [folder, tools] = process.argv.slice(2).map(name => path.resolve(name))
const site = require('./site.js')

const jar = path.join(tools, 'node_modules/vnu-jar/build/dist/vnu.jar')
// What it says and is not so.
const wrong = [
  // It takes no file for one of the page's own site; load.js sees all loaded.
  'Resource violates Content Security Policy .*',
  // pandoc writes <col />, which the standard allows.
  'Trailing slash on void elements has no effect .*',
]

const names = site.pages(folder)
const began = Date.now()
const checker = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'gnu',
  '--stdout', '--filterpattern', wrong.join('|'), ...names],
{ cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
if (checker.error) throw checker.error
const problems = checker.stdout.trim().split('\n').filter(Boolean)
  .map(line => line.replace(/^"?file:[^"]*?\/html\/([^":]*)"?/, '$1'))
for (const problem of problems) console.error(problem)
if (checker.stderr) console.error(checker.stderr)
if (!fs.existsSync(jar)) console.error(`There is no ${jar}`)
console.log(`${names.length} pages: ${problems.length} problems, ` +
  `${Math.round((Date.now() - began) / 1000)} s`)
process.exitCode = problems.length || checker.status || !names.length ? 1 : 0
