// No answer to a prediction is in sight before the reader has guessed or asked
// for it. A number, an option and a curve, drawn by mouse or by keyboard, are
// compared with the truth and remembered on this device. A link into an answer
// opens it, and so does printing. An option of a question that checks what was
// read says whether it is right. Without scripts every answer can be read.
'use strict'
const { folder, newPage, onError, open } = require('./browser.js')
const site = require('./site.js')

const predictions = '.predict[data-guess]'
const seen = { number: 0, choice: 0, curve: 0, checks: 0, links: 0 }

// What a prediction shows now.
function look(box) {
  const answer = box.nextElementSibling
  const shown = element => !!element && element.checkVisibility()
  const paths = kind => [...box.querySelectorAll(`path.${kind}.line`)]
    .some(path => path.getAttribute('d'))
  return {
    open: answer.open,
    visible: [...answer.children].slice(1).some(shown),
    said: box.querySelector('[role=status]').textContent,
    labels: [...box.querySelectorAll('svg text.guess, svg text.truth')]
      .map(text => text.textContent).join(),
    right: box.querySelectorAll('.is-right').length,
    guessed: box.querySelectorAll('.is-guessed').length,
    drawn: paths('guess'), truth: paths('truth'),
  }
}

const compare = box => box.locator('[type=submit]').click()

// Two frames later all is drawn, and what was toggled has been told.
async function settle(box) {
  await box.evaluate(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))))
  return box.evaluate(look)
}

async function guessNumber(box, say) {
  const { truth, text } = await box.evaluate(({ dataset }) => ({ ...dataset }))
  const input = box.locator('input')
  await input.fill('many')
  await input.press('Enter')
  let now = await settle(box)
  if (now.open || !now.said) say('"many" is taken for a number')
  const guess = Number((Math.abs(truth) * 3 + 2).toPrecision(2))
  await input.fill(String(guess))
  await input.press('Enter')
  now = await settle(box)
  if (!now.said.includes(text)) say(`it does not say ${text}: "${now.said}"`)
  if (!now.labels.includes(text) || (now.labels.match(/\d/g) || []).length < 2) {
    say(`guess and truth are not on the line: "${now.labels}"`)
  }
  await box.locator('.guess-again button').click()
  await settle(box)
  await input.fill(truth)
  await input.press('Enter')
  now = await settle(box)
  if (/too/.test(now.said)) say(`the truth is called wrong: "${now.said}"`)
}

async function guessChoice(box, say) {
  await compare(box)
  let now = await settle(box)
  if (now.open || !now.said) say('no choice is taken for one')
  const right = Number(await box.getAttribute('data-right')) - 1
  const inputs = box.locator('input')
  // By keyboard: to the first option, and down to a wrong one.
  await inputs.first().focus()
  await inputs.first().press('Space')
  if (right === 0) await inputs.first().press('ArrowDown')
  await compare(box)
  now = await settle(box)
  if (now.right !== 1 || now.guessed !== 1 || !now.said) {
    say(`it marks ${now.right} right and ${now.guessed} guessed`)
  }
}

async function drawByMouse(page, box) {
  await box.scrollIntoViewIfNeeded()
  const pad = await box.locator('.pad').boundingBox()
  const at = (x, y) => page.mouse.move(pad.x + pad.width * x, pad.y + pad.height * y)
  await at(0.01, 0.2)
  await page.mouse.down()
  for (let x = 0; x <= 1; x += 0.05) await at(x, 0.2 + 0.5 * x)
  await at(0.999, 0.7)
  await page.mouse.up()
}

async function drawByKeys(box, say) {
  const knob = box.locator('[role=slider]')
  await knob.focus()
  const words = () => knob.getAttribute('aria-valuetext')
  let before = await words()
  for (const key of ['ArrowUp', 'Shift+ArrowDown', 'ArrowRight']) {
    await knob.press(key)
    if (await words() === before) say(`${key} changes nothing`)
    before = await words()
  }
  for (let i = 0; i < 10; i++) await knob.press('Shift+ArrowRight')
}

async function guessCurve(page, box, say) {
  await compare(box)
  let now = await settle(box)
  if (now.open || !now.said) say('no curve is taken for one')
  for (const way of ['mouse', 'keys']) {
    if (way === 'mouse') await drawByMouse(page, box)
    else await drawByKeys(box, say)
    await compare(box)
    now = await settle(box)
    if (!now.open) say(`a curve drawn by ${way} is not compared: "${now.said}"`)
    if (!now.drawn || !now.truth) say(`by ${way}: guess and truth are not drawn`)
    if (!/\d/.test(now.said)) say(`by ${way} it says "${now.said}"`)
    if (way === 'keys') continue
    await page.evaluate(() => localStorage.clear())
    await page.reload()
  }
}

