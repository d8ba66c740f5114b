// Every live figure does something for each of its handles, sliders and
// buttons, by mouse and by keyboard, and says so in words. None moves unless
// asked to, but for that of the front page, and where motion is not wanted
// none moves at all.
'use strict'
const { tryStage } = require('./stage.js')

// What a figure shows and says, and what stands on its buttons and beside
// its sliders.
function look(figure) {
  const status = figure.querySelector('[role=status]')
  const all = selector => [...figure.querySelectorAll(selector)]
  return {
    state: 'begins' in figure.dataset ? undefined : figure.dataset.state,
    words: status ? status.textContent.trim() : '',
    picture: all('svg').map(picture => picture.innerHTML).join(),
    controls: all('button, output').map(control => control.textContent).join()
  }
}

// What a figure shows once it has drawn all that it was asked for.
async function settled(figure) {
  await figure.evaluate(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(done))))
  return figure.evaluate(look)
}

const same = (a, b) => a.words === b.words && a.picture === b.picture &&
  a.controls === b.controls

// Does it stay as it is? That it says something is no motion.
async function moves(figure) {
  const before = await settled(figure)
  await new Promise(done => setTimeout(done, 300))
  return before.picture !== (await settled(figure)).picture
}

async function tryKeys(figure, control, what, say) {
  const before = await settled(figure)
  const changed = []
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
    await control.press(key)
    const after = await settled(figure)
    if (!after.words) say(`${what}: after ${key} it says nothing`)
    if (!same(before, after)) changed.push(key)
  }
  if (!changed.length) say(`${what}: no arrow key changes anything`)
}

async function tryMouse(page, figure, handle, say) {
  await handle.scrollIntoViewIfNeeded()
  const before = await settled(figure)
  const box = await handle.boundingBox()
  const x = box.x + box.width / 2, y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 25, y + 10, { steps: 3 })
  await page.mouse.up()
  if (same(before, await settled(figure))) say('a handle cannot be dragged')
}

// That of the front page begins by itself, and is paused by its first button.
// Before it goes on to its next points it rests for three seconds.
const rest = 6000
async function tryMotion(figure, reduced, say) {
  const begins = !reduced && await figure.evaluate(root => 'begins' in root.dataset)
  const patience = Date.now() + (begins ? rest : 0)
  let moving = await moves(figure)
  while (!moving && Date.now() < patience) moving = await moves(figure)
  if (moving && !begins) say('it moves before it is asked to')
  if (!moving && begins) say('it does not begin by itself')
  if (begins) await figure.locator('button').first().press('Enter')
}

async function tryFigure(page, figure, reduced, say) {
  const first = await settled(figure)
  if (first.state && first.state !== 'same') {
    say('it does not open as its caption says')
  }
  if (!first.words) say('it has no status, or an empty one')
  if (!first.picture) say('it has no picture')
  await tryMotion(figure, reduced, say)

  const handles = await figure.locator('svg [tabindex="0"]').all()
  const sliders = await figure.locator('input').all()
  for (const [i, handle] of handles.entries()) {
    await tryKeys(figure, handle, `handle ${i + 1}`, say)
    await tryMouse(page, figure, handle, say)
  }
  for (const [i, slider] of sliders.entries()) {
    await tryKeys(figure, slider, `slider ${i + 1}`, say)
  }
  const buttons = await figure.locator('button').all()
  for (const button of buttons) {
    if (await button.isDisabled()) continue
    const text = await button.textContent()
    const before = await settled(figure)
    await button.press('Enter')
    const after = await settled(figure)
    if (same(before, after) && !/again|back|reset/i.test(text)) {
      say(`the button "${text}" does nothing`)
    }
    if (reduced && await moves(figure)) say(`"${text}" moves it all the same`)
  }
  if (!handles.length && !sliders.length && !buttons.length) {
    say('there is nothing to touch')
  }
}

let figures = 0

async function tryFigures(page, { name, report }, reduced) {
  for (const figure of await page.locator('.live').all()) {
    const which = await figure.getAttribute('data-live')
    const say = problem => report(
      `${name}, ${which}${reduced ? ', no motion wanted' : ''}: ${problem}`)
    await tryFigure(page, figure, reduced, say)
    if (!reduced) await tryStage(page, figure, say)
    figures++
  }
}

async function file(page, visit) {
  await tryFigures(page, visit, false)
}

// Here the reader prefers reduced motion.
async function server(page, visit) {
  if (await page.evaluate(() => document.getAnimations().length > 0 ||
    getComputedStyle(document.documentElement).scrollBehavior !== 'auto')) {
    visit.report(`${visit.name}: something moves, though no motion is wanted`)
  }
  await tryFigures(page, visit, true)
}

function finish(browser, report) {
  if (!figures) report('there is no live figure')
  return `${figures / 2} live figures, with motion and without`
}

module.exports = { test: 'figures', file, server, finish }
