// Without scripts and on paper a page shows the static figures in the place
// of the live ones, and nothing that could not be used there.
'use strict'
const { folder } = require('./browser.js')
const site = require('./site.js')

function inspect(unwanted) {
  const problems = []
  const seen = element => element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().height > 0
  for (const live of document.querySelectorAll('.live')) {
    const name = live.dataset.live
    const still = live.parentElement.querySelector('.static svg')
    if (!still || !seen(still)) problems.push(`no static figure for ${name}`)
    if (seen(live)) problems.push(`the live figure ${name} is shown`)
  }
  for (const element of document.querySelectorAll(unwanted)) {
    if (seen(element)) {
      problems.push(`shown: ${element.outerHTML.slice(0, 80)}`)
    }
  }
  if (!seen(document.querySelector('h1'))) problems.push('no heading')
  return problems
}

async function withoutScripts(page, { name, report }) {
  for (const problem of await page.evaluate(inspect,
    '.live-text, button, input, [role=status]')) {
    report(`${name} without scripts: ${problem}`)
  }
}

async function file(page, { name, report }) {
  await page.emulateMedia({ media: 'print' })
  for (const problem of await page.evaluate(inspect,
    'header, nav, .skip, .live-text, button, input, [role=status]')) {
    report(`${name} on paper: ${problem}`)
  }
}

function finish() {
  return `${site.various(folder).length} pages, without scripts and on paper`
}

module.exports = { test: 'still', withoutScripts, file, finish }
