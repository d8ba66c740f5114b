// The slides of the lecture: the keyboard turns them and shows the notes,
// each fits a projector, all on it can be read from the back of a room, and no
// error is heard of.
'use strict'
const { each, folder, main, onError, open } = require('./browser.js')
const site = require('./site.js')

const projectors = [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }]

// Shows each slide, and waits for its live figure.
async function showAll(page, count) {
  for (let number = 1; number <= count; number++) {
    const slide = page.locator(`#slide-${number}`)
    await slide.evaluate(one => one.scrollIntoView({ behavior: 'instant' }))
    if (await slide.locator('.live').count()) {
      await slide.locator('.live:not([hidden]) .stage-view svg').first().waitFor()
    }
  }
}

// The slides whose content goes beyond them, or beyond the bar at the foot.
function findOverfull() {
  const bar = document.querySelector('.deck').offsetHeight
  return [...document.querySelectorAll('main > section')].filter(slide => {
    const { top, height } = slide.getBoundingClientRect()
    const things = [...slide.querySelectorAll('figcaption, figure, .stage, .box, li, p')]
    return height > innerHeight + 1 || things.some(thing => {
      const box = thing.getBoundingClientRect()
      return box.height && !thing.closest('.notes, .katex') &&
        (box.bottom - top > height - bar / 2 || box.right > innerWidth)
    })
  }).map(slide => slide.id)
}

// The letters that are lower than a 40th of the slide, as "slide-3: text, 17 px".
// An index may be smaller, and what is in a formula, but not the formula.
function findSmall() {
  const size = element => parseFloat(getComputedStyle(element).fontSize) *
    (element.currentCSSZoom || 1)
  function sizeInDrawing(text) {
    const drawing = text.ownerSVGElement
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width
    const letters = [text, ...text.querySelectorAll('tspan')]
      .map(part => parseFloat(getComputedStyle(part).fontSize))
    return Math.max(...letters) * Math.min(scale,
      drawing.getBoundingClientRect().height / drawing.viewBox.baseVal.height)
  }
  const found = []
  for (const slide of document.querySelectorAll('main > section')) {
    const least = innerHeight / 40
    function look(element, pixels, text) {
      if (pixels < least - 0.1) {
        found.push(`${slide.id}: "${text.trim().slice(0, 40)}", ${pixels.toFixed(1)} px`)
      }
    }
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: element, data } = texts.currentNode
      if (!data.trim() || !element.checkVisibility() ||
        element.closest('.notes, svg, .katex, sup, sub')) continue
      look(element, size(element), data)
    }
    for (const formula of slide.querySelectorAll('.katex')) {
      if (formula.checkVisibility()) look(formula, size(formula), 'a formula')
    }
    for (const text of slide.querySelectorAll('svg text')) {
      if (text.checkVisibility() && text.textContent.trim()) {
        look(text, sizeInDrawing(text), text.textContent)
      }
    }
  }
  return found
}

async function tryKeys(page, count, say) {
  const steps = [['Home', 1], ['ArrowRight', 2], ['PageDown', 3], [' ', 4],
    ['ArrowLeft', 3], ['End', count], ['ArrowRight', count], ['Home', 1], ['PageUp', 1]]
  for (const [key, slide] of steps) {
    await page.keyboard.press(key)
    const at = await page.textContent('#at')
    if (at !== `${slide} / ${count}`) say(`"${key}" leads to ${at} and not to ${slide}`)
    const { top } = await page.locator(`#slide-${slide}`).boundingBox()
      .then(box => ({ top: box.y }))
    if (Math.abs(top) > 2) say(`"${key}": slide ${slide} is ${top} px from the top`)
  }
  const notes = page.locator('#slide-2 .notes')
  if (await notes.isVisible()) say('the notes are shown at once')
  await page.keyboard.press('n')
  if (!await notes.isVisible()) say('n does not show the notes')
  if (!/\d/.test(await notes.locator('.times').textContent())) say('the notes have no minutes')
  await page.keyboard.press('n')
}

main(async (browser, report) => {
  const names = site.pages(folder)
  await each(browser, {}, names, async (page, name) => {
    const say = problem => report(`${name}: ${problem}`)
    page.removeAllListeners()
    onError(page, say)
    page.on('console', message => {
      if (message.type() === 'error') say(`the console says: ${message.text()}`)
    })
    for (const projector of projectors) {
      const { width, height } = projector
      await page.setViewportSize(projector)
      await open(page, site.fileUrl(folder, name))
      const count = await page.locator('main > section').count()
      await showAll(page, count)
      const overfull = await page.evaluate(findOverfull)
      if (overfull.length) say(`too much for ${width} x ${height}: ${overfull.join(', ')}`)
      const small = await page.evaluate(findSmall)
      for (const one of small.slice(0, 5)) say(`lower than a 40th of ${height} px: ${one}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) say(`${wide} px wide`)
      if (projector === projectors[0]) await tryKeys(page, count, say)
    }
    await open(page, site.fileUrl(folder, name) + '#slide-5')
    if (!(await page.textContent('#at')).startsWith('5 /')) say('#slide-5 is not opened')
  })
  return `${names.length} decks`
})
