// Every page can be used by keyboard alone: Tab goes through all that can be
// used, in the order in which it is written, each time to something that is
// marked and in sight; the way past the top is the first, and the theme's
// button is remembered.
'use strict'
const { each, folder, main, newPage, open, unfold } = require('./browser.js')
const site = require('./site.js')

// Of pages with more links than that, the first so many.
const most = 250

// Lets the page note, before each Tab, where the keyboard is.
function record() {
  const marks = element => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) ||
      boxShadow !== 'none'
  }
  const top = document.querySelector('.top')
  // A thing that is higher than the window has to begin in it, at least.
  const hidden = element => {
    const box = element.getClientRects()[0] || element.getBoundingClientRect()
    if (box.bottom <= 0 || box.top >= innerHeight) return 'is out of sight'
    if (box.right <= 0 || box.left >= innerWidth) return 'is out of sight'
    const under = top.contains(element) || element.closest('.skip') ? 0
      : top.getBoundingClientRect().bottom
    if (box.height < innerHeight - under && box.top < under - 1) {
      return 'is under the header'
    }
    return ''
  }
  window.stops = []
  document.addEventListener('keydown', event => {
    const element = document.activeElement
    if (event.key !== 'Tab' || element === document.body) return
    window.stops.push({
      element, marked: marks(element), hidden: hidden(element)
    })
  }, true)
}

// What Tab should reach, in the order of the page, up to `most`.
function expected(most) {
  return [...document.querySelectorAll('a[href], button, input, select, ' +
    'textarea, summary, [tabindex]')].filter(element =>
    element.tabIndex >= 0 && !element.disabled &&
    element.checkVisibility({ visibilityProperty: true })).slice(0, most)
}

function judge(wanted) {
  const problems = []
  const show = element => element.outerHTML.slice(0, 100)
  const stops = window.stops
  for (const { element, marked, hidden } of stops) {
    if (!marked) problems.push(`no mark of the focus: ${show(element)}`)
    if (hidden) problems.push(`${hidden}: ${show(element)}`)
  }
  for (let i = 0; i < Math.max(stops.length, wanted.length); i++) {
    const there = stops[i] && stops[i].element
    if (there === wanted[i]) continue
    problems.push(`Tab ${i + 1} should reach ` +
      `${wanted[i] ? show(wanted[i]) : 'nothing more'}, and reaches ` +
      (there ? show(there) : 'nothing'))
    break
  }
  if (stops.length && !stops[0].element.matches('.skip')) {
    problems.push(`Tab reaches first ${show(stops[0].element)}`)
  }
  return problems
}

async function walk(page, url, say) {
  await open(page, url)
  await unfold(page, say)
  // What has changed its size has then been seen by the page's observers.
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))))
  await page.evaluate(record)
  const wanted = await page.evaluateHandle(expected, most)
  const count = await wanted.evaluate(all => all.length)
  // One more notes the last one; those behind the last would begin again.
  for (let i = 0; i <= count; i++) await page.keyboard.press('Tab')
  const problems = await page.evaluate(judge, wanted)
  problems.forEach(say)
  return count
}

async function skip(page, url, say) {
  await open(page, url)
  await page.keyboard.press('Tab')
  const seen = await page.evaluate(() => {
    const { left, top } = document.activeElement.getBoundingClientRect()
    return document.activeElement.matches('.skip') && left >= 0 && top >= 0
  })
  if (!seen) say('the first Tab does not show the way past the top')
  await page.keyboard.press('Enter')
  const inMain = await page.evaluate(() =>
    document.activeElement === document.querySelector('main'))
  if (!inMain) say('the way past the top does not lead to the text')
  await page.keyboard.press('Tab')
  // Where the text has nothing to stop at, Tab begins anew.
  const before = await page.evaluate(() => !!document.querySelector(
    'main a[href]:not([tabindex]), main button, main summary') &&
    !!document.activeElement.closest('.skip, .top'))
  if (before) say('the next Tab is at the top again')
}

async function theme(page, urls, say) {
  const paper = () => page.evaluate(() =>
    getComputedStyle(document.body).backgroundColor)
  await open(page, urls[0])
  const light = await paper()
  await page.focus('#theme')
  await page.keyboard.press('Enter')
  const dark = await paper()
  await page.keyboard.press('Space')
  const again = await paper()
  await page.keyboard.press('Space')
  if (light === dark) say('Enter does not switch the theme')
  if (light !== again) say('Space does not switch the theme')
  await open(page, urls[1])
  if (await paper() !== dark) say('the next page forgets the theme')
}

main(async (browser, report) => {
  const names = site.various(folder)
  const server = await site.serve(folder)
  let stops = 0
  // So that scrolling is done at once.
  const settings = { reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } }
  await each(browser, settings, names, async (page, name) => {
    const say = problem => report(`${name}: ${problem}`)
    const count = await walk(page, server.url(name), say)
    stops += count
    await skip(page, server.url(name), say)
  })
  const phone = { ...settings, viewport: { width: 390, height: 700 } }
  await each(browser, phone, names.slice(0, 2), async (page, name) => {
    await walk(page, server.url(name), problem =>
      report(`${name} on a phone: ${problem}`))
  })
  const page = await newPage(browser, settings)
  await theme(page, [server.url(names[0]), server.url(names[1])], report)
  server.close()
  if (stops < 100) report(`only ${stops} things to reach`)
  return `${names.length} pages, ${stops} stops of the keyboard`
})
