// Axes of the small plots that a reader guesses in: places, ticks, numbers.
'use strict'
const axes = (function () {
  const svg = 'http://www.w3.org/2000/svg'
  const raised = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' }

  function make(name, attributes, parent, text) {
    const element = document.createElementNS(svg, name)
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value)
    }
    if (text !== undefined) element.textContent = text
    if (parent) parent.append(element)
    return element
  }

  const power = exponent =>
    '10' + [...String(exponent)].map(digit => raised[digit]).join('')

  // A number as a reader writes it, to so many digits: −0.25, 49 300, 3 × 10⁻⁷.
  function written(value, digits = 3) {
    if (value === 0) return '0'
    const rounded = Number(value.toPrecision(digits))
    const size = Math.abs(rounded)
    if (size < 1e-3 || size >= 1e7) {
      const [mantissa, exponent] = rounded.toExponential().split('e')
      const tens = power(Number(exponent))
      if (Math.abs(mantissa) === 1) return (rounded < 0 ? '−' : '') + tens
      return `${mantissa.replace('-', '−')} × ${tens}`
    }
    const [whole, part] = String(rounded).split('.')
    const grouped = whole.replace('-', '−')
      .replace(/\d{5,}/, all => all.replace(/\B(?=(\d{3})+$)/g, '\u202f'))
    return part ? `${grouped}.${part}` : grouped
  }

  // The number that a reader has typed, or NaN: "1,000", "0,5", "2/3", "10^6",
  // "40 %" are numbers too.
  function read(typed) {
    let text = typed.trim().replace(/[\s\u202f\u00a0]/g, '').replace('−', '-')
      .replace(/%$/, '')
    if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) text = text.replace(/,/g, '')
    text = text.replace(',', '.')
    const whole = text.match(/^(.+)\/(.+)$/)
    if (whole) return Number(whole[1]) / Number(whole[2])
    const tens = text.match(/^(?:([+-]?[\d.]+)[*x×·])?10\^([+-]?\d+)$/)
    if (tens) return Number(tens[1] || 1) * 10 ** Number(tens[2])
    return text === '' ? NaN : Number(text)
  }

  // The round step of about `count` steps through a range.
  function stepOf(range, count) {
    const rough = range / count
    const size = 10 ** Math.floor(Math.log10(rough))
    return size * [1, 2, 5, 10].find(factor => factor * size >= rough * 0.999)
  }

  function linearTicks(from, to, count) {
    const step = stepOf(to - from, count)
    const ticks = []
    for (let k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
      ticks.push({ value: k * step, text: written(k * step) })
    }
    return ticks
  }

  function logTicks(from, to, count) {
    const first = Math.ceil(Math.log10(from) - 1e-9)
    const last = Math.floor(Math.log10(to) + 1e-9)
    const ticks = []
    if (last - first < 2) {
      for (let k = first - 1; k <= last; k++) {
        for (const factor of [1, 2, 5]) {
          const value = factor * 10 ** k
          if (value >= from * 0.999 && value <= to * 1.001) {
            ticks.push({ value, text: written(value) })
          }
        }
      }
      return ticks
    }
    const every = Math.max(1, Math.ceil((last - first) / count))
    for (let k = first; k <= last; k += every) {
      const value = 10 ** k
      ticks.push({ value, text: k < -3 || k > 4 ? power(k) : written(value) })
    }
    return ticks
  }

  // Values from `from` to `to` on pixels from `start` to `end`.
  function scale({ from, to, log }, start, end) {
    const by = log ? Math.log10 : value => value
    const back = log ? value => 10 ** value : value => value
    const low = by(from), high = by(to)
    return {
      at: value => start + (by(value) - low) / (high - low) * (end - start),
      value: place => back(low + (place - start) / (end - start) * (high - low)),
      ticks: count => (log ? logTicks : linearTicks)(from, to, count)
    }
  }

  return { make, read, scale, stepOf, written }
})()
