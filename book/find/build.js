// Writes, for the book's pages to load when a reader asks for it, an index to
// search in and what links lead to.
//   node build.js NAMES.tsv LUNR OUT PAGE.json...
// NAMES.tsv lists the C names: name, kind, file, target, what it is. LUNR is
// the library that makes and searches the index. PAGE.json is what
// read_page.js wrote of a page.
'use strict'
const fs = require('fs')
const path = require('path')
const searchWords = require('./words.js')

const [names, library, out, ...inputs] = process.argv.slice(2)
const lunr = require(path.resolve(library))

const pages = inputs.map(file => JSON.parse(fs.readFileSync(file, 'utf8')))
  .sort((a, b) => a.page < b.page ? -1 : 1)

// A file of data that a page can load as a script, from a disk as well.
function write(name, call, data) {
  fs.writeFileSync(path.join(out, name), `${call}(${JSON.stringify(data)})\n`)
}

const entries = pages.flatMap(one => one.entries)
for (const line of fs.readFileSync(names, 'utf8').split('\n').filter(x => x)) {
  const [title, kind, file, href, text] = line.split('\t')
  entries.push({ kind, title, href, where: file, text, names: '', place: '' })
}

// What explains something comes before what practises it, and the programs
// that only measure come last.
const boosts = { page: 3, term: 2.5, section: 2, exercise: 0.6 }
const boostOf = ({ kind, where }) =>
  boosts[kind] || (/\/experiments\.c$/.test(where) ? 0.5 : 1)

// In names such as nn_net_forward each part counts as well.
const parts = text => searchWords(text.replace(/_/g, ' '))
const index = lunr(function () {
  this.pipeline.reset()
  this.searchPipeline.reset()
  this.ref('at')
  this.field('title', { boost: 8 })
  this.field('names', { boost: 2 })
  this.field('text')
  this.field('place', { boost: 0.5 })
  entries.forEach((entry, at) => this.add({
    at,
    title: [...searchWords(entry.title), ...parts(entry.title)],
    names: [...searchWords(entry.names), ...parts(entry.names)],
    text: searchWords(entry.text),
    place: searchWords(entry.place)
  }, { boost: boostOf(entry) }))
})

const previews = path.join(out, 'previews')
fs.mkdirSync(previews, { recursive: true })
for (const name of fs.readdirSync(previews)) { // of pages that are gone
  if (!pages.some(one => name === `${one.page}.js`)) fs.unlinkSync(path.join(previews, name))
}
write('index.js', 'bookIndex', {
  entries: entries.map(({ kind, title, href, where, text }) =>
    [kind, title, href, where, text]),
  index
})
const glosses = Object.assign({}, ...pages.map(one => one.glosses))
const partsOn = Object.fromEntries(pages.map(one => [one.page, one.parts]))

// target -> HTML, for the links on a page. What is on the page itself is not
// among them, but for glosses: the page has it.
function excerptsOf({ page, targets, sources }) {
  const excerpts = {}
  for (const href of targets) {
    const [file, id] = href.split('#')
    const found = sources[href] || glosses[`${file || page}#${id}`] ||
      (file && partsOn[file] && partsOn[file][id])
    if (found) excerpts[href] = found
  }
  return excerpts
}
for (const one of pages) {
  write(`previews/${one.page}.js`, 'bookPreviews', excerptsOf(one))
}
console.log(`${entries.length} entries`)
