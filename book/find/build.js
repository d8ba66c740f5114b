// Reads the book's finished pages and writes, for them to load when a
// reader asks for it, an index to search in and what links lead to.
//   node build.js HTML NAMES.tsv LUNR OUT
// NAMES.tsv lists the C names: name, kind, file, target, what it is. LUNR is
// the library that makes and searches the index.
'use strict'
const fs = require('fs')
const path = require('path')
const cheerio = require('cheerio')
const entriesOf = require('./entries.js')
const { excerptsOf, glossesOf } = require('./excerpts.js')
const searchWords = require('./words.js')

const [html, names, library, out] = process.argv.slice(2)
const lunr = require(path.resolve(library))

const pages = {}
for (const name of fs.readdirSync(html).sort()) {
  if (!name.endsWith('.html')) continue
  // This parser is the faster one; the pages are known to be valid.
  pages[name] = cheerio.load(fs.readFileSync(path.join(html, name), 'utf8'),
    { _useHtmlParser2: true })
}

// A file of data that a page can load as a script, from a disk as well.
function write(name, call, data) {
  fs.writeFileSync(path.join(out, name), `${call}(${JSON.stringify(data)})\n`)
}

const entries = Object.keys(pages).flatMap(page => entriesOf(pages[page], page))
for (const line of fs.readFileSync(names, 'utf8').split('\n').filter(x => x)) {
  const [title, kind, file, href, text] = line.split('\t')
  entries.push({ kind, title, href, where: file, text, names: '' })
}

// In names such as nn_net_forward each part counts as well.
const parts = text => searchWords(text.replace(/_/g, ' '))
const index = lunr(function () {
  this.pipeline.reset()
  this.searchPipeline.reset()
  this.ref('at')
  this.field('title', { boost: 8 })
  this.field('names', { boost: 3 })
  this.field('text')
  entries.forEach((entry, at) => this.add({
    at,
    title: [...searchWords(entry.title), ...parts(entry.title)],
    names: [...searchWords(entry.names), ...parts(entry.names)],
    text: searchWords(entry.text)
  }, { boost: { page: 3, term: 2.5, section: 2, exercise: 1.5 }[entry.kind] || 1 }))
})

fs.mkdirSync(path.join(out, 'previews'), { recursive: true })
write('index.js', 'bookIndex', {
  entries: entries.map(({ kind, title, href, where, text }) =>
    [kind, title, href, where, text]),
  index
})
const glosses = glossesOf(pages['glossary.html'])
for (const page of Object.keys(pages)) {
  write(`previews/${page}.js`, 'bookPreviews',
    excerptsOf(page, pages, glosses, html))
}
console.log(`${entries.length} entries`)
