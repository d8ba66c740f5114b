// The slides of the lecture: the keyboard turns them and shows the notes,
// each fits a projector, and no error is heard of.
'use strict'
const { each, folder, main, open } = require('./browser.js')
const site = require('./site.js')

const projector = { width: 1280, height: 720 }

main(async (browser, report) => {
  const names = site.pages(folder)
  await each(browser, { viewport: projector }, names, async (page, name) => {
    const say = problem => report(`${name}: ${problem}`)
    page.removeAllListeners()
    page.on('pageerror', error => say(`an error: ${error.message}`))
    page.on('console', message => {
      if (message.type() === 'error') say(`the console says: ${message.text()}`)
    })
    await open(page, site.fileUrl(folder, name))
    const at = () => page.textContent('#at')
    const count = await page.locator('section').count()
    const steps = [['ArrowRight', 1], ['PageDown', 2], [' ', 3], ['ArrowLeft', 2],
      ['End', count - 1], ['ArrowRight', count - 1], ['Home', 0], ['PageUp', 0]]
    for (const [key, slide] of steps) {
      await page.keyboard.press(key)
      if (await at() !== `${slide} / ${count - 1}`) {
        say(`"${key}" leads to ${await at()} and not to ${slide}`)
      }
    }
    const notes = page.locator('#slide-1 .notes')
    if (await notes.isVisible()) say('the notes are shown at once')
    await page.keyboard.press('n')
    if (!await notes.isVisible()) say('n does not show the notes')
    await page.keyboard.press('n')
    const high = await page.$$eval('section', (all, most) => all
      .filter(one => one.offsetHeight > most * 1.02).map(one => one.id),
    projector.height)
    if (high.length) say(`too high for a projector: ${high.join(', ')}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > projector.width) say(`${wide} px wide`)
  })
  return `${names.length} decks`
})
