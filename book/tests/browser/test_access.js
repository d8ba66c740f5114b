// Every page can be read by everybody, as far as axe-core can tell, in light
// and dark, on a phone and at a desk; and its formulas can be listened to.
'use strict'
const { each, fetched, folder, main, open, unfold } = require('./browser.js')
const site = require('./site.js')

const axe = fetched('axe-core').source
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice']
// What a rule says depends on the width or on the colours, not on both; and
// a look at a chapter takes seconds.
const views = [[1280, 'light'], [390, 'dark']]

// What axe finds, a line for each rule: how often, and the first of it.
async function findViolations(tags) {
  const { violations } = await window.axe.run(document, {
    runOnly: tags, resultTypes: ['violations']
  })
  return violations.map(({ id, help, nodes }) => {
    const { html, any, all, none } = nodes[0]
    const why = [...any, ...all, ...none][0]
    return `${id}, ${nodes.length} times: ${help}: ${html.slice(0, 160)}` +
      (why ? ` (${why.message})` : '')
  })
}

// A formula is MathML for those who listen and, hidden from them, HTML.
function inspectFormulas() {
  return [...document.querySelectorAll('.katex')].filter(formula => {
    const math = formula.querySelector(':scope > .katex-mathml > math')
    const shown = formula.querySelector(':scope > .katex-html')
    return !math || !math.textContent.trim() ||
      math.closest('[aria-hidden]') ||
      !shown || shown.getAttribute('aria-hidden') !== 'true'
  }).map(formula => `a formula to be seen only: ${formula.textContent.slice(0, 60)}`)
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

main(async (browser, report) => {
  const names = site.various(folder)
  let formulas = 0
  await each(browser, {}, names, async (page, name) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(page, site.fileUrl(folder, name))
    await unfold(page, problem => report(`${name}: ${problem}`))
    await page.evaluate(axe)
    for (const [width, colorScheme] of views) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      for (const found of [...await page.evaluate(findViolations, tags),
        ...await page.evaluate(inspectScrolling)]) {
        report(`${name} at ${width} px, ${colorScheme}: ${found}`)
      }
    }
    for (const found of await page.evaluate(inspectFormulas)) {
      report(`${name}: ${found}`)
    }
    const count = await page.locator('.katex').count()
    formulas += count
  })
  if (!formulas) report('there are no formulas')
  return `${names.length} pages, ${formulas} formulas`
})