async function tryPrediction(page, box, say) {
  const form = await box.getAttribute('data-form')
  const before = await settle(box)
  if (before.open || before.visible) return say('its answer is shown at once')
  if (before.truth && !Number(await box.getAttribute('data-given'))) say('its curve is shown at once')
  if (form === 'number') await guessNumber(box, say)
  else if (form === 'choice') await guessChoice(box, say)
  else if (form === 'curve') await guessCurve(page, box, say)
  else await box.locator('.guess .quiet').click()
  const after = await settle(box)
  if (!after.open || !after.visible) say('a guess does not show the answer')
  if (!after.said) say('it says nothing')
  await page.reload()
  const again = await settle(box)
  if (JSON.stringify(again) !== JSON.stringify(after)) return say('it does not remember the guess')
  await box.locator('.guess-again button').click()
  const folded = await settle(box)
  if (folded.open || folded.visible) say('"Guess again" does not fold the answer')
  await box.locator('.guess .quiet').click()
  if (!(await settle(box)).visible) say('"Just show me" shows nothing')
  if (form) seen[form]++
}

// A link from elsewhere to what is inside an answer, and printing.
async function tryOpening(page, url, say) {
  await page.evaluate(() => localStorage.clear())
  await page.goto('about:blank')
  await open(page, url)
  const id = await page.evaluate(() => {
    const inside = document.querySelector('.answer [id]:not(svg *)')
    return inside && inside.id
  })
  if (!id) return
  const visible = () => page.evaluate(id =>
    document.getElementById(id).checkVisibility(), id)
  if (await visible()) say(`${id} is shown at once`)
  await page.evaluate(id => { location.hash = id }, id)
  await page.waitForTimeout(100)
  if (!await visible()) say(`a link to ${id} does not open the answer`)
  await page.evaluate(() => localStorage.clear())
  await page.goto('about:blank')
  await open(page, `${url}#${id}`)
  await page.waitForTimeout(100)
  if (!await visible()) say(`from elsewhere, #${id} does not open the answer`)
  seen.links++

  const openAnswers = () => page.locator('.answer[open]').count()
  const before = await openAnswers()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  if (await openAnswers() !== await page.locator('.answer').count()) {
    say('an answer is folded on paper')
  }
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.waitForTimeout(100)
  if (await openAnswers() !== before) say('printing leaves answers open')
}

async function tryCheck(page, check, say) {
  const right = Number(await check.getAttribute('data-right')) - 1
  const inputs = check.locator('input')
  const said = () => check.locator('[role=status]').textContent()
  const count = await inputs.count()
  for (let i = 0; i < count; i++) {
    await inputs.nth(i).check()
    const marked = await check.locator('label.is-right').count()
    if (marked !== (i === right ? 1 : 0)) say(`option ${i + 1} is marked wrongly`)
    if ((await said()).length < (i === right ? 3 : 20)) {
      say(`option ${i + 1} is not explained: "${await said()}"`)
    }
  }
  const last = await said()
  await page.reload()
  if (await said() !== last) say('it forgets what was chosen')
  seen.checks++
}

// Tries a thing; where it cannot be tried to the end, that is a problem, too.
async function attempt(what, work, report) {
  const say = problem => report(`${what}: ${problem}`)
  try {
    await work(say)
  } catch (error) {
    say(error.message)
  }
}

async function tryPage(page, url, report) {
  await open(page, url)
  for (const box of await page.locator(predictions).all()) {
    const name = await box.getAttribute('data-guess')
    await attempt(`prediction ${name}`, say => tryPrediction(page, box, say), report)
  }
  for (const check of await page.locator('[data-check]').all()) {
    const name = await check.getAttribute('data-check')
    await attempt(`question ${name}`, say => tryCheck(page, check, say), report)
  }
  if (await page.locator(predictions).count()) {
    await attempt('links', say => tryOpening(page, url, say), report)
  }
}

async function withoutScripts(page, { name, report }) {
  for (const folded of await page.evaluate(() =>
    [...document.querySelectorAll('.predict + .answer')]
      .filter(answer => ![...answer.children].every(one => one.checkVisibility()))
      .map(answer => answer.textContent.trim().slice(0, 60)))) {
    report(`${name} without scripts: not in sight: ${folded}`)
  }
}

async function finish(browser, report) {
  const { url, close } = await site.serve(folder)
  const page = await newPage(browser, {
    reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }
  })
  page.setDefaultTimeout(60e3)
  onError(page, report)
  for (const name of site.various(folder).filter(name => !site.isSource(name))) {
    await tryPage(page, url(name), problem => report(`${name}, ${problem}`))
  }
  await page.close()
  close()
  for (const [kind, count] of Object.entries(seen)) {
    if (!count) report(`no ${kind} was tried`)
  }
  return Object.entries(seen).map(([kind, count]) => `${count} ${kind}`).join(', ')
}

module.exports = { test: 'guesses', withoutScripts, finish }
