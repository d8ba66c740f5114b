// A guess and the truth on one line of numbers.
'use strict'
const numberLine = (function () {
  const { make, scale } = axes
  const height = 96, line = 46, edge = 14

  // A range that shows both, and 0 unless they are too close together then.
  function linearRange(guess, truth) {
    const from = Math.min(0, guess, truth), to = Math.max(0, guess, truth)
    const apart = Math.abs(guess - truth)
    if (apart > 0 && apart < (to - from) / 12) {
      const low = Math.min(guess, truth) - apart * 2
      return { from: low, to: low + apart * 5 }
    }
    const room = (to - from || 1) * 0.12
    return { from: from < 0 ? from - room : 0, to: to > 0 ? to + room : 0 }
  }

  function logRange(guess, truth) {
    let from = Math.log10(Math.min(guess, truth)) - 0.15
    let to = Math.log10(Math.max(guess, truth)) + 0.15
    const middle = (from + to) / 2
    if (to - from < 1) [from, to] = [middle - 0.5, middle + 0.5]
    return { from: 10 ** from, to: 10 ** to, log: true }
  }

  // Words centred at x as far as the picture's edges allow.
  function label(picture, text, x, y, kind, width) {
    const words = make('text', { y, class: kind, 'text-anchor': 'middle' }, picture, text)
    const half = words.getComputedTextLength() / 2
    words.setAttribute('x', Math.max(half, Math.min(width - half, x)))
  }

  function draw(box, { guess, truth, guessText, truthText, log }) {
    const width = Math.max(160, box.clientWidth)
    const picture = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true })
    box.replaceChildren(picture)
    const x = scale(log ? logRange(guess, truth) : linearRange(guess, truth),
      edge, width - edge)
    const at = { guess: x.at(guess), truth: x.at(truth) }

    make('line', { x1: 2, x2: width - 2, y1: line, y2: line, class: 'axis' }, picture)
    let last = -3 // where the numbers so far end
    for (const { value, text } of x.ticks(width < 420 ? 4 : 7)) {
      const place = x.at(value)
      make('line', { x1: place, x2: place, y1: line - 4, y2: line + 4, class: 'axis' }, picture)
      const number = make('text', { x: place, y: line + 20, class: 'tick', 'text-anchor': 'middle' }, picture, text)
      const half = number.getComputedTextLength() / 2 + 3
      if (Math.abs(place - at.truth) < half || place - half < last || place + half > width + 3) number.remove()
      else last = place + half
    }
    make('line', { x1: at.guess, x2: at.guess, y1: 20, y2: line, class: 'guess stem' }, picture)
    make('line', { x1: at.truth, x2: at.truth, y1: line, y2: line + 32, class: 'truth stem' }, picture)
    make('path', { d: `M${at.guess},${line - 7}l6,7l-6,7l-6,-7z`, class: 'guess mark' }, picture)
    make('circle', { cx: at.truth, cy: line, r: 4.5, class: 'truth mark' }, picture)
    label(picture, guessText, at.guess, 14, 'guess', width)
    label(picture, truthText, at.truth, line + 46, 'truth', width)
  }

  // Shows them in a box, for as long as it is as wide as this.
  return (box, values) => {
    const watch = new ResizeObserver(() => draw(box, values))
    watch.observe(box)
    return () => { watch.disconnect(); box.replaceChildren() }
  }
})()
