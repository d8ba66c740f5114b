// Reports what the last visit to the pages (visit.js) found for one test, and
// fails if that was a problem.
//   node judge.js HTML TOOLS TEST    as in browser.TEST
'use strict'
const fs = require('fs')
const path = require('path')
const { conclude, tools } = require('./browser.js')

const seen = path.join(tools, 'seen', `${process.argv[4]}.json`)
conclude(JSON.parse(fs.readFileSync(seen, 'utf8')))
