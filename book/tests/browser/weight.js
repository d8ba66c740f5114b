// What a page weighs that comes from a server for the first time, with all
// it asks for down to its end: not more than a phone on a slow line can bear. Leaves a
// table, weights.tsv, in bytes of the answers' bodies, with gzip.
'use strict'
const fs = require('fs')
const path = require('path')
const { tools } = require('./browser.js')

const most = { 'without fonts': 400e3, all: 1000e3 }

function weigh(sent) {
  const sum = wanted => sent.filter(wanted)
    .reduce((total, answer) => total + answer.bytes, 0)
  const isFont = answer => answer.type.startsWith('font/')
  return {
    html: sum(answer => answer.type.startsWith('text/html')),
    style: sum(answer => answer.type.startsWith('text/css')),
    scripts: sum(answer => answer.type.startsWith('text/javascript')),
    fonts: sum(isFont),
    'without fonts': sum(answer => !isFont(answer)),
    all: sum(() => true),
  }
}

const weights = new Map()

function server(page, { name, sent, report }) {
  const weight = weigh(sent)
  weights.set(name, weight)
  for (const [part, limit] of Object.entries(most)) {
    if (weight[part] > limit) {
      report(`${name}: ${weight[part]} bytes (${part}) are more than ${limit}`)
    }
  }
  if (!weight.html || !weight.style || !weight.fonts) {
    report(`${name}: was not weighed: ${JSON.stringify(weight)}`)
  }
}

function finish() {
  const lines = [...weights].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([name, weight]) => [name, ...Object.values(weight)])
  lines.unshift(['page', ...Object.keys(weigh([]))])
  const table = lines.map(line => line.join('\t') + '\n').join('')
  fs.writeFileSync(path.join(tools, 'weights.tsv'), table)
  return `${table}${weights.size} pages weighed`
}

module.exports = { test: 'weight', server, finish }
