// Reads a finished page and writes, as JSON, what the search and other pages'
// previews need of it, so that it is read again only when it has changed.
//   node read_page.js HTML PAGE OUT
// HTML is the folder of the pages, with those of the C files in it.
'use strict'
const fs = require('fs')
const path = require('path')
const cheerio = require('cheerio')
const entriesOf = require('./entries.js')
const { partsOf, targetsOf, sourcesOf, glossesOf } = require('./excerpts.js')

const [html, page, out] = process.argv.slice(2)
// This parser is the faster one; the pages are known to be valid.
const $ = cheerio.load(fs.readFileSync(path.join(html, page), 'utf8'),
  { _useHtmlParser2: true })

fs.writeFileSync(out, JSON.stringify({
  page,
  entries: entriesOf($, page),
  targets: targetsOf($),
  sources: sourcesOf($, html),
  parts: partsOf($),
  glosses: page === 'glossary.html' ? glossesOf($) : {}
}))
