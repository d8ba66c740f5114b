// What a page weighs that comes from a server for the first time, with all
// it asks for down to its end: not more than a phone on a slow line can bear. Leaves a
// table, weights.tsv, in bytes of the answers' bodies, with gzip.
'use strict'
const fs = require('fs')
const path = require('path')
const { folder, main, newPage, open, tools, unfold } = require('./browser.js')
const site = require('./site.js')

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

main(async (browser, report) => {
  const server = await site.serve(folder)
  const names = site.various(folder)
  const lines = []
  for (const name of names) {
    server.sent.length = 0
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 } })
    const page = await newPage(context)
    await open(page, server.url(name))
    await unfold(page, problem => report(`${name}: ${problem}`))
    const weight = weigh(server.sent)
    await context.close()
    if (!lines.length) lines.push(['page', ...Object.keys(weight)])
    lines.push([name, ...Object.values(weight)])
    for (const [part, limit] of Object.entries(most)) {
      if (weight[part] > limit) {
        report(`${name}: ${weight[part]} bytes (${part}) are more than ${limit}`)
      }
    }
    if (!weight.html || !weight.style || !weight.fonts) {
      report(`${name}: was not weighed: ${JSON.stringify(weight)}`)
    }
  }
  server.close()
  const table = lines.map(line => line.join('\t') + '\n').join('')
  fs.writeFileSync(path.join(tools, 'weights.tsv'), table)
  console.log(table)
  return `${names.length} pages weighed`
})
