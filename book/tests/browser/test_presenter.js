// The presenter's window: it shows this slide, the next, the notes, the clock
// and the plan; it stays in step with the slides both ways, from files and from
// a server, whichever of the two is loaded again or closed; and where pop-ups
// are blocked, the page says so.
//   node test_presenter.js SLIDES TOOLS [firefox]
'use strict'
const path = require('path')
const {
  conclude, fetched, folder, onError, open, startFirefox, withBrowser,
} = require('./browser.js')
const site = require('./site.js')

const inFirefox = process.argv[4] === 'firefox'
const patience = 60e3
const axe = inFirefox ? '' : fetched('axe-core').source

// Waits until a window shows that slide, and says if it does not.
async function expectAt(window, slide, what, say) {
  await window.waitForFunction(number =>
    document.getElementById('at').textContent.startsWith(`${number} /`),
  slide, { timeout: patience }).catch(async () =>
    say(`${what}: slide ${await window.textContent('#at')} and not ${slide}`))
}

// Does something after which another window opens.
async function opening(context, act) {
  const [window] = await Promise.all([
    context.waitForEvent('page', { timeout: patience }), act()])
  await window.waitForLoadState()
  return window
}

const seconds = text => text.split(':').reduce((sum, part) => 60 * sum + Number(part), 0)
const elapsed = async desk => seconds(await desk.textContent('.elapsed'))

// What the presenter sees on slide 4.
async function inspectDesk(slides, desk, say) {
  const title = number => slides.textContent(`#slide-${number} h2`)
  for (const [kind, number] of [['now', 4], ['next', 5]]) {
    const shown = desk.locator(`main > .is-${kind}`)
    if (await shown.locator('h2').textContent() !== await title(number)) {
      say(`${kind}: not slide ${number}`)
    }
    const place = await desk.locator(`.desk-${kind} .desk-picture`).boundingBox()
    const box = await shown.boundingBox()
    for (const key of ['x', 'y', 'width', 'height']) {
      if (Math.abs(box[key] - place[key]) > 2) say(`${kind}: ${key} is ${box[key]} and not ${place[key]}`)
    }
  }
  const notes = await slides.locator('#slide-4 .notes').evaluate(one => one.textContent)
  if (await desk.textContent('.desk-notes') !== notes) say('other notes than those of slide 4')
  const size = await desk.locator('.desk-notes').evaluate(one => parseFloat(getComputedStyle(one).fontSize))
  if (size < 20) say(`the notes have letters of ${size} px`)
  if (!/^\d?\d:\d\d$/.test(await desk.textContent('.clock'))) say('no clock')
  const minutes = await slides.$$eval('main > section', all => all.map(one => Number(one.dataset.minutes)))
  const sum = count => minutes.slice(0, count).reduce((a, b) => a + b, 0)
  const written = number => String(number).replace(/^0\.5$/, '½').replace('.5', '½')
  const planned = `${written(sum(3))}–${written(sum(4))} of ${written(sum(minutes.length))} min`
  const told = (await desk.textContent('.planned')).replace(/\s+/g, ' ')
  if (told !== planned) say(`the plan is "${told}" and not "${planned}"`)
  const pace = await desk.textContent('.pace')
  if (seconds(pace.replace(/[^\d:]/g, '')) > sum(3) * 60 || !pace.includes('ahead')) {
    say(`after seconds the pace is "${pace}"`)
  }
}

// The clock begins with the first turn, is stopped, goes on, and begins anew.
async function tryClock(desk, say) {
  await desk.waitForFunction(() => document.querySelector('.elapsed').textContent >= '0:02',
    null, { timeout: patience }).catch(() => say('the clock does not run'))
  await desk.click('.desk-start')
  const stopped = await elapsed(desk)
  await desk.waitForTimeout(1600)
  if (await elapsed(desk) > stopped) say('Pause does not stop the clock')
  await desk.click('.desk-start')
  await desk.waitForFunction(at => document.querySelector('.elapsed').textContent !== at,
    await desk.textContent('.elapsed'), { timeout: patience })
    .catch(() => say('the clock does not go on'))
  await desk.click('.desk-start')
  await desk.click('.desk-reset')
  if (await elapsed(desk)) say('Reset leaves time on the clock')
}

