// Every page can be read by everybody, as far as axe-core can tell, in light
// and dark, on a phone and at a desk; and its formulas can be listened to.
'use strict'
const { each, fetched, folder, main, open, unfold } = require('./browser.js')
const site = require('./site.js')

const axe = fetched('axe-core').source
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice']
// A look at a chapter with all rules takes seconds. Only some rules see
// colours, so that each width needs all of them but once.
const all = { type: 'tag', values: tags }
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
const views = [[1280, 'light', all], [1280, 'dark', colours],
  [390, 'dark', all], [390, 'light', colours]]

// What axe finds, a line for each rule: how often, and the first of it. The
// head of a page, which all pages have, is looked at on some only.
async function findViolations({ rules, head = true }) {
  const where = head ? document : { exclude: [['header.top']] }
  const { violations } = await window.axe.run(where, {
    runOnly: rules, resultTypes: ['violations']
  })
  return violations.map(({ id, help, nodes }) => {
    const { html, any, all, none } = nodes[0]
    const why = [...any, ...all, ...none][0]
    return `${id}, ${nodes.length} times: ${help}: ${html.slice(0, 160)}` +
      (why ? ` (${why.message})` : '')
  })
}

// A formula is MathML for those who listen and, hidden from them, HTML in
// the colour of its paragraph. A note in the margin is hidden as a whole: it
// repeats what the glossary says (margin.lua).
function inspectFormulas() {
  const colour = element => getComputedStyle(element).color
  return [...document.querySelectorAll('.katex')].filter(formula => {
    const math = formula.querySelector(':scope > .katex-mathml > math')
    const shown = formula.querySelector(':scope > .katex-html')
    return !math || !math.textContent.trim() ||
      (math.closest('[aria-hidden]') && !math.closest('.margin[aria-hidden]')) ||
      !shown || shown.getAttribute('aria-hidden') !== 'true' ||
      colour(shown) !== colour(formula.parentElement)
  }).map(formula => `a formula to be seen only: ${formula.textContent.slice(0, 60)}`)
}

// The part of a formula that is only to be seen is thousands of elements, and
// takes axe minutes. They have the colour of the text around, and no role;
// so axe gets a box of the same size.
function emptyFormulas() {
  const shown = [...document.querySelectorAll('.katex-html')]
  const sizes = shown.map(formula => formula.getBoundingClientRect())
  shown.forEach((formula, i) => {
    formula.replaceChildren()
    Object.assign(formula.style, {
      display: 'inline-block', width: `${sizes[i].width}px`,
      height: `${sizes[i].height}px`
    })
  })
  return shown.length
}

// A listing is thousands of words in a handful of colours. Of those with the
// same classes, inside of the same, and the same colours in light and in
// dark, axe gets the first of each listing; the others are left as text.
function noteColours() {
  for (const word of document.querySelectorAll('pre span')) {
    const { color, backgroundColor, fontSize, fontWeight } =
      getComputedStyle(word)
    word.looks = [word.looks, color, backgroundColor, fontSize, fontWeight].join()
  }
}

function thinListings() {
  const isWord = element => !element.childElementCount &&
    [...element.attributes].every(({ name }) => name === 'class')
  let left = 0
  for (const listing of document.querySelectorAll('pre')) {
    const seen = new Set()
    for (const word of [...listing.querySelectorAll('span')].filter(isWord)) {
      let kind = word.looks
      for (let box = word; box !== listing; box = box.parentElement) {
        kind += ` ${box.tagName}.${box.className}`
      }
      if (seen.has(kind)) {
        word.replaceWith(word.textContent)
        left++
      }
      seen.add(kind)
    }
  }
  return left
}

// What scrolls sideways scrolls by keyboard, too.
function inspectScrolling() {
  const boxes = [...document.querySelectorAll('main *')].filter(box =>
    box.scrollWidth > box.clientWidth + 1 && box.clientWidth &&
    ['auto', 'scroll'].includes(getComputedStyle(box).overflowX))
  return boxes.filter(box => box.tabIndex < 0 &&
    !box.querySelector('a[href], button, input'))
    .map(box => `scrolls only by mouse: ${box.outerHTML.slice(0, 100)}`)
}

// What opens over a page: the search with its results, and what a link shows.
async function inspectOpened(page, report) {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.locator('main a.ref[href^="#fig"]').first().hover()
  await page.waitForSelector('#preview:not([hidden])', { timeout: 60e3 })
  for (const opened of ['what a link shows', 'the search']) {
    if (opened === 'the search') {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('gradient descent')
      await page.waitForSelector('#search li a', { timeout: 60e3 })
    }
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      for (const found of await page.evaluate(findViolations, { rules: all })) {
        report(`${opened}, ${colorScheme}: ${found}`)
      }
    }
  }
}

main(async (browser, report) => {
  const names = site.various(folder)
  const withHead = [names[0], names.find(site.isSource), 'chain.html']
  let formulas = 0, words = 0
  await each(browser, {}, names, async (page, name) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(page, site.fileUrl(folder, name))
    await unfold(page, problem => report(`${name}: ${problem}`))
    for (const found of await page.evaluate(inspectFormulas)) {
      report(`${name}: ${found}`)
    }
    for (const width of new Set(views.map(([width]) => width))) {
      await page.setViewportSize({ width, height: 900 })
      for (const found of await page.evaluate(inspectScrolling)) {
        report(`${name} at ${width} px: ${found}`)
      }
    }
    // Not += await: it would read the sum before other pages add to it.
    const emptied = await page.evaluate(emptyFormulas)
    formulas += emptied
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(noteColours)
    }
    const left = await page.evaluate(thinListings)
    words += left
    await page.evaluate(axe)
    for (const [width, colorScheme, rules] of views) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      for (const found of await page.evaluate(findViolations,
        { rules, head: withHead.includes(name) })) {
        report(`${name} at ${width} px, ${colorScheme}: ${found}`)
      }
    }
    if (name === 'chain.html' && await page.$('#search')) {
      await inspectOpened(page, report)
    }
  })
  if (!formulas) report('there are no formulas')
  return `${names.length} pages, ${formulas} formulas, ${words} more words ` +
    'in listings like those looked at'
})
