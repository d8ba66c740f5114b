// A formula as a line of text that can be read: ∂C/∂w ≈ (C(w + h) − C(w − h))/(2h).
// It is made of the formula's MathML (elements as cheerio has them).
'use strict'

const raised = new Map(Object.entries({
  '+': '⁺', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ', T: 'ᵀ', '⊤': 'ᵀ',
  '𝖳': 'ᵀ', l: 'ˡ', L: 'ᴸ', k: 'ᵏ', t: 'ᵗ', ...digits('⁰¹²³⁴⁵⁶⁷⁸⁹')
}))
const lowered = new Map(Object.entries({
  '+': '₊', '−': '₋', '=': '₌', '(': '₍', ')': '₎', a: 'ₐ', e: 'ₑ', h: 'ₕ', i: 'ᵢ',
  j: 'ⱼ', k: 'ₖ', l: 'ₗ', m: 'ₘ', n: 'ₙ', o: 'ₒ', p: 'ₚ', r: 'ᵣ', s: 'ₛ', t: 'ₜ',
  u: 'ᵤ', v: 'ᵥ', x: 'ₓ', ...digits('₀₁₂₃₄₅₆₇₈₉')
}))
const accents = new Map(Object.entries({
  '^': '\u0302', 'ˆ': '\u0302', '~': '\u0303', '˜': '\u0303', 'ˉ': '\u0304', '‾': '\u0304',
  '¯': '\u0304', '˙': '\u0307', '→': '\u20d7', '⃗': '\u20d7'
}))
const spaced = /^[=≈≠≡<>≤≥+−·×⋅⊙∘∼∝→←↔⟶⟵↦∈∧∨]$/u

function digits(text) {
  return Object.fromEntries([...text].map((digit, value) => [value, digit]))
}

const compact = text => text.replace(/ /g, '')

// In brackets, unless it is one thing: w, ∂w, 12, σ(z).
function grouped(text) {
  return /^([∂d]?\p{L}[\p{M}\p{Lm}\p{No}′]*|\p{N}+|\p{L}*\([^()]*\))$/u.test(text)
    ? text : `(${text})`
}

function script(text, letters, mark) {
  const all = [...compact(text)]
  if (/^[′″‴]+$/u.test(text)) return text
  return all.every(letter => letters.has(letter))
    ? all.map(letter => letters.get(letter)).join('') : mark + (/^\p{L}+$/u.test(text) ? text : grouped(text))
}

// The brace, or what is written at one.
const isBraced = node => {
  const [inside, outside] = node.children.filter(isElement)
  return /^[⏞⏟]$/u.test(all(outside.children)) ||
    (inside.name === node.name && isBraced(inside))
}

const isElement = node => node.type === 'tag'
const all = nodes => nodes.map(textOf).join('')

function textOf(node) {
  if (node.type === 'text') return node.data
  const parts = node.children.filter(isElement)
  const part = at => tidy(textOf(parts[at]))
  switch (node.name) {
    case 'annotation': return ''
    case 'mfrac': {
      const above = part(0)
      return (/ /.test(above) ? `(${above})` : above) + '/' + grouped(part(1))
    }
    case 'msup': return part(0) + script(part(1), raised, '^')
    case 'msub': return part(0) + script(part(1), lowered, '_')
    case 'msubsup':
      return part(0) + script(part(1), lowered, '_') + script(part(2), raised, '^')
    case 'munderover':
      return part(0) + script(part(1), lowered, '_') + script(part(2), raised, '^') + ' '
    case 'munder': // a brace, with what is written under it, is left out
      if (isBraced(node)) return textOf(parts[0])
      return part(0) + script(part(1), lowered, '_') + ' '
    case 'mover': {
      const accent = accents.get(part(1))
      return isBraced(node) ? textOf(parts[0])
        : accent ? part(0) + accent : part(0) + script(part(1), raised, '^')
    }
    case 'msqrt': return '√' + grouped(tidy(all(parts)))
    case 'mtable': return parts.map(textOf).join('; ')
    case 'mtr': return parts.map(textOf).join(' ')
    case 'mspace': return ' '
    case 'mi': {
      const name = all(node.children)
      return name.length > 2 ? ` ${name}` : name // log
    }
    case 'mo': {
      const sign = all(node.children).trim()
      if (sign === '\u2061') return ' ' // a function is applied
      return spaced.test(sign) ? ` ${sign} ` : sign === ',' ? ', ' : sign
    }
    default: return all(node.children)
  }
}

// Single spaces, and none behind a sign that belongs to what follows it.
function tidy(text) {
  return text.replace(/\s+/g, ' ').replace(/(^ ?|[([] ?|[=≈<>≤≥⋅,←→] )([−+]) /gu, '$1$2')
    .replace(/([([]) /g, '$1').replace(/ ([,.;)\]])/g, '$1').replace(/,;/g, ';').trim()
}

module.exports = math => tidy(textOf(math))
