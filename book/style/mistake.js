// The report of a mistake names the section that is being read and the commit
// that the book is made from.
'use strict'
{
  const link = document.querySelector('.report')
  const start = link.href

  function complete() {
    const section = document.querySelector('#contents [aria-current=true]')
    const commit = getComputedStyle(document.documentElement)
      .getPropertyValue('--commit').replace(/^['"\s]+|['"\s]+$/g, '')
    const lines = []
    if (section) {
      lines.push(`${link.dataset.section}: ${section.textContent.replace(/\s+/g, ' ').trim()} ${section.hash}`)
    }
    if (commit) lines.push(`${link.dataset.commit}: ${commit}`)
    link.href = start + encodeURIComponent('\n' + lines.join('\n'))
  }
  for (const type of ['pointerenter', 'focus', 'click']) {
    link.addEventListener(type, complete)
  }
}
