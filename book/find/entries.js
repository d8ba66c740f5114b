// What a reader may look for on a page: its sections, figures, listings,
// tables, equations, theorems, exercises, terms and symbols.
//   entry: { kind, title, href, where, text, names, place }
// `names` and `place` are searched and not shown.
'use strict'

const formulaText = require('./formula_text.js')

const spaced = text => text.replace(/\s+/g, ' ').trim()
const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

// The text of an element without what is not to be read. A long formula is
// left out.
function textOf($, element, without = '') {
  const copy = element.clone()
  copy.find('script, style, svg, .katex-html, .deep, .live, ' +
    '.live-text, .section-number, .equation-number, .slug, .margin, pre' + (without && ', ' + without))
    .remove()
  copy.find('.katex-mathml').each((i, formula) => {
    const shown = formulaText($(formula).find('math').get(0))
    $(formula).replaceWith(escaped(shown.length <= 40 ? shown : '…'))
  })
  return spaced(copy.text())
}

// The heading above an element, as "Four equations".
function sectionOf($, element) {
  const section = element.closest('section.level2')
  return section.length ? textOf($, section.children('h2')) : ''
}

// The words of a label: "eq-bp-matrices" has "bp matrices".
const labelWords = id => id.replace(/^\w+-/, '').replace(/-/g, ' ')

function entriesOf($, page) {
  const title = textOf($, $('h1').first())
  const entries = []
  function add(kind, element, values) {
    const id = element.attr('id')
    entries.push({
      kind, href: id ? `${page}#${id}` : page, names: '', text: '', place: '',
      where: [title, sectionOf($, element)].filter(x => x).join(' · '),
      ...values
    })
  }

  add('page', $('h1').first(), {
    title, where: '', text: textOf($, $('main > p').first()), href: page
  })
  $('section.level2').each((i, section) => {
    const heading = $(section).children('h2')
    if (!heading.length || /^all-/.test($(section).attr('id'))) return
    add('section', $(section), {
      title: textOf($, heading), where: title, place: title,
      text: textOf($, $(section), 'h2, section, figure, ' +
        'details:not(.answer), summary, .references')
    })
  })
  $('section.exercise').each((i, section) => {
    const [chapter, name] = $(section).find('.slug').first().text().split('/')
    add('exercise', $(section), {
      title: textOf($, $(section).children('h3')),
      names: name, where: title, place: chapter,
      text: textOf($, $(section), 'h3, figure, details, .exercise-facts, .listing')
    })
  })
  for (const kind of ['figure', 'listing', 'output', 'table']) {
    $(`div.${kind}[id]`).each((i, box) => {
      const caption = $(box).find('figcaption').first()
      const name = textOf($, caption.find('.tag'))
      add(kind, $(box), {
        title: name, names: [...$(box).find('pre a.c')]
          .map(link => $(link).text()).join(' '),
        text: textOf($, caption, '.tag, .where') + ' ' +
          ($(box).find('svg').first().attr('aria-label') || '')
      })
    })
  }
  $('.equation[id]').each((i, equation) => {
    const id = $(equation).attr('id')
    const box = $(equation).closest('.box').find('.title').first()
    add('equation', $(equation), {
      title: $(equation).find('.equation-number').text() +
        (box.length ? ' ' + textOf($, box) : ''),
      names: labelWords(id),
      text: formulaText($(equation).find('math').get(0))
    })
  })
  $('.box.theorem').each((i, box) => {
    const holder = $(box).closest('[id]')
    add('theorem', holder, {
      title: textOf($, $(box).find('.title')), text: textOf($, $(box), '.title')
    })
  })
  if (page === 'glossary.html') {
    $('dt').each((i, term) => {
      const gloss = $(term).next('dd')
      add('term', $(term), {
        title: textOf($, $(term)), where: '', text: textOf($, gloss, 'a'),
        href: gloss.find('a').attr('href')
      })
    })
  }
  if (page === 'notation.html') {
    $('tbody tr').each((i, row) => {
      const cells = $(row).children('td')
      add('symbol', $(row), {
        title: textOf($, cells.eq(0)), where: textOf($, cells.eq(3)),
        text: textOf($, cells.eq(1)),
        names: [...cells.eq(0).find('annotation')]
          .map(tex => $(tex).text()).join(' ') + ' ' + cells.eq(2).text()
      })
    })
  }
  return entries
}

module.exports = entriesOf
