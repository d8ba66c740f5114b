// A small plot in which the reader draws a curve, with mouse, finger or arrow
// keys, over which the true one is drawn later.
'use strict'
const drawnCurve = (function () {
  const { make, scale, stepOf, written } = axes
  const rounded = value => Number(value.toPrecision(4))
  const columns = 33 // in which the reader's curve has a height

  // The range of an axis: a margin around the values, out to round numbers.
  function rangeOf(values, log) {
    const low = Math.min(...values), high = Math.max(...values)
    if (log) {
      return { log, from: 10 ** Math.floor(Math.log10(low) - 0.1), to: 10 ** Math.ceil(Math.log10(high) + 0.1) }
    }
    const size = high - low || Math.abs(high) || 1
    const step = stepOf(size, 5)
    const bottom = Math.floor((low - size * 0.1) / step) * step
    const from = low >= 0 && low < size ? 0 : bottom
    return { from, to: Math.ceil((high + size * 0.1) / step) * step }
  }

  // Keeps a plot in `box`. `words(key, values)` are the book's own; `changed` is
  // called when the reader has drawn.
  return function (box, { points, given, logX, logY, across, up, words, changed }) {
    const xRange = { from: points[0][0], to: points[points.length - 1][0], log: logX }
    const yRange = rangeOf(points.map(point => point[1]), logY)
    const unit = { x: scale(xRange, 0, 1), y: scale(yRange, 0, 1) }
    const part = column => column / (columns - 1)
    const xOf = column => unit.x.value(part(column))
    const last = given > 0 ? Math.round(given * (columns - 1)) : -1 // not to be drawn
    let heights = Array(columns).fill(null)
    let at = Math.max(0, last + 1), height = 0.5, open = false
    let plot = null

    // Where the true curve is at a place across, from 0 to 1.
    function truthAt(place) {
      const value = unit.x.value(place)
      const i = Math.max(1, points.findIndex(point => point[0] >= value * (1 - 1e-12) - 1e-300))
      const [a, b] = [points[i - 1], points[i]].map(([x, y]) => [unit.x.at(x), unit.y.at(y)])
      return a[1] + (b[1] - a[1]) * Math.max(0, Math.min(1, (place - a[0]) / (b[0] - a[0] || 1)))
    }
    if (last >= 0) height = truthAt(part(last))

    const drawn = () => heights.filter(one => one !== null).length

    function pathOf(places, x, y) {
      return places.map(([px, py], i) => `${i ? 'L' : 'M'}${x(px).toFixed(1)},${y(py).toFixed(1)}`).join('')
    }

    function guessPlaces() {
      const places = last >= 0 ? [[part(last), truthAt(part(last))]] : []
      heights.forEach((one, column) => { if (one !== null) places.push([part(column), one]) })
      return places
    }

    // What the knob is at, in words.
    function value() {
      const values = { across, up, x: written(xOf(at)), y: written(unit.y.value(height)) }
      return words(heights[at] === null ? 'curve-empty' : 'curve-value', values)
    }

    function update() {
      const { x, y, guess, knob, hint } = plot
      guess.setAttribute('d', drawn() ? pathOf(guessPlaces(), x, y) : '')
      hint.style.display = drawn() || open ? 'none' : ''
      knob.setAttribute('transform', `translate(${x(part(at))},${y(height)})`)
      knob.setAttribute('aria-valuenow', rounded(unit.y.value(height)))
      knob.setAttribute('aria-valuetext', value())
    }

    function put(column, to) {
      if (column <= last) return
      at = column
      height = Math.max(0, Math.min(1, to))
      heights[column] = height
    }

    // Draws from where the pointer was to where it is.
    function stroke(from, to) {
      const step = from.column < to.column ? 1 : -1
      for (let column = from.column; column !== to.column; column += step) {
        const share = (column - from.column) / (to.column - from.column)
        put(column, from.height + share * (to.height - from.height))
      }
      put(to.column, to.height)
    }

    function listen(picture, pad, knob, frame) {
      let pen = null
      const place = event => {
        const bounds = picture.getBoundingClientRect()
        const share = (event.clientX - bounds.left - frame.left) / frame.width
        return {
          column: Math.max(0, Math.min(columns - 1, Math.round(share * (columns - 1)))),
          height: 1 - (event.clientY - bounds.top - frame.top) / frame.height
        }
      }
      for (const thing of [pad, knob]) {
        thing.addEventListener('pointerdown', event => {
          pen = place(event)
          thing.setPointerCapture(event.pointerId)
          stroke(pen, pen)
          update()
          event.preventDefault()
        })
        thing.addEventListener('pointermove', event => {
          if (!pen) return
          const to = place(event)
          stroke(pen, to)
          pen = to
          update()
        })
        for (const end of ['pointerup', 'pointercancel']) {
          thing.addEventListener(end, () => { if (pen) changed(); pen = null })
        }
      }
      knob.addEventListener('keydown', event => {
        const far = event.shiftKey ? 4 : 1
        const way = {
          ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, 0.02 * far],
          ArrowDown: [0, -0.02 * far], PageUp: [0, 0.1], PageDown: [0, -0.1],
          Home: [-columns, 0], End: [columns, 0]
        }[event.key]
        if (!way || event.ctrlKey || event.altKey || event.metaKey) return
        event.preventDefault()
        const column = Math.max(last + 1, Math.min(columns - 1, at + way[0]))
        const here = { column: at, height }
        // What is drawn already stays; the rest is drawn on the way.
        if (heights[column] !== null && way[0]) put(column, heights[column])
        else if (way[0] && Math.abs(way[0]) < columns) stroke(here, { column, height })
        else put(column, height + way[1])
        update()
        changed()
      })
    }

    function build() {
      const width = Math.max(160, box.clientWidth), tall = width < 420 ? 240 : 290
      const frame = { left: 54, top: 30 }
      frame.width = width - frame.left - 16
      frame.height = tall - frame.top - 44
      const x = place => frame.left + place * frame.width
      const y = place => frame.top + (1 - place) * frame.height
      const hadFocus = plot && plot.knob === document.activeElement
      const picture = make('svg', { width, height: tall, viewBox: `0 0 ${width} ${tall}`, class: 'curve', role: 'group', 'aria-label': words('curve-plot', { across, up }) })
      const grid = make('g', { 'aria-hidden': true }, picture)
      for (const { value, text } of unit.y.ticks(5)) {
        const place = y(unit.y.at(value))
        make('line', { x1: frame.left, x2: frame.left + frame.width, y1: place, y2: place, class: 'grid' }, grid)
        make('text', { x: frame.left - 8, y: place + 4, class: 'tick', 'text-anchor': 'end' }, grid, text)
      }
      let free = -Infinity
      for (const { value, text } of unit.x.ticks(width < 420 ? 4 : 6)) {
        const place = x(unit.x.at(value)), half = 4 * text.length
        make('line', { x1: place, x2: place, y1: frame.top + frame.height, y2: frame.top + frame.height + 5, class: 'axis' }, grid)
        if (place - half < free) continue
        make('text', { x: Math.min(place, width - half), y: frame.top + frame.height + 20, class: 'tick', 'text-anchor': 'middle' }, grid, text)
        free = place + half + 6
      }
      make('path', { d: `M${frame.left},${frame.top}v${frame.height}h${frame.width}`, class: 'axis' }, grid)
      const name = make('text', { x: 4, y: 14, class: 'name' }, grid, up)
      make('text', { x: frame.left + frame.width, y: tall - 4, class: 'name', 'text-anchor': 'end' }, grid, across)
      const hint = make('text', { x: x(0.5), y: y(0.5), class: 'hint', 'text-anchor': 'middle', 'aria-hidden': true }, picture, words('curve-hint'))
      const truth = make('path', { class: 'truth line' }, picture)
      const guess = make('path', { class: 'guess line' }, picture)
      const pad = make('rect', { x: frame.left, y: frame.top, width: frame.width, height: frame.height, class: 'pad' }, picture)
      const knob = make('g', {
        class: 'knob', role: 'slider', 'aria-label': words('curve-label', { across, up }),
        'aria-valuemin': rounded(yRange.from), 'aria-valuemax': rounded(yRange.to)
      }, picture)
      make('circle', { r: 14, class: 'reach' }, knob)
      make('circle', { r: 6, class: 'point' }, knob)
      box.replaceChildren(picture)
      plot = { x, y, tall, name, guess, truth, knob, hint, pad, picture }
      listen(picture, pad, knob, frame)
      showTruth()
      update()
      if (hadFocus) knob.focus({ preventScroll: true })
    }

    // The true curve, or the part of it that is given; and whose is which.
    function showTruth() {
      const { x, y, tall, name, truth, knob, pad, picture } = plot
      const shown = points.map(point => [unit.x.at(point[0]), unit.y.at(point[1])])
        .filter(([place]) => open || (last >= 0 && place <= part(last)))
      if (!open && last >= 0) shown.push([part(last), truthAt(part(last))])
      truth.setAttribute('d', shown.length ? pathOf(shown, x, y) : '')
      knob.style.display = pad.style.display = open ? 'none' : ''
      knob.setAttribute('tabindex', open ? -1 : 0)
      for (const old of picture.querySelectorAll('.legend')) old.remove()
      if (!open) return
      const legend = make('g', { class: 'legend', 'aria-hidden': true }, picture)
      let right = x(1)
      for (const kind of drawn() ? ['truth', 'guess'] : ['truth']) {
        const word = make('text', { x: right, y: 14, class: kind, 'text-anchor': 'end' }, legend, words(kind))
        const left = right - word.getComputedTextLength()
        make('path', { d: `M${left - 26},10h20`, class: `${kind} line` }, legend)
        right = left - 42
      }
      // Where there is no room beside the axis's name, it goes below the plot.
      if (right + 12 < name.getComputedTextLength()) {
        legend.setAttribute('transform', `translate(${4 - right - 16},${tall - 18})`)
      }
    }

    new ResizeObserver(entries => {
      if (!plot || Math.abs(plot.picture.width.baseVal.value - entries[0].contentRect.width) > 1) build()
    }).observe(box)

    return {
      // Has the reader drawn most of the way?
      complete: () => drawn() > (columns - 1 - last) * 0.6 && heights.slice(-4).some(one => one !== null),
      heights: () => heights.map(one => one === null ? null : Number(one.toFixed(3))),
      set(kept) { if (Array.isArray(kept) && kept.length === columns) heights = kept; if (plot) update() },
      reveal(now) { open = now; if (plot) { showTruth(); update() } },
      focus() { if (plot) plot.knob.focus({ preventScroll: true }) },
      // The curves at the start, the middle and the end: {x, guess, truth}.
      compare() {
        const first = Math.max(0, last + 1)
        return [first, Math.round((first + columns - 1) / 2), columns - 1].map(column => {
          const places = guessPlaces()
          const i = places.findIndex(([place]) => place >= part(column))
          const [b, a] = [places[i < 0 ? places.length - 1 : i], places[Math.max(0, i - 1)]]
          const share = b[0] === a[0] ? 0 : (part(column) - a[0]) / (b[0] - a[0])
          const guess = a[1] + (b[1] - a[1]) * (i < 0 ? 1 : share)
          return { x: xOf(column), guess: unit.y.value(guess), truth: unit.y.value(truthAt(part(column))) }
        })
      }
    }
  }
})()
