// What the stage promises of every live figure on it: it opens as its caption
// says, says when it shows something else and leads back; what can be dragged
// or pressed is large enough; letters are, on a phone too, and stand in their
// picture and not on each other; and two pictures of one run move together.
'use strict'

const leastTarget = 24, leastLetters = 11

const settle = figure => figure.evaluate(() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() =>
    requestAnimationFrame(done)))))

// What is shown, and whether the stage says that the caption describes it.
async function shown(figure) {
  await settle(figure)
  return figure.evaluate(root => ({
    pictures: [...root.querySelectorAll('svg')].map(svg => svg.innerHTML),
    words: root.querySelector('[role=status]').textContent,
    state: root.dataset.state,
    note: root.querySelector('.stage-note').textContent
  }))
}

const samePictures = (a, b) => a.pictures.join() === b.pictures.join()

// Anything that changes the figure: a handle, a slider or a button.
async function change(figure) {
  const opened = await shown(figure)
  const things = await figure.locator('.handle[tabindex="0"], input, button').all()
  for (const thing of things) {
    const button = await thing.evaluate(one => one.matches('button'))
    for (const key of button ? ['Enter'] : ['ArrowRight', 'ArrowLeft', 'ArrowUp']) {
      await thing.press(key)
      if (!samePictures(opened, await shown(figure))) return true
    }
  }
  return false
}

async function reset(figure) {
  await figure.evaluate(root => root.querySelector('.stage-caption button').click())
  await figure.page().mouse.move(0, 0)
  await figure.evaluate(() => document.activeElement.blur())
}

async function tryCaption(figure, say) {
  const opened = await shown(figure)
  if (!await change(figure)) { say('nothing changes it'); return }
  const changed = await shown(figure)
  if (changed.state !== 'changed') say('it does not know that it was changed')
  if (changed.note === opened.note) say('it does not say that it was changed')
  await reset(figure)
  const again = await shown(figure)
  if (again.state !== 'same' || again.note !== opened.note) {
    say('it does not say that it is as in the caption again')
  }
  if (again.words !== opened.words) {
    say(`after the way back it says "${again.words}", not "${opened.words}"`)
  }
  if (!samePictures(again, opened)) say('the way back leads to another picture')
}

