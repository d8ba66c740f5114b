// The front page leads somewhere: each chapter has its question, its time and
// a picture; what it offers is there; its figure trains by itself while it is
// in sight, where motion is wanted, and follows what is chosen; and it knows
// where its reader has stopped.
'use strict'
const fs = require('fs')
const path = require('path')
const { folder, unfold } = require('./browser.js')

const pause = milliseconds =>
  new Promise(done => setTimeout(done, milliseconds))

// Of the chapters in the list, what is missing.
function inspectChapters() {
  const problems = []
  const items = [...document.querySelectorAll('.chapter-list li')]
  if (!items.length) problems.push('there is no chapter')
  for (const item of items) {
    const link = item.querySelector('.title a')
    const say = what => problems.push(`${link.textContent}: ${what}`)
    const text = selector => item.querySelector(selector)?.textContent || ''
    if (!text('.question').endsWith('?')) say('no question')
    if (!/\d/.test(text('.takes'))) say('no time that it takes')
    if (!item.querySelector('.thumbnail svg path')) say('no picture')
    const { left, top, width, height } = item.getBoundingClientRect()
    const under = document.elementFromPoint(left + width / 2, top + height / 2)
    if (top > 0 && top + height < innerHeight && under !== link) {
      say('a click on it leads nowhere')
    }
  }
  const first = document.querySelector('.start .go')
  if (first.href !== items[0].querySelector('a').href) {
    problems.push('Start does not lead to the first chapter')
  }
  return problems
}

// What the page offers beside itself, and whether each is there.
async function tryDownloads(page, say) {
  const offered = await page.evaluate(() =>
    [...document.querySelectorAll('.downloads a')].map(link => link.href))
  for (const href of offered) {
    if (!fs.existsSync(new URL(href))) say(`there is no ${href}`)
  }
  const there = fs.readdirSync(folder)
    .filter(name => /\.(pdf|epub)$/.test(name))
  if (there.length !== offered.length) {
    say(`it offers ${offered.length} of ${there.join(', ') || 'no files'}`)
  }
}

// ---- the figure ---------------------------------------------------------

const words = figure => figure.locator('[role=status]').textContent()

// The numbers of what it says: epoch, loss, points on the right side.
async function numbers(figure) {
  const all = (await words(figure)).match(/\d+(\.\d+)?/g).map(Number)
  const [loss, right] = all.slice(-3)
  return { epoch: all.length > 3 ? all[0] : 0, loss, right }
}

// The page as it is first seen, without what other checks have done to it.
async function anew(page, figure, say) {
  await page.reload({ waitUntil: 'load' })
  await unfold(page, say)
  await figure.scrollIntoViewIfNeeded()
  await pause(200)
}

// Does the figure say something else within some seconds? It rests for three
// between two patterns.
async function goesOn(figure, from) {
  for (let i = 0; i < 60; i++) {
    if (await words(figure) !== from) return true
    await pause(100)
  }
  return false
}

async function tryTraining(page, figure, say) {
  await anew(page, figure, say)
  const play = figure.locator('button').first()
  const first = await words(figure)
  if (!await goesOn(figure, first)) say('its figure does not train by itself')
  await page.evaluate(() => window.scrollTo({ top: 1e6, behavior: 'instant' }))
  await pause(300)
  const away = await words(figure)
  await pause(500)
  if (await words(figure) !== away) say('it trains where nobody sees it')
  await figure.scrollIntoViewIfNeeded()
  if (!await goesOn(figure, away)) say('it does not go on when it is seen again')
  await play.click()
  await pause(100) // what was asked for before is drawn
  const paused = await words(figure)
  await pause(300)
  if (await words(figure) !== paused) say('it cannot be paused')
}

// Paused, it shows at once what becomes of another choice.
async function tryChoices(page, figure, say) {
  const look = () => figure.evaluate(root => root.querySelector('[role=status]')
    .textContent + root.querySelector('svg').innerHTML)
  const settled = () => page.evaluate(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(done))))
  const inputs = await figure.locator('input').all()
  if (inputs.length < 6) say(`there are only ${inputs.length} choices`)
  for (const input of inputs) {
    const before = await look()
    const { type, checked, name } = await input.evaluate(({ type, checked, name }) =>
      ({ type, checked, name }))
    if (type === 'radio' && checked) continue
    if (type === 'radio') await input.check()
    else await input.press('ArrowRight')
    await settled()
    if (await look() === before) say(`a choice changes nothing: ${type} ${name}`)
  }
}

async function tryLoss(page, figure, say) {
  await anew(page, figure, say)
  const handle = figure.locator('svg [role=slider]')
  await figure.locator('button').first().click()
  for (let i = 0; i < 40; i++) await figure.locator('button').nth(1).click()
  const late = await numbers(figure)
  for (let i = 0; i < 60; i++) await handle.press('ArrowLeft')
  const early = await numbers(figure)
  if (!(late.loss < early.loss / 2 && late.right > early.right)) {
    say(`from ${JSON.stringify(early)} it learns no more than ${JSON.stringify(late)}`)
  }
}

// ---- where the reader has stopped ---------------------------------------

async function tryContinue(page, say) {
  const on = page.locator('.start .on')
  if (await on.isVisible()) say('it continues what was never begun')
  const sections = (await on.getAttribute('data-sections')).split('\n')
  const [read, next] = sections.slice(1, 3).map(line => line.split(' '))
  const [name, id] = read[1].split('#')
  await page.evaluate(([name, id]) => localStorage.setItem('read',
    JSON.stringify({ [name]: { of: 9, sections: [id] } })), [name, id])
  await page.reload({ waitUntil: 'load' })
  const href = await on.getAttribute('href')
  if (!await on.isVisible() || !(await on.textContent()).includes(next[0]) ||
    href !== next[1]) say(`after section ${read[0]} it continues with ${href}`)
  await page.evaluate(() => localStorage.removeItem('read'))
}

// ---- together -----------------------------------------------------------

async function file(page, { name, report }) {
  if (name !== 'index.html') return
  const say = problem => report(`${name}: ${problem}`)
  for (const problem of await page.evaluate(inspectChapters)) say(problem)
  await tryDownloads(page, say)
  if (!await page.locator('.terminal').count()) say('the grader says nothing')
  const figure = page.locator('.cover .live')
  await tryTraining(page, figure, say)
  await tryChoices(page, figure, say)
  await tryLoss(page, figure, say)
  await tryContinue(page, say)
}

// Here the reader prefers reduced motion: it shows the finished picture.
async function server(page, { name, report }) {
  if (name !== 'index.html') return
  const figure = page.locator('.cover .live')
  await anew(page, figure, problem => report(`${name}: ${problem}`))
  const first = await words(figure)
  await pause(500)
  if (await words(figure) !== first) report(`${name}: it moves`)
  if ((await numbers(figure)).epoch < 100) {
    report(`${name}: without motion it does not show what was learned`)
  }
}

function finish() {
  const index = path.join(folder, 'index.html')
  return `the front page, ${fs.statSync(index).size} bytes`
}

module.exports = { test: 'door', file, server, finish }
