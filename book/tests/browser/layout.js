// No page is wider than the window, from a small phone to a wide desk, nor when
// it or only its text is magnified, and nothing in its header or its margin
// overlaps. The letters in all figures have one size. Leaves pictures of the
// chapters to look at.
'use strict'
const fs = require('fs')
const path = require('path')
const { folder, tools } = require('./browser.js')
const site = require('./site.js')

const widths = [1280, 1920, 1600, 1440, 768, 640, 390, 320]
const pictures = path.join(tools, 'screenshots')

let notes = 0 // in the margins

// The elements that reach over the right edge, the innermost of them, that
// no box around them lets scroll.
function overflow() {
  const wide = document.scrollingElement
  const limit = document.documentElement.clientWidth
  if (wide.scrollWidth <= limit) return null
  const over = [...document.body.querySelectorAll('*')].filter(element =>
    element.getBoundingClientRect().right > limit + 0.5 &&
    ![...element.children].some(child =>
      child.getBoundingClientRect().right > limit + 0.5))
  const free = over.filter(element => {
    for (let box = element; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return false
    }
    return true
  })
  return `${wide.scrollWidth} px wide: ` + (free.length ? free : over).slice(0, 3)
    .map(element => element.outerHTML.slice(0, 120)).join(' and ')
}

// The things in the header that stand on each other or reach out of it.
function crowd() {
  const header = document.querySelector('.top')
  const around = header.getBoundingClientRect()
  const seen = [...header.children].filter(child => child.checkVisibility() &&
    child.getBoundingClientRect().right > 0)
  const problems = []
  for (const [i, child] of seen.entries()) {
    const box = child.getBoundingClientRect()
    const next = seen[i + 1] && seen[i + 1].getBoundingClientRect()
    if (box.right > around.right || box.top < around.top ||
      box.bottom > around.bottom || (next && box.right > next.left &&
      box.bottom > next.top && box.top < next.bottom)) {
      problems.push(`no room in the header: ${child.outerHTML.slice(0, 80)}`)
    }
  }
  return problems
}

// How large the letters in figures may be on a desk and on a phone, in pixels.
const letterSizes = new Map([[1280, [13, 14.5]], [390, [11, 12.5]]])

// The figures whose letters, indices aside, are smaller or larger. Where a
// figure can be touched, the static one is looked at.
function lettersOutside([least, most]) {
  const problems = []
  for (const still of document.querySelectorAll('.static')) {
    still.style.display = 'block'
  }
  for (const drawing of document.querySelectorAll('svg.wide, svg.narrow')) {
    if (!drawing.checkVisibility()) continue
    const scale = drawing.getScreenCTM().a
    const sizes = [...drawing.querySelectorAll('text')]
      .map(text => scale * parseFloat(getComputedStyle(text).fontSize))
    const wrong = sizes.find(size => size < least || size > most)
    if (wrong) {
      const { id: name } = drawing.closest('[id^="fig-"], [id]')
      problems.push(`${name} has letters of ${wrong.toFixed(1)} px, which ` +
        `should be from ${least} to ${most}`)
    }
  }
  for (const still of document.querySelectorAll('.static')) {
    still.style.display = ''
  }
  return problems
}

// The things in the margin that stand on the text, on each other or on what
// reaches into the margin.
function collide() {
  const main = document.querySelector('main')
  const { paddingRight } = getComputedStyle(main)
  const edge = main.getBoundingClientRect().right - parseFloat(paddingRight)
  const notes = [...main.querySelectorAll('.margin, .listing .where, pre .shown')]
    .filter(note => {
      const { float, position } = getComputedStyle(note)
      return note.checkVisibility() && (float === 'right' || position === 'absolute')
    })
  const wide = [...main.querySelectorAll('figure, pre, svg, table, .katex-display')]
    .filter(box => box.getBoundingClientRect().right > edge + 1)
  const problems = []
  for (const [i, note] of notes.entries()) {
    const box = note.getBoundingClientRect()
    const over = [...notes.slice(i + 1), ...wide].find(other => {
      const at = other.getBoundingClientRect()
      return !other.contains(note) && !note.contains(other) &&
        at.left < box.right && at.right > box.left &&
        at.top < box.bottom - 1 && at.bottom > box.top + 1
    })
    if (over) {
      problems.push(`in the margin ${note.outerHTML.slice(0, 80)} stands on ` +
        over.outerHTML.slice(0, 80))
    }
    if (box.left < edge || box.right > innerWidth) {
      problems.push(`outside of the margin: ${note.outerHTML.slice(0, 80)}`)
    }
  }
  return { problems, count: notes.length }
}

// A picture of the whole page as it is.
async function takePicture(page, name, width, colorScheme) {
  const file = `${path.basename(name, '.html')}-${width}-${colorScheme}.png`
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme })
  await page.screenshot({ fullPage: true, path: path.join(pictures, file) })
}

function begin() {
  fs.rmSync(pictures, { recursive: true, force: true })
  fs.mkdirSync(pictures, { recursive: true })
}

async function fits(page, widths, say) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const problem = await page.evaluate(overflow)
    if (problem) say(`in ${width} px it is ${problem}`)
    for (const found of await page.evaluate(crowd)) {
      say(`in ${width} px ${found}`)
    }
    for (const found of letterSizes.has(width) ? await page.evaluate(
      lettersOutside, letterSizes.get(width)) : []) {
      say(`in ${width} px ${found}`)
    }
    const { problems, count } = await page.evaluate(collide)
    if (width >= 1440) notes += count
    for (const found of problems) say(`in ${width} px ${found}`)
  }
}

// With two device pixels per CSS pixel, 640 px is a window of 1280 at 200 %.
async function file(page, { name, report }) {
  const say = problem => report(`${name}: ${problem}`)
  await fits(page, widths, say)
  // Only the text twice as large.
  await page.setViewportSize({ width: widths[0], height: 800 })
  await page.evaluate(() => {
    const { style } = document.documentElement
    style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement)
      .fontSize) + 'px'
  })
  const problem = await page.evaluate(overflow)
  if (problem) say(`with large text it is ${problem}`)
  for (const found of await page.evaluate(crowd)) say(`with large text ${found}`)
  await page.evaluate(() => { document.documentElement.style.fontSize = '' })
}

// Pictures at one device pixel per CSS pixel take far less time than at two.
async function server(page, { name }) {
  if (site.isSource(name) || name === 'figures.html') return
  await takePicture(page, name, 390, 'dark')
  await takePicture(page, name, 1280, 'light')
}

function finish(browser, report) {
  if (!notes) report('there is nothing in any margin')
  return `${site.various(folder).length} pages at ${widths.join(', ')} px, ` +
    `${notes} notes in margins`
}

module.exports = { test: 'layout', begin, file, server, finish, fits }