// Boxes in the page: too small to be hit, too small to be read, out of
// their picture, or on each other.
function measure(root, { leastTarget, leastLetters }) {
  const problems = []
  const show = element => element.textContent.trim().slice(0, 30) ||
    element.getAttribute('aria-label') || element.outerHTML.slice(0, 60)
  const targets = root.querySelectorAll('.handle .hit, button, input:not([type=radio]), .stage-choice label')
  for (const target of targets) {
    if (!target.checkVisibility()) continue
    const { width, height } = target.getBoundingClientRect()
    if (width < leastTarget - 0.1 || height < leastTarget - 0.1) {
      problems.push(`${show(target.closest('.handle') || target)} is a target of ` +
        `${width.toFixed(1)} × ${height.toFixed(1)} px`)
    }
  }
  const written = [...root.querySelectorAll('*')].filter(element =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE &&
      node.textContent.trim()) && element.checkVisibility() &&
    !element.closest('.katex'))
  for (const element of written) {
    const svg = element.closest('svg')
    const scale = svg ? svg.getScreenCTM().a : 1
    const size = parseFloat(getComputedStyle(element).fontSize) * scale
    if (size < leastLetters) {
      problems.push(`"${show(element)}" has letters of ${size.toFixed(1)} px`)
    }
  }
  const out = (box, around, slack) => box.left < around.left - slack ||
    box.right > around.right + slack || box.top < around.top - slack ||
    box.bottom > around.bottom + slack
  // Of letters alone: in Firefox the box of a client rectangle holds their
  // halo, too, which is paper.
  const lettersOf = text => {
    const { x, y, width, height } = text.getBBox()
    const [a, b] = [[x, y], [x + width, y + height]]
      .map(([px, py]) => new DOMPoint(px, py).matrixTransform(text.getScreenCTM()))
    return new DOMRect(a.x, a.y, b.x - a.x, b.y - a.y)
  }
  for (const svg of root.querySelectorAll('svg')) {
    const around = svg.getBoundingClientRect()
    const texts = [...svg.querySelectorAll('text')]
      .map(text => ({ text, box: lettersOf(text) }))
    for (const { text, box } of texts) {
      if (out(box, around, 1.5)) problems.push(`"${show(text)}" reaches out of its picture`)
    }
    for (const thing of svg.querySelectorAll('.handle .thing')) {
      if (out(thing.getBoundingClientRect(), around, 1)) {
        problems.push(`${show(thing.parentElement)} reaches out of its picture`)
      }
    }
    // The lines of two texts may touch, their letters not: boxes have room
    // above and below.
    for (const [i, { text, box }] of texts.entries()) {
      const room = box.height * 0.15
      const on = texts.slice(i + 1).find(({ box: other }) =>
        box.left < other.right - 1 && other.left < box.right - 1 &&
        box.top + room < other.bottom - room && other.top + room < box.bottom - room)
      if (on) problems.push(`"${show(on.text)}" stands on "${show(text)}"`)
    }
  }
  const figure = root.closest('figure') || root.parentElement
  const whole = figure.getBoundingClientRect()
  for (const part of root.querySelectorAll('.stage > *, .stage-view, svg, button, label, output')) {
    if (part.checkVisibility() && out(part.getBoundingClientRect(), whole, 1)) {
      problems.push(`${show(part)} reaches out of the figure`)
    }
  }
  const block = figure.closest('.figure') || figure, around = block.getBoundingClientRect()
  const before = block.previousElementSibling, after = block.nextElementSibling
  if (before && before.getBoundingClientRect().bottom > around.top + 1 &&
    getComputedStyle(before).float === 'none') {
    problems.push('it stands on what is before it')
  }
  if (after && after.getBoundingClientRect().top < around.bottom - 1 &&
    getComputedStyle(after).float === 'none') {
    problems.push('it stands on what is after it')
  }
  return problems
}

async function tryBoxes(page, figure, say) {
  const { width, height } = page.viewportSize()
  for (const one of [width, 390, 320]) {
    await page.setViewportSize({ width: one, height })
    await figure.scrollIntoViewIfNeeded()
    const look = async when => {
      await settle(figure)
      const limits = { leastTarget, leastLetters }
      for (const problem of await figure.evaluate(measure, limits)) {
        say(`in ${one} px, ${when}: ${problem}`)
      }
    }
    await look('opened')
    await change(figure)
    await look('changed')
    await reset(figure)
  }
  await page.setViewportSize({ width, height })
  await settle(figure)
}

// Does something that the pointer or the keyboard does in one picture show
// in all others?
async function tryTogether(page, figure, say) {
  const views = await figure.locator('.stage-view').all()
  if (views.length < 2) return
  const moved = async (i, act) => {
    const before = await shown(figure)
    await act()
    const after = await shown(figure)
    return before.pictures.every((picture, k) => k === i || picture !== after.pictures[k])
  }
  for (const [i, view] of views.entries()) {
    for (const handle of await view.locator('.handle[tabindex="0"]').all()) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        if (await moved(i, () => handle.press(key))) { await reset(figure); return }
      }
    }
    await view.scrollIntoViewIfNeeded()
    const box = await view.boundingBox()
    for (const [x, y] of [[0.3, 0.5], [0.5, 0.3], [0.7, 0.6], [0.5, 0.5]]) {
      const over = () => page.mouse.move(box.x + x * box.width, box.y + y * box.height)
      if (await moved(i, over)) { await reset(figure); return }
    }
  }
  say('its pictures do not move together')
}

// Of a figure that may have been used already.
async function tryStage(page, figure, say) {
  await reset(figure)
  await tryCaption(figure, say)
  await tryBoxes(page, figure, say)
  await tryTogether(page, figure, say)
}

module.exports = { tryStage }
