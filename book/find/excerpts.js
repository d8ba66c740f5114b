// What a page's links lead to on other pages, as a small piece of HTML for
// each, to be shown beside the link.
'use strict'
const fs = require('fs')
const path = require('path')

// The lines of a page that shows a C file, from line N to the end of what
// begins there: a declaration with its comment, a statement.
function sourceLines(html, first) {
  const lines = html.split('\n')
  let at = lines.findIndex(line => line.includes(`<span id="L-${first}">`))
  const shown = []
  for (let depth = 0; at >= 0 && at < lines.length && shown.length < 14; at++) {
    const line = lines[at].replace(/^.*<span id="L-\d+"><a [^>]*><\/a>/, '')
      .replace(/<\/span>(<\/code>.*)?$/, '')
    const text = line.replace(/<[^>]*>/g, '')
    shown.push(line)
    const comment = /^\s*(\/\*| \*)/.test(text) || /\*\/\s*$/.test(text)
    for (const brace of comment ? '' : text) {
      if ('({'.includes(brace)) depth++
      if (')}'.includes(brace)) depth--
    }
    if (!comment && depth <= 0 && /[;}]\s*(\/\*.*)?$/.test(text)) break
    if (!comment && shown.length > 1 && /\{\s*$/.test(text) && depth === 1 &&
      /\)\s*\{\s*$/.test(text)) break
  }
  const indent = Math.min(...shown.filter(line => line)
    .map(line => line.match(/^ */)[0].length))
  return '<pre class="sourceCode c"><code>' +
    shown.map(line => line.slice(indent)).join('\n') + '</code></pre>'
}

// The part of a page that has an id.
function part($, id, glosses, key) {
  if (glosses[key]) return glosses[key]
  const found = $(`[id="${id}"]`).first()
  if (!found.length) return null
  const copy = found.clone()
  copy.find('.live, .live-text, .deep').remove()
  if (found.is('section')) {
    const heading = copy.children().first()
    const text = copy.children('p').first()
    return $.html(heading) + $.html(text)
  }
  return $.html(copy)
}

// target -> HTML, for the links in a page's text.
//   pages: name -> cheerio document; html: the folder of the pages
function excerptsOf(page, pages, glosses, html) {
  const $ = pages[page]
  const excerpts = {}
  $('main a[href*="#"]').each((i, link) => {
    if ($(link).closest('.all-figures').length) return
    const href = $(link).attr('href')
    const [file, id] = href.split('#')
    if (/^\w+:/.test(href) || href in excerpts) return
    const key = (file || page) + '#' + id
    if (/^source\//.test(file)) {
      const whole = fs.readFileSync(path.join(html, file), 'utf8')
      excerpts[href] = sourceLines(whole, Number(id.slice(2)))
    } else if (glosses[key] || file && pages[file]) {
      const found = part(pages[file || page], id, glosses, key)
      if (found) excerpts[href] = found
    }
  })
  return excerpts
}

// What the glossary says of each term: target -> HTML.
function glossesOf($) {
  const glosses = {}
  $('dt').each((i, term) => {
    const gloss = $(term).next('dd').clone()
    const href = gloss.find('a').last().attr('href')
    gloss.find('a').last().remove()
    glosses[href] = `<p><strong>${$(term).html()}.</strong> ${gloss.html().trim()}</p>`
  })
  return glosses
}

module.exports = { excerptsOf, glossesOf }
