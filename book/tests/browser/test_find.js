// What a reader looks for is found, without a network, and fast; what links
// lead to is shown beside them, by mouse, keyboard and touch; listings can
// be copied.
'use strict'
const { folder, main, onError, open } = require('./browser.js')
const site = require('./site.js')

// What is typed, and where one of the first five results must lead.
const wanted = [
  ['learning rate', 'perceptron.html#term-learning-rate'],
  ['gradients', 'chain.html#term-gradient'],
  ['nn_net_forw', 'source/lib/include/nn/net.h.html'],
  ['BP2', 'chain.html#eq-bp2'],
  ['chain/step', 'chain.html#ex-chain-step'],
  ['novikoff', 'perceptron.html#thm-novikoff'],
  ['η', 'notation.html'],
  ['momentm', 'momentum.html'], // with a letter missing
  ['double descent', 'variance.html#term-double-descent'],
  ['huber', 'losses.html#sec-robust'],
  ['exercise that is nowhere', null],
]
const slowest = 50 // milliseconds for a key, as the median

async function openSearch(page) {
  await page.keyboard.press('Control+k')
  await page.waitForSelector('#search[open] input:focus')
}

// What is typed, and how what is found must not look or must look.
async function inspectResults(page, report) {
  const shown = async text => {
    await page.fill('#search input', text)
    return page.$$eval('#search li', items => items.map(item => ({
      kind: item.querySelector('.kind').textContent.split(' · ')[0],
      text: item.innerText
    })))
  }
  for (const text of ['momentum', 'perceptron', 'step', 'epoch']) {
    const kinds = (await shown(text)).map(({ kind }) => kind)
    const exercise = kinds.indexOf('Exercise')
    if (!kinds.includes('Section') ||
      (exercise >= 0 && exercise < kinds.indexOf('Section'))) {
      report(`"${text}" finds no section before exercises: ${kinds.join(', ')}`)
    }
  }
  for (const text of ['equation', 'bp2', 'slope', 'softmax', 'w1']) {
    const tex = (await shown(text)).find(({ text }) => /\\|[_^]\{/.test(text))
    if (tex) report(`"${text}" shows TeX: ${tex.text}`)
  }
  const bp2 = (await shown('bp2'))[0].text
  if (!bp2.includes('δᵢˡ = (∑ⱼ wᵢⱼˡ⁺¹ δⱼˡ⁺¹) σ′(zᵢˡ)')) report(`BP2 reads "${bp2}"`)
}

async function results(page) {
  return page.$$eval('#search li a', links => links.map(link => link.href))
}

async function search(page, report) {
  const took = []
  await openSearch(page)
  // The index comes when the search opens, and shows what was typed till then.
  await page.keyboard.type('a')
  await page.waitForFunction(() =>
    document.getElementById('search').dataset.took, null, { timeout: 60e3 })
  for (const [text, target] of wanted) {
    await page.fill('#search input', '')
    for (const letter of text) {
      await page.keyboard.type(letter)
      took.push(await page.evaluate(() =>
        Number(document.getElementById('search').dataset.took)))
    }
    const found = await results(page)
    const state = await page.textContent('#search [role=status]')
    if (!target) {
      if (found.length) report(`"${text}" is found at ${found[0]}`)
    } else if (!found.slice(0, 5).some(href => href.includes(target))) {
      report(`"${text}" does not lead to ${target}, but to ` +
        found.slice(0, 5).map(href => href.replace(/.*\/html\//, '')).join(', '))
    }
    if (!state) report(`"${text}": nothing says how much was found`)
  }
  took.sort((a, b) => a - b)
  const median = took[took.length >> 1]
  if (!(median > 0 && median < slowest)) report(`a key takes ${median} ms`)
  console.log(`${took.length} keys: median ${median} ms, slowest ` +
    `${took[took.length - 1]} ms`)

  await inspectResults(page, report)

  // By keyboard alone: to a result, away again, to its page.
  await page.fill('#search input', 'novikoff')
  await page.keyboard.press('ArrowDown')
  if (!await page.$('#search li:first-child a:focus')) {
    report('the arrow does not go to the first result')
  }
  await page.keyboard.press('ArrowUp')
  if (!await page.$('#search input:focus')) report('no way back to the words')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(' pr')
  await page.keyboard.press('Backspace')
  const typed = await page.inputValue('#search input')
  if (typed !== 'novikoff p') report(`after an arrow the words are "${typed}"`)
  await page.keyboard.press('Escape')
  if (await page.$('#search[open]')) report('Escape does not close the search')
  await page.click('#to-search')
  await page.fill('#search input', 'double descent')
  await page.keyboard.press('Enter')
  await page.waitForURL(/variance\.html#/)
}

const shown = page => page.$eval('#preview', card =>
  card.hidden ? '' : card.innerText.trim())

// Links of one kind each, and what must be shown beside it.
const previews = [
  ['a.ref[href^="#fig-"]', /Figure 4/, 'svg'],
  ['a.ref[href^="#eq-"]', /\(4\./, '.katex'],
  ['a.ref[href^="losses.html#sec-"]', /3\.\d/, 'p'],
  ['a.known[href*="#term-"]', /\w{4}/, 'strong'],
  ['a.c[href^="#lst-"]', /Listing 4/, 'pre'],
  ['a.c[href*="nn/net.h"]', /nn_/, 'pre'],
  ['a.c[href*="nn/real.h"]', /#ifdef[^]*float[^]*double/, 'pre'],
  ['a.num', /nn_run_number/, 'pre mark'],
]

async function preview(page, report) {
  for (const [selector, text, element] of previews) {
    const link = page.locator(`main ${selector}`).first()
    if (!await link.count()) {
      report(`there is no ${selector}`)
      continue
    }
    for (const way of ['mouse', 'keyboard']) {
      await page.mouse.move(1, 1)
      await page.keyboard.press('Escape')
      await link.scrollIntoViewIfNeeded()
      if (way === 'mouse') await link.hover()
      else {
        await page.keyboard.press('Shift') // so that it is the keyboard's focus
        await link.focus()
      }
      await page.waitForFunction(() => !document.getElementById('preview').hidden,
        null, { timeout: 60e3 }).catch(() => {})
      const found = await shown(page)
      if (!text.test(found) || !found || !await page.$(`#preview ${element}`)) {
        report(`${selector} shows "${found.slice(0, 60)}" to the ${way}`)
      }
      const outside = await page.$eval('#preview', card => {
        const at = card.getBoundingClientRect()
        return at.left < 0 || at.right > innerWidth
      })
      if (outside) report(`${selector}: what is shown leaves the window`)
      await page.keyboard.press('Escape')
      if (await shown(page)) report(`${selector}: Escape does not hide it`)
    }
  }
}

async function touch(browser, url, report) {
  const context = await browser.newContext({
    hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 }
  })
  const page = await context.newPage()
  await open(page, url)
  const link = page.locator('main a.ref[href*="losses.html#sec"]').first()
  await link.tap()
  await page.waitForSelector('#preview .go', { timeout: 60e3 })
    .catch(() => report('a touch shows nothing'))
  if (!/chain\.html/.test(page.url())) report('the first touch leads away')
  await page.locator('#preview .go').tap()
  await page.waitForURL(/losses\.html#sec/, { timeout: 60e3 })
    .catch(() => report('"Go there" does not'))
  await context.close()
}

async function copy(page, report) {
  const box = page.locator('#lst-gates')
  await box.scrollIntoViewIfNeeded()
  await box.hover()
  await box.locator('.copy').click()
  await box.locator('.copy', { hasText: 'Copied' }).waitFor()
    .catch(() => report('nothing says that it was copied'))
  const text = await page.evaluate(() => navigator.clipboard.readText())
  if (!text.includes('static gate multiply(gate *u, gate *v) {\n') ||
    /\d+\s*static/.test(text)) {
    report(`the listing is copied as "${text.slice(0, 80)}"`)
  }
}

async function test(browser, report) {
  const server = await site.serve(folder)
  for (const way of [name => site.fileUrl(folder, name), server.url]) {
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write']
    })
    const page = await context.newPage()
    page.setDefaultTimeout(120e3)
    const say = problem => report(`${way('')}: ${problem}`)
    onError(page, say)
    await open(page, way('chain.html'))
    await preview(page, say)
    await copy(page, say)
    await search(page, say)
    await touch(browser, way('chain.html'), say)
    // From a page in a folder the results lead to the right place as well.
    await open(page, way('source/lib/src/net.c.html'))
    await openSearch(page)
    await page.keyboard.type('momentum')
    await page.waitForSelector('#search li a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/momentum\.html/, { timeout: 60e3 })
      .catch(() => say('a source page leads nowhere'))
    await context.close()
  }
  server.close()
  return `${wanted.length} searches, ${previews.length} kinds of links`
}

if (require.main === module) main(test)
module.exports = { preview, search }
