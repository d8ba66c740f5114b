// The foot of each page names the version and, without scripts as well, the
// commit; a report of a mistake names the section that is being read.
'use strict'

// What stands in the foot, with what the style sheet puts there.
function readFoot() {
  const commit = document.querySelector('.foot .commit')
  const shown = getComputedStyle(commit).display !== 'none'
  return document.querySelector('.foot').innerText +
    (shown ? getComputedStyle(commit, '::after').content : '')
}

async function inspectFoot(page, { name, report }) {
  const foot = await page.evaluate(readFoot)
  // The commit is there unless the book was made without git.
  if (!/^Version \d+\.\d+\.\d+/.test(foot) ||
    (/commit/.test(foot) && !/"[0-9a-f]{7,}, \d{4}-\d\d-\d\d"$/.test(foot))) {
    report(`${name}: its foot says "${foot}"`)
  }
  if (!await page.$('.foot a[href$="errata.html"]')) {
    report(`${name}: its foot does not lead to the errata`)
  }
}

// The pages of this build may lead nowhere to report a mistake.
async function tryReport(page, { url, report }) {
  const href = await page.evaluate(async script => {
    const link = document.createElement('a')
    link.href = 'https://example.org/issues/new?title=One&body=Two'
    link.className = 'report'
    link.dataset.section = 'Section'
    link.dataset.commit = 'commit'
    link.textContent = 'Report'
    document.querySelector('.report')?.remove()
    document.querySelector('.foot').append(link)
    const element = document.createElement('script')
    element.src = script
    await new Promise(done => {
      element.onload = done
      document.body.append(element)
    })
    document.getElementById('sec-one-path').scrollIntoView({ behavior: 'instant' })
    while (!document.querySelector('#contents [aria-current=true][href="#sec-one-path"]')) {
      await new Promise(done => setTimeout(done, 50))
    }
    link.focus({ preventScroll: true })
    return link.href
  }, new URL('style/mistake.js', url).href)
  const body = new URL(href).searchParams.get('body')
  if (!/^Two\nSection: 4\.3 One path #sec-one-path(\ncommit: [0-9a-f]{7,}, [\d-]+)?$/.test(body)) {
    report(`a report says "${body}"`)
  }
}

async function server(page, visit) {
  await inspectFoot(page, visit)
  if (visit.name === 'chain.html') await tryReport(page, visit)
}

module.exports = {
  test: 'foot', server, withoutScripts: inspectFoot, finish: () => 'the foot of each page',
}
