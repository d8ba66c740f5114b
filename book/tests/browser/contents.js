// The contents mark the section that is being read and those that have been,
// as long as the reader wants; in a narrow window they are a drawer, and
// without scripts they are at the page's end.
'use strict'
const phone = { width: 390, height: 700 }

// The sections of a page that its contents name.
function sectionsOf() {
  return [...document.querySelectorAll('#contents .current ul a')]
    .map(link => link.hash.slice(1))
    .filter(id => document.getElementById(id))
}

const marked = page => page.$$eval('#contents [aria-current=true]', links =>
  links.map(link => link.hash.slice(1)))

async function goTo(page, id, block) {
  await page.evaluate(({ id, block }) => document.getElementById(id)
    .scrollIntoView({ block, behavior: 'instant' }), { id, block })
}

async function tryMark(page, sections, say) {
  for (const id of [sections[2], sections[5], sections[0]]) {
    await goTo(page, id, 'start')
    await page.waitForFunction(id => {
      const links = document.querySelectorAll('#contents [aria-current=true]')
      return links.length === 1 && links[0].hash === `#${id}`
    }, id, { timeout: 10e3 }).catch(async () =>
      say(`at ${id} the contents mark ${await marked(page) || 'nothing'}`))
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await page.waitForFunction(() =>
    !document.querySelector('#contents [aria-current=true]'), null,
  { timeout: 10e3 }).catch(() => say('above the first section one is marked'))
}

async function tryDrawer(page, sections, say) {
  await page.setViewportSize(phone)
  const inDrawer = () => page.evaluate(() =>
    !!document.activeElement.closest('#drawer'))
  if (await page.isVisible('#contents')) say('the contents are not put away')
  await page.focus('#to-drawer')
  await page.keyboard.press('Enter')
  if (!await page.isVisible('#drawer #contents')) {
    say('the button does not open the contents')
    return
  }
  const stops = await page.$$eval('#drawer a, #drawer button', all => all.length)
  for (let i = 0; i < stops + 2; i++) {
    // Past the last, Tab goes by way of the browser's own window.
    const body = await page.evaluate(() => document.activeElement === document.body)
    if (!body && !await inDrawer()) {
      say('Tab leaves the drawer')
      break
    }
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Escape')
  if (await page.isVisible('#drawer')) say('Escape does not close the drawer')
  if (!await page.$('#to-drawer:focus')) say('the focus is lost with the drawer')
  await page.click('#to-drawer')
  await page.click(`#drawer a[href="#${sections[3]}"]`)
  if (await page.isVisible('#drawer')) say('a link does not close the drawer')
  const top = await page.evaluate(id =>
    document.getElementById(id).getBoundingClientRect().top, sections[3])
  if (top < 0 || top > 200) say(`a link in the drawer leads ${top} px off`)
}

const ticks = page => page.$$eval('#contents .current ul a:has(.read)', links =>
  links.map(link => link.hash.slice(1)))

async function tryReading(page, say) {
  await page.setViewportSize({ width: 1280, height: 900 })
  const shortest = await page.evaluate(() => {
    const length = section => section.textContent.split(/\s+/).length
    return [...document.querySelectorAll('main section.level2[id]')]
      .filter(section => section.querySelector('h2 > .section-number'))
      .sort((a, b) => length(a) - length(b))[0].id
  })
  if ((await ticks(page)).length) say('something is read that nobody has read')
  // Whoever only passes has not read.
  await goTo(page, shortest, 'end')
  await page.waitForTimeout(1500)
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await page.waitForTimeout(1500)
  if ((await ticks(page)).length) say(`${shortest} was passed and counts as read`)
  // A figure further up that is drawn late may move what is being read.
  const mark = `#contents a[href="#${shortest}"] .read`
  for (let tries = 0; tries < 60 && !await page.$(mark); tries++) {
    await goTo(page, shortest, 'end')
    await page.waitForTimeout(1000)
  }
  if (!await page.$(mark)) say(`${shortest} was read and has no mark`)
  await page.reload()
  if (!(await ticks(page)).includes(shortest)) say('what was read is forgotten')
  const chapter = await page.textContent('#contents .current > a .read')
  if (!/^\d+\/\d+$/.test(chapter)) say(`the chapter is read: "${chapter}"`)
  await page.click('.forget')
  await page.reload()
  if (await page.$('#contents .read') || await page.isVisible('.forget')) {
    say('what was read cannot be forgotten')
  }
}

async function server(page, { name, report }) {
  const sections = await page.evaluate(sectionsOf)
  if (sections.length < 6) return
  const say = problem => report(`${name}: ${problem}`)
  await tryMark(page, sections, say)
  if (name !== 'chain.html') return
  await tryDrawer(page, sections, say)
  await tryReading(page, say)
}

async function withoutScripts(page, { name, report }) {
  await page.setViewportSize(phone)
  if (!await page.$('#contents')) return
  const shown = await page.evaluate(() => {
    const [main, contents] = ['main', '#contents'].map(one =>
      document.querySelector(one).getBoundingClientRect())
    return contents.height > 0 && contents.top >= main.bottom
  })
  if (!shown) report(`${name}: without scripts the contents are not at its end`)
  if (!await page.isVisible('.to-contents')) {
    report(`${name}: without scripts nothing leads to the contents`)
  }
}

module.exports = { test: 'contents', server, withoutScripts, finish: () => 'the contents' }
