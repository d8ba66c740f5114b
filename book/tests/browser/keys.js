// Every page can be used by keyboard alone: Tab goes through all that can be
// used, in the order in which it is written, each time to something that is
// marked and in sight; the way past the top is the first, and the theme's
// button is remembered.
'use strict'
const { folder, newPage, open, unfold } = require('./browser.js')
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

// What Tab should reach, in the order of the page, up to `most`. Of buttons of
// which one can be chosen it reaches that one, or the first.
function expected(most) {
  const others = new Set()
  for (const field of document.querySelectorAll('fieldset')) {
    const radios = [...field.querySelectorAll('input[type=radio]')]
    const reached = radios.find(radio => radio.checked) || radios[0]
    for (const radio of radios) if (radio !== reached) others.add(radio)
  }
  return [...document.querySelectorAll('a[href], button, input, select, ' +
    'textarea, summary, [tabindex]')].filter(element =>
    element.tabIndex >= 0 && !element.disabled && !others.has(element) &&
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

// Makes the next Tab start from the top of the page, as after loading.
function goToTop() {
  window.scrollTo({ top: 0, behavior: 'instant' })
  const start = document.createElement('button')
  document.body.prepend(start)
  start.focus()
  start.remove()
}

// A preview opens beside a link that the keyboard rests on, as it does
// where the machine is slow, and has links of its own.
const showPreviews = (page, display) => page.evaluate(display => {
  document.getElementById('preview')?.style.setProperty('display', display)
}, display)

async function walk(page, say) {
  await showPreviews(page, 'none')
  // What has changed its size has then been seen by the page's observers.
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))))
  // What moves by itself might choose something else meanwhile.
  await page.evaluate(() => document.querySelector('[data-begins] button')?.click())
  await page.evaluate(record)
  const wanted = await page.evaluateHandle(expected, most)
  const count = await wanted.evaluate(all => all.length)
  // One more notes the last one; forward it might lead out of the page.
  for (let i = 0; i < count; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  const problems = await page.evaluate(judge, wanted)
  problems.forEach(say)
  await showPreviews(page, '')
  return count
}

async function skip(page, say) {
  await page.evaluate(goToTop)
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

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 700 }
let stops = 0

async function server(page, { name, report }) {
  const say = problem => report(`${name}: ${problem}`)
  await page.setViewportSize(desk)
  const count = await walk(page, say)
  stops += count
  await skip(page, say)
}

// These need pages of their own: a phone's, and the theme's from page to page.
async function finish(browser, report) {
  const names = site.various(folder)
  const { url, close } = await site.serve(folder)
  // So that scrolling is done at once.
  const reducedMotion = 'reduce'
  const page = await newPage(browser, { reducedMotion, viewport: phone })
  for (const name of names.slice(0, 2)) {
    const say = problem => report(`${name} on a phone: ${problem}`)
    await open(page, url(name))
    await unfold(page, say)
    await walk(page, say)
  }
  await page.setViewportSize(desk)
  await theme(page, names.slice(0, 2).map(url), report)
  await page.close()
  close()
  if (stops < 100) report(`only ${stops} things to reach`)
  return `${names.length} pages, ${stops} stops of the keyboard`
}

module.exports = { test: 'keys', server, finish }
