// What links lead to, as a small piece of HTML for each, to be shown beside
// the link.
'use strict'
const fs = require('fs')
const path = require('path')

// The lines of a page that shows a C file: {html, text} of each, the first at
// 1. The page's own marks of the lines' numbers are left out.
function linesOf(page) {
  const lines = [null]
  for (const line of page.split('\n')) {
    const start = line.match(/^.*<span id="L-\d+">(<span class="shown">.*?<\/span>)?<a [^>]*><\/a>/)
    if (!start) continue
    const html = line.slice(start[0].length).replace(/<\/span>(<\/code>.*)?$/, '')
    lines.push({ html, text: plain(html) })
  }
  return lines
}

const plain = html => html.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<')
  .replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')

// These lines as a block of code, as far left as they go.
function block(lines) {
  const indent = Math.min(...lines.filter(line => line.text)
    .map(line => line.text.match(/^ */)[0].length))
  return '<pre class="sourceCode c"><code>' +
    lines.map(line => line.html.slice(indent)).join('\n') + '</code></pre>'
}

// The lines from the #if to the #endif around a line that is there under a
// condition; null if it is not, or if there are many. The one around a whole
// header is none.
function conditional(lines, line) {
  const most = 14
  let first = line - 1, last = line
  for (let depth = 0; first > 0; first--) {
    if (/^#endif/.test(lines[first].text)) depth++
    if (/^#if/.test(lines[first].text) && depth-- === 0) break
  }
  for (let depth = 0; last < lines.length; last++) {
    if (/^#if/.test(lines[last].text)) depth++
    if (/^#endif/.test(lines[last].text) && depth-- === 0) break
  }
  const whole = first < 1 || last >= lines.length || last - first >= most ||
    /^#ifndef \w+_H$|__cplusplus/.test(lines[first].text)
  return whole ? null : lines.slice(first, last + 1)
}

// From line `first` to the end of what begins there: a declaration with its
// comment, a statement. Of what is there under a condition, all alternatives.
function sourceLines(lines, first) {
  const alternatives = conditional(lines, first)
  if (alternatives) return block(alternatives)
  const shown = []
  for (let at = first, depth = 0; at < lines.length && shown.length < 14; at++) {
    const { text } = lines[at]
    shown.push(lines[at])
    const comment = /^\s*(\/\*| \*)/.test(text) || /\*\/\s*$/.test(text)
    for (const brace of comment ? '' : text) {
      if ('({'.includes(brace)) depth++
      if (')}'.includes(brace)) depth--
    }
    if (!comment && depth <= 0 && /[;}]\s*(\/\*.*)?$/.test(text)) break
    if (!comment && shown.length > 1 && /\{\s*$/.test(text) && depth === 1 &&
      /\)\s*\{\s*$/.test(text)) break
  }
  return block(shown)
}

// The last argument of a call: where it begins and ends in the call's text.
function lastArgument(call) {
  const open = call.indexOf('(')
  let start = open + 1, depth = 0, quoted = false
  for (let at = open; at < call.length; at++) {
    const c = call[at]
    if (c === '"' && call[at - 1] !== '\\') quoted = !quoted
    if (quoted) continue
    if ('([{'.includes(c)) depth++
    if (')]}'.includes(c) && --depth === 0) {
      const skipped = call.slice(start, at).match(/^\s*/)[0].length
      return [start + skipped, at]
    }
    if (c === ',' && depth === 1) start = at + 1
  }
  return [0, 0]
}

// A line's HTML with its characters from `start` to `end` marked.
function marked(html, start, end) {
  let at = 0
  return html.replace(/<[^>]*>|&\w+;|[^<&]/g, piece => {
    if (piece[0] === '<') return piece
    const inside = at >= start && at < end
    at++
    return inside ? `<mark>${piece}</mark>` : piece
  }).replace(/<\/mark><mark>/g, '')
}

// The line on which the call of nn_run_number begins that ends on the line
// `end`; 0 if none does.
function otherNumber(lines, end, body) {
  for (let at = end; at > body; at--) {
    if (lines[at].text.includes('nn_run_number(')) return at
    if (at < end && /[;{}]$/.test(lines[at].text)) return 0
  }
  return 0
}

// Where a number is computed: the expression, marked, in the call at `line`
// that names it, with what comes right before and the head of its function.
function numberLines(lines, line, href) {
  const before = 6
  let start = line, end = line, head = line
  while (start > 1 && !lines[start].text.includes('nn_run_number(')) start--
  while (end + 1 < lines.length && !/;$/.test(lines[end].text)) end++
  while (head > 1 && !/^[a-z]/.test(lines[head].text)) head--
  let body = head
  while (body < start && !/\{$/.test(lines[body].text)) body++

  const call = lines.slice(start, end + 1)
  let [from, to] = lastArgument(call.map(one => one.text).join('\n'))
  const expression = call.map(one => {
    const html = marked(one.html, from, to)
    from -= one.text.length + 1
    to -= one.text.length + 1
    return { html, text: one.text }
  })
  const skipped = { html: '  …', text: '  …' }
  const context = []
  let at = start - 1
  for (; at > body && context.length < before; at--) {
    if (/;$/.test(lines[at].text)) {
      const first = otherNumber(lines, at, body)
      if (first) { // this call names another number, maybe in a loop
        at = first
        while (/^\s*(for|while|if) \(.*\)$/.test(lines[at - 1].text)) at--
        continue
      }
    }
    context.unshift(lines[at])
  }
  const shown = [...lines.slice(head, body + 1), ...(at > body ? [skipped] : []),
    ...context, ...expression]
  const file = href.match(/([^/]+)\.html#/)[1]
  return `<p class="where"><a href="${href}">${file}:${start}</a></p>` + block(shown)
}

// A part of a page, as it is shown elsewhere.
function part($, element) {
  const copy = $(element).clone()
  copy.find('.live, .live-text, .deep, .margin, annotation, .predict + .answer').remove()
  if ($(element).is('section')) {
    const heading = copy.children().first()
    const text = copy.children('p').first()
    return $.html(heading) + $.html(text)
  }
  return $.html(copy)
}

// id -> HTML, for all that has a label on a page (book/filters/labels.lua).
function partsOf($) {
  const parts = {}
  $('[id]').each((i, element) => {
    const { id } = element.attribs
    if (!/^(ch|sec|fig|lst|tab|eq|thm|ex|term|guess|check)-/.test(id) || id in parts) return
    if (!$(element).closest('svg, pre').length) parts[id] = part($, element)
  })
  return parts
}

// The targets of the links in a page's text that lead to a part of a page.
function targetsOf($) {
  const targets = new Set()
  for (const link of $('main a[href]').get()) {
    const { href } = link.attribs
    if (targets.has(href) || !href.includes('#') || /^\w+:/.test(href)) continue
    if (!$(link).closest('.all-figures').length) targets.add(href)
  }
  return [...targets]
}

// target -> HTML, for the links in a page's text that lead to the lines of a
// C file. `html` is the folder of the pages.
function sourcesOf($, html) {
  const pages = {} // a C file's page -> its lines
  const excerpts = {}
  $('main a[href^="source/"][href*="#"]').each((i, link) => {
    const href = $(link).attr('href')
    if (href in excerpts) return
    const [file, id] = href.split('#')
    const lines = pages[file] = pages[file] ||
      linesOf(fs.readFileSync(path.join(html, file), 'utf8'))
    const line = Number(id.slice(2))
    excerpts[href] = $(link).hasClass('num')
      ? numberLines(lines, line, href) : sourceLines(lines, line)
  })
  return excerpts
}

// What the glossary says of each term: target -> HTML.
function glossesOf($) {
  const glosses = {}
  $('dt').each((i, term) => {
    const gloss = $(term).next('dd').clone()
    gloss.find('annotation').remove()
    const href = gloss.find('a').last().attr('href')
    gloss.find('a').last().remove()
    glosses[href] = `<p><strong>${$(term).html()}.</strong> ${gloss.html().trim()}</p>`
  })
  return glosses
}

module.exports = { partsOf, targetsOf, sourcesOf, glossesOf }