async function inspectAccess(desk, say) {
  await desk.evaluate(axe)
  const found = await desk.evaluate(async () => (await window.axe.run({ preload: false })).violations
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))
  for (const one of found) say(`axe: ${one}`)
  const small = await desk.$$eval('.desk button, .deck :is(a, button)', all => all
    .map(one => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
    .map(([text]) => text))
  if (small.length) say(`smaller than 24 px: ${small.join(', ')}`)
}

async function lecture(browser, url, say) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  context.setDefaultTimeout(patience)
  context.on('page', page => {
    onError(page, say)
    page.on('console', message => {
      if (message.type() === 'error') say(`the console says: ${message.text()}`)
    })
  })
  let slides = await context.newPage()
  await open(slides, url)
  await slides.keyboard.press('ArrowRight')
  let desk = await opening(context, () => slides.keyboard.press('p'))
  await expectAt(desk, 2, 'as it opens', say)
  if (await elapsed(desk)) say('the clock runs before the first turn')
  await desk.keyboard.press('PageDown')
  await expectAt(slides, 3, 'after a turn by the presenter', say)
  await slides.keyboard.press('PageDown')
  await expectAt(desk, 4, 'after a turn of the slides', say)
  await inspectDesk(slides, desk, say)
  if (axe) await inspectAccess(desk, say)
  await tryClock(desk, say)
  await desk.click('.desk-on')
  await expectAt(slides, 5, 'after the button', say)
  await desk.reload()
  await expectAt(desk, 5, 'the presenter loaded again', say)
  await desk.keyboard.press('ArrowRight')
  await expectAt(slides, 6, 'after a turn by the presenter loaded again', say)
  await slides.reload()
  await expectAt(slides, 6, 'the slides loaded again', say)
  await desk.waitForTimeout(1500) // the presenter asks every second
  await slides.keyboard.press('ArrowRight')
  await expectAt(desk, 7, 'after a turn of the slides loaded again', say)
  await slides.close()
  await desk.keyboard.press('End')
  await desk.locator('.desk-last').waitFor()
  slides = await opening(context, () => desk.click('.desk-reopen'))
  const count = await slides.locator('main > section').count()
  await expectAt(slides, count, 'the slides opened again', say)
  await desk.keyboard.press('Home')
  await expectAt(slides, 1, 'after a turn to the slides opened again', say)
  await desk.close()
  await slides.keyboard.press(' ')
  await expectAt(slides, 2, 'after the presenter was closed', say)
  desk = await opening(context, () => slides.click('#presenter'))
  await expectAt(desk, 2, 'the presenter opened again', say)
  await context.close()
}

// A browser that opens no window says nothing; so the page does.
async function blocked(browser, url, say) {
  const page = await browser.newPage()
  await page.addInitScript(() => { window.open = () => null })
  await open(page, url)
  await page.keyboard.press('p')
  if (!/pop-ups/.test(await page.textContent('#said'))) say('a blocked window is not told')
  await page.close()
}

async function test(browser) {
  const problems = new Set()
  const name = site.pages(folder)[0]
  const html = path.dirname(folder)
  const server = await site.serve(html)
  const inside = path.posix.join(path.basename(folder), name)
  for (const url of [site.fileUrl(folder, name), server.url(inside)]) {
    const say = problem => problems.add(`${url.slice(0, 5)} ${name}: ${problem}`)
    await lecture(browser, url, say).catch(error => say(error.stack))
    await blocked(browser, url, say)
  }
  server.close()
  return { seen: `${name} from a file and from a server`, problems: [...problems] }
}

withBrowser(test, inFirefox ? () => startFirefox(true) : undefined).then(conclude, error => {
  console.error(error)
  process.exitCode = 1
})
