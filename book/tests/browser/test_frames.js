// How long a live figure takes for each picture while it is played with: the
// time from frame to frame, and what scripts take of it. Leaves a table,
// frames.tsv, in milliseconds. Only a figure that stutters, with fewer than
// 20 pictures a second, is a problem.
'use strict'
const fs = require('fs')
const path = require('path')
const { folder, main, newPage, open, tools, unfold } = require('./browser.js')
const site = require('./site.js')

const redraws = 90
const longest = 50

// Before any script of the page: measures what its listeners take, and its
// callbacks for frames.
function measure() {
  const nothing = { time: 0, times: 0 }
  let listened = { ...nothing }, drawn = { ...nothing }
  function timed(work, spent) {
    return function (...values) {
      const begun = performance.now()
      try {
        return work.apply(this, values)
      } finally {
        spent().time += performance.now() - begun
        spent().times++
      }
    }
  }
  const request = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = work => request(timed(work, () => drawn))
  const listen = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (type, work, ...more) {
    const wanted = ['input', 'keydown', 'click'].includes(type)
    listen.call(this, type, wanted ? timed(work, () => listened) : work, ...more)
  }
  // A frame begins here. What was drawn since the last time belongs to the
  // one before, with what was listened to before that. Frames in which
  // nothing was done do not count.
  const clock = {
    frames: [], running: false, next: () => new Promise(done => request(done))
  }
  let last = 0, before = nothing
  function frame(now) {
    if (clock.running && before.times + drawn.times) {
      clock.frames.push([now - last, before.time + drawn.time])
    }
    last = now
    before = listened
    listened = { ...nothing }
    drawn = { ...nothing }
    request(frame)
  }
  request(frame)
  window.clock = clock
}

// The value that a part of all values does not exceed.
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
}

// The frames during some work, each with its two times.
async function frames(page, work) {
  await page.evaluate(() => {
    Object.assign(window.clock, { frames: [], running: true })
  })
  await work()
  return page.evaluate(async () => {
    await window.clock.next()
    await window.clock.next()
    window.clock.running = false
    return window.clock.frames
  })
}

// An arrow key goes to and fro on the first handle or slider.
async function press(page, figure) {
  await figure.locator('svg [tabindex="0"], input').first().focus()
  for (let i = 0; i < redraws; i++) {
    await page.keyboard.press(i % 20 < 10 ? 'ArrowRight' : 'ArrowLeft')
    await page.evaluate(() => window.clock.next())
  }
}

// Whatever the buttons set going, a second of it.
async function run(page, figure) {
  for (const button of await figure.locator('button').all()) {
    if (await button.isEnabled()) await button.press('Enter')
    await page.waitForTimeout(1000)
  }
}

main(async (browser, report) => {
  const names = site.pages(folder).filter(name => !site.isSource(name))
  const lines = [['figure', 'by', 'redraws', 'frame median', 'frame 95 %',
    'script median', 'script 95 %']]
  const page = await newPage(browser, { viewport: { width: 1280, height: 900 } })
  await page.addInitScript(measure)
  for (const name of names) {
    await open(page, site.fileUrl(folder, name))
    if (!await page.locator('.live').count()) continue
    await unfold(page, problem => report(`${name}: ${problem}`))
    for (const figure of await page.locator('.live').all()) {
      const which = await figure.getAttribute('data-live')
      await figure.scrollIntoViewIfNeeded()
      for (const [way, work] of [['keys', press], ['buttons', run]]) {
        const seen = await frames(page, () => work(page, figure))
        if (way === 'keys' && seen.length < redraws / 2) {
          report(`${which}: ${seen.length} of ${redraws} moves are drawn`)
        }
        if (!seen.length) continue
        const times = [0, 1].map(i => seen.map(frame => frame[i]))
          .flatMap(column => [quantile(column, 0.5), quantile(column, 0.95)])
        if (times[0] > longest) {
          report(`${which}, by ${way}: ${times[0]} ms for a picture`)
        }
        lines.push([which, way, seen.length,
          ...times.map(time => time.toFixed(2))])
      }
    }
  }
  const table = lines.map(line => line.join('\t') + '\n').join('')
  fs.writeFileSync(path.join(tools, 'frames.tsv'), table)
  console.log(table)
  if (lines.length < 2) report('there is no live figure')
  return `${new Set(lines.slice(1).map(line => line[0])).size} live figures`
})
