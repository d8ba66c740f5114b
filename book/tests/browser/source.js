// On the page of a C file the reader knows where he is: the way up, the
// sections that show a definition, the name of what is in view. A line that a
// link leads to is in sight.
'use strict'
const { folder, newPage, open } = require('./browser.js')
const site = require('./site.js')

const file = 'source/chapters/04-chain/chain.c.html'
const seen = page => page.textContent('#in-view')

async function tryPlace(page, say) {
  const way = await page.$$eval('.way li', items =>
    items.map(item => item.textContent.replace(/\s+/g, ' ')))
  if (way.join(' / ') !== 'Learning from Errors / chapters / 04-chain') {
    say(`the way up is ${way.join(' / ')}`)
  }
  const up = await page.getAttribute('.way li:last-child a', 'href')
  if (!up.endsWith('chain.html')) say(`the chapter's folder leads to ${up}`)
  const current = await page.textContent('#contents details[open] [aria-current=page]')
  if (current !== 'chain.c') say(`in the list of files "${current}" is marked`)
  const shown = await page.$$eval('pre .shown a', links => links.map(link =>
    link.getAttribute('aria-label') + ' ' + link.getAttribute('href')))
  if (!shown.some(link => /^Section 4\.8 .*chain\.html#lst-gates$/.test(link))) {
    say('no definition leads to the section that shows the gates')
  }
}

// A definition of a dozen lines: its name, its first line and its last.
function longOne() {
  const links = [...document.querySelectorAll('#contents a[data-last]')]
  return links.map(link => ({
    name: link.textContent, first: Number(link.hash.slice(3)),
    last: Number(link.dataset.last)
  })).find(({ first, last }) => last - first >= 12)
}

async function tryView(page, url, say) {
  await open(page, url)
  const { name, first, last } = await page.evaluate(longOne)
  if (await seen(page)) say(`at the top of the page "${await seen(page)}" is in view`)
  for (const line of [first + 4, last - 1]) {
    await open(page, 'about:blank')
    await open(page, `${url}#L-${line}`)
    const { top, under } = await page.evaluate(line => ({
      top: document.getElementById(`L-${line}`).getBoundingClientRect().top,
      under: document.querySelector('.top').getBoundingClientRect().bottom + 30
    }), line)
    if (top < under || top > 500) say(`line ${line} is shown at ${top} px`)
  }
  await page.evaluate(line => window.scrollBy({ behavior: 'instant',
    top: document.getElementById(`L-${line}`).getBoundingClientRect().top - 60
  }), first + 6)
  await page.waitForFunction(name =>
    document.querySelector('#in-view code')?.textContent === name &&
    document.querySelector('#contents a[aria-current=true]')?.textContent === name,
  name, { timeout: 10e3 }).catch(async () =>
    say(`within ${name} "${await seen(page)}" is in view`))
  if (!/^Section 4\.\d+$/.test(await page.evaluate(() =>
    document.querySelector('#in-view .shown a')?.getAttribute('aria-label') || ''))) {
    say(`beside ${name} no section is named`)
  }
}

async function finish(browser, report) {
  const page = await newPage(browser, {
    reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }
  })
  const url = site.fileUrl(folder, file)
  const say = problem => report(`${file}: ${problem}`)
  await open(page, url)
  await tryPlace(page, say)
  await tryView(page, url, say)
  await page.close()
  return file
}

module.exports = { test: 'source', finish }
