// One picture of a live figure, with axes or without. It is laid out for the
// width that it gets, in CSS pixels, so that its letters keep their size.
// Every drawing begins with an empty picture: begin(), the marks in the
// order in which they cover each other, end(). Coordinates are the axes'; in
// a picture without axes they are pixels from the upper left corner.
'use strict'
;(function () {
  const namespace = 'http://www.w3.org/2000/svg'
  const gap = 6 // between a tick's number and the frame
  let views = 0

  function make(name, attributes = {}, parent) {
    const element = document.createElementNS(namespace, name)
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value)
    }
    if (parent) parent.append(element)
    return element
  }

  // A number as the book prints it.
  function show(x, digits) {
    const text = digits === undefined
      ? String(Number(x.toPrecision(6))) : x.toFixed(digits)
    return text.replace(/^-(?=0*\.?0*$)/, '').replace('-', '−')
  }

  // About `count` round numbers from `least` to `most`.
  function ticks(least, most, count) {
    const raw = (most - least) / Math.max(1, count)
    const power = 10 ** Math.floor(Math.log10(raw))
    const step = [1, 2, 5, 10].find(one => one * power >= raw * 0.999) * power
    const all = []
    for (let i = Math.ceil(least / step - 1e-9); i * step <= most + step * 1e-9; i++) {
      all.push(i * step)
    }
    return all
  }

  // Powers of ten, at most `count`.
  function powers(least, most, count) {
    const first = Math.ceil(Math.log10(least) - 1e-9)
    const last = Math.floor(Math.log10(most) + 1e-9)
    const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)))
    const all = []
    for (let e = first; e <= last; e += every) all.push(10 ** e)
    return all
  }

  function showPower(x) {
    const e = Math.round(Math.log10(x))
    if (e >= -2 && e <= 3) return show(x)
    return '10' + String(e).replace(/./g, c => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)])
  }

  // From an axis's numbers to a length of `size` pixels, and back.
  function scale({ from, to, log }, size) {
    const f = log ? Math.log10 : x => x
    const a = f(from), b = f(to)
    return {
      at: x => (f(x) - a) / (b - a) * size,
      back: p => {
        const v = a + p / size * (b - a)
        return log ? 10 ** v : v
      }
    }
  }

  class View {
    // options: x, y (axes), equal, shape, name, hover; README.md says what
    // they are. `stage` is asked to draw when the width has changed.
    constructor(parent, options, stage) {
      this.options = options
      this.stage = stage
      this.id = `live-view-${views++}`
      this.box = document.createElement('div')
      this.box.className = 'stage-view'
      if (options.least) this.box.style.flexBasis = options.least
      this.box.classList.toggle('tall', options.tall === true)
      this.canvas = null
      this.svg = make('svg')
      this.box.append(this.svg)
      parent.append(this.box)
      const clip = make('clipPath', { id: this.id },
        make('defs', {}, this.svg))
      this.clip = make('rect', {}, clip)
      const layer = (name, more = {}) =>
        make('g', { class: name, 'aria-hidden': true, ...more }, this.svg)
      this.layers = {
        axes: layer('axes'),
        marks: layer('marks', { 'clip-path': `url(#${this.id})` }),
        over: layer('over'),
        labels: layer('labels')
      }
      this.handles = liveFigures.handles(this)
      this.width = 0
      new ResizeObserver(([entry]) => {
        const width = Math.round(entry.contentRect.width)
        if (width === this.width) return
        this.width = width
        stage.draw()
      }).observe(this.box)
    }

    begin() {
      if (!this.width) this.width = Math.round(this.box.clientWidth)
      for (const layer of Object.values(this.layers)) layer.used = 0
      this.texts = []
      this.handles.begin()
      this.painted = false
      const style = getComputedStyle(this.svg)
      this.font = parseFloat(style.fontSize)
      this.line = Math.ceil(this.font * 1.3)
      pen.font = `${style.fontSize} ${style.fontFamily}`
      this.axes(this.options.x, this.options.y)
    }

    end() {
      this.placeLabels()
      for (const layer of Object.values(this.layers)) {
        while (layer.childNodes.length > layer.used) layer.lastChild.remove()
      }
      if (this.canvas) this.canvas.hidden = !this.painted
      this.handles.end()
    }

    // ---- the frame ------------------------------------------------------

    // Sets the axes for this drawing, before the first mark: those that
    // change with the state.
    axes(x, y) {
      this.x = x
      this.y = y
      this.texts = []
      for (const name of ['axes', 'labels']) this.layers[name].used = 0
      if (x && y) this.layOut(x, y)
      else this.layOutPlain()
      const { left, top, wide, high } = this
      for (const [key, value] of Object.entries(
        { x: left, y: top, width: wide, height: high })) {
        this.clip.setAttribute(key, value)
      }
      const height = Math.ceil(top + high + this.below)
      this.height = height
      this.svg.setAttribute('viewBox', `0 0 ${this.width} ${height}`)
      this.svg.setAttribute('width', this.width)
      this.svg.setAttribute('height', height)
      if (x && y) this.drawAxes()
    }

    most() {
      return parseFloat(getComputedStyle(this.box).maxHeight) || Infinity
    }

    layOutPlain() {
      const { shape = 1 } = this.options
      Object.assign(this, { left: 0, top: 0, below: 0, wide: this.width })
      this.high = typeof shape === 'function' ? shape(this.width)
        : this.width * shape
      this.across = this.down = p => p
      this.back = (px, py) => [px, py]
    }

    // The frame takes the width that numbers and names leave.
    layOut(x, y) {
      const { equal, shape } = this.options
      const { font, line, width } = this
      const wanted = axis => axis.numbers === undefined || axis.numbers
      this.yTicks = this.numbers(y, 4)
      this.left = wanted(y) ? Math.ceil(Math.max(0, ...this.yTicks.map(
        ([, text]) => this.measure(text)), this.measure(y.room || ''))) + gap : 1
      this.top = y.name ? line + gap : Math.ceil(font / 2) + 2
      this.below = (wanted(x) ? line + 4 : 2) + (x.name ? line : 0)
      const room = width - this.left - 2
      const [, last] = this.numbers(x, this.fitting(room)).pop() || [0, '']
      const right = Math.max(2, Math.ceil(this.measure(last) / 2) + 1)
      this.wide = Math.max(40, width - this.left - right)
      const own = typeof shape === 'function' ? shape(width) / this.wide : shape || 0.62
      const ratio = equal ? (y.to - y.from) / (x.to - x.from) : own
      const highest = this.most() - this.top - this.below
      this.high = Math.min(this.wide * ratio, highest)
      if (equal && this.high === highest) {
        this.left += (this.wide - highest / ratio) / 2
        this.wide = highest / ratio
      }
      this.xTicks = this.numbers(x, this.fitting(this.wide))
      const across = scale(x, this.wide), down = scale(y, this.high)
      this.across = v => this.left + across.at(v)
      this.down = v => this.top + this.high - down.at(v)
      this.back = (px, py) =>
        [across.back(px - this.left), down.back(this.top + this.high - py)]
    }

    // How many numbers fit under an axis of that length.
    fitting(length) {
      return Math.max(2, Math.min(6, length / (this.font * 5)))
    }

    // The numbers of an axis and how they are written.
    numbers({ from, to, log, numbers, show: own }, count) {
      if (numbers === false) return []
      if (Array.isArray(numbers)) {
        return numbers.map(one => Array.isArray(one) ? one
          : [one, (own || show)(one)])
      }
      return (log ? powers : ticks)(from, to, count)
        .map(one => [one, (own || (log ? showPower : show))(one)])
    }

    drawAxes() {
      const { left, top, wide, high, line, x, y } = this
      this.put('axes', 'rect', {
        x: left, y: top, width: wide, height: high, class: 'frame'
      })
      for (const [value, text] of this.xTicks) {
        const at = this.across(value)
        this.tick(`M${at} ${top + high}v4`)
        this.fixedText(at, top + high + line, text, 'middle')
      }
      for (const [value, text] of this.yTicks) {
        const at = this.down(value)
        this.tick(`M${left} ${at}h-4`)
        this.fixedText(left - gap, at + this.font * 0.35, text, 'end')
      }
      const under = top + high + (this.xTicks.length ? 2 * line : line)
      if (x.name) this.fixedText(left + wide / 2, under, x.name, 'middle')
      if (y.name) this.fixedText(0, line - 3, y.name, 'start')
    }

    tick(d) {
      this.put('axes', 'path', { d, class: 'tick' })
    }

    // ---- marks ----------------------------------------------------------

    // The next element of a layer: the one of the last drawing, if it is of
    // the same kind.
    put(layer, name, attributes, text) {
      const group = this.layers[layer]
      let element = group.childNodes[group.used]
      if (!element || element.tagName !== name) {
        const made = make(name)
        if (element) element.replaceWith(made)
        else group.append(made)
        element = made
      }
      group.used++
      for (const { name: old } of [...element.attributes]) {
        if (!(old in attributes)) element.removeAttribute(old)
      }
      for (const [key, value] of Object.entries(attributes)) {
        const wanted = typeof value === 'number'
          ? String(Math.round(value * 100) / 100) : String(value)
        if (element.getAttribute(key) !== wanted) element.setAttribute(key, wanted)
      }
      if (text !== undefined && element.dataset.text !== text) {
        write(element, text)
      }
      return element
    }

    // A place in pixels, not so far outside that a browser minds.
    pixel([x, y]) {
      const inside = v => Math.max(-1e4, Math.min(1e4, v))
      return [inside(this.across(x)), inside(this.down(y))]
    }

    // "M…L…" through points; it is interrupted where one is not finite.
    path(points) {
      let begun = false
      return points.map(point => {
        const [px, py] = this.pixel(point)
        if (!Number.isFinite(px + py)) { begun = false; return '' }
        const command = begun ? 'L' : 'M'
        begun = true
        return `${command}${px.toFixed(1)} ${py.toFixed(1)}`
      }).join('')
    }

    polyline(points, kind = '') {
      this.put('marks', 'path', { d: this.path(points), class: 'line ' + kind })
    }

    area(points, kind = '') {
      this.put('marks', 'path', { d: this.path(points) + 'z', class: 'area ' + kind })
    }

    // y = f(x) over the frame, or from one x to another.
    curve(f, kind, from = this.x.from, to = this.x.to) {
      const { at, back } = scale(this.x, this.wide)
      const a = at(from), b = at(to), count = Math.max(2, Math.ceil(this.wide / 3))
      this.polyline(Array.from({ length: count + 1 }, (all, i) => {
        const x = back(a + (b - a) * i / count)
        return [x, f(x)]
      }), kind)
    }

    dot(x, y, kind = '', r = 4) {
      const [cx, cy] = this.pixel([x, y])
      if (!Number.isFinite(cx + cy)) return
      this.put('marks', 'circle', { cx, cy, r, class: 'dot ' + kind })
    }

    // Dots that may reach over the frame, such as those that are ringed.
    ring(x, y, kind = '', r = 11) {
      const [cx, cy] = this.pixel([x, y])
      this.put('over', 'circle', { cx, cy, r, class: 'ring ' + kind })
    }

    // The line w1 x + w2 y + b = 0, and the side where that is positive.
    border([w1, w2, b]) {
      const length2 = w1 * w1 + w2 * w2
      const far = 3 * Math.max(this.x.to - this.x.from, this.y.to - this.y.from)
      const along = [-w2, w1].map(v => v / Math.sqrt(length2) * far)
      const across = [w1, w2].map(v => v / Math.sqrt(length2) * far)
      // The point of the line that is nearest to the frame's middle.
      const mx = (this.x.from + this.x.to) / 2, my = (this.y.from + this.y.to) / 2
      const off = (w1 * mx + w2 * my + b) / length2
      const x = mx - off * w1, y = my - off * w2
      const ends = [[x - along[0], y - along[1]], [x + along[0], y + along[1]]]
      const beyond = ends.map(([a, c]) => [a + across[0], c + across[1]]).reverse()
      return { ends, side: [...ends, ...beyond], exists: length2 > 0 }
    }

    borderLine(w, kind) {
      const { ends, exists } = this.border(w)
      if (exists) this.polyline(ends, kind)
    }

    borderSide(w, kind) {
      const { side, exists } = this.border(w)
      if (exists) this.area(side, kind)
    }

    arrow(from, to, kind = '') {
      const [ax, ay] = this.pixel(from), [bx, by] = this.pixel(to)
      const length = Math.hypot(bx - ax, by - ay)
      if (!(length > 0)) return
      const ux = (bx - ax) / length, uy = (by - ay) / length, head = 8
      const tip = [bx, by], foot = [bx - ux * head, by - uy * head]
      const side = s => [foot[0] - s * uy * head * 0.4, foot[1] + s * ux * head * 0.4]
      const point = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`
      this.put('marks', 'path', {
        d: `M${point([ax, ay])}L${point(foot)}`, class: 'line ' + kind
      })
      this.put('marks', 'path', {
        d: `M${point(tip)}L${point(side(1))}L${point(side(-1))}z`,
        class: 'tip ' + kind
      })
    }

    rect(x0, y0, x1, y1, kind = '') {
      const [ax, ay] = this.pixel([x0, y0]), [bx, by] = this.pixel([x1, y1])
      this.put('marks', 'rect', {
        x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax),
        height: Math.abs(by - ay), class: 'box ' + kind
      })
    }

    // Colours under the frame: columns × rows values from −1 to 1, that of
    // column i from the left and row j from below by value(i, j). They go
    // from the colour of −1 over the paper to that of 1.
    field(columns, rows, value) {
      if (!this.canvas) {
        this.canvas = document.createElement('canvas')
        this.canvas.setAttribute('aria-hidden', true)
        this.box.prepend(this.canvas)
      }
      const { canvas } = this
      Object.assign(canvas, { width: columns, height: rows })
      for (const [key, length] of Object.entries({
        left: this.left, top: this.top, width: this.wide, height: this.high
      })) canvas.style[key] = length + 'px'
      const [low, middle, high] = ['negative', 'paper', 'positive']
        .map(name => this.stage.colour(name))
      const context = canvas.getContext('2d')
      const image = context.createImageData(columns, rows)
      for (let j = 0, k = 0; j < rows; j++) {
        for (let i = 0; i < columns; i++, k += 4) {
          const v = value(i, rows - 1 - j), end = v < 0 ? low : high
          const part = Math.min(1, Math.abs(v))
          for (let b = 0; b < 3; b++) {
            image.data[k + b] = middle[b] + (end[b] - middle[b]) * part
          }
          image.data[k + 3] = 255
        }
      }
      context.putImageData(image, 0, 0)
      this.painted = true
    }

    // ---- letters --------------------------------------------------------

    measure(text) {
      return pen.measureText(text.replace(/\*/g, '')).width
    }

    // Where letters begin so that they stay in the picture; those in italics
    // lean a little out of their width.
    within(start, width) {
      return Math.max(1, Math.min(this.width - width - 1, start))
    }

    // Letters for which the layout has left room.
    fixedText(x, y, text, anchor) {
      const width = this.measure(text)
      const start = x - width * { start: 0, middle: 0.5, end: 1 }[anchor]
      this.texts.push({
        left: this.within(start, width), y, text, width, kind: '', fixed: true
      })
    }

    // A label at a place; dx and dy in pixels. It is moved up or down where
    // it would stand on another, and always stays in the picture.
    label(x, y, text, { kind = '', anchor = 'start', dx = 0, dy = 0 } = {}) {
      const [px, py] = this.pixel([x, y])
      if (!Number.isFinite(px + py)) return
      const width = this.measure(text)
      const start = px + dx - width * { start: 0, middle: 0.5, end: 1 }[anchor]
      this.texts.push({
        left: this.within(start, width),
        y: py + dy + this.font * 0.35, text, width, kind
      })
    }

    placeLabels() {
      const placed = []
      const { font, line } = this
      const fits = (one, y) => y - font >= 0 && y + font * 0.3 <= this.height &&
        placed.every(other => one.left + one.width + 3 < other.left ||
          other.left + other.width + 3 < one.left ||
          Math.abs(other.y - y) >= font * 1.1)
      for (const one of [...this.texts].sort((a, b) => !!b.fixed - !!a.fixed)) {
        const inside = Math.max(font, Math.min(this.height - font * 0.3, one.y))
        const tries = one.fixed ? [one.y] : [0, -0.5, 0.5, -1, 1, -1.5, 1.5, -2, 2, 3, -3]
          .map(lines => inside + lines * line)
        one.y = tries.find(y => fits(one, y)) || inside
        placed.push(one)
        this.put('labels', 'text',
          { x: one.left, y: one.y, class: one.kind }, one.text)
      }
    }

    // ---- handles --------------------------------------------------------

    // Something to drag; see handles.js.
    handle(key, options) {
      this.handles.put(key, options)
    }
  }

  // What stands between asterisks is in italics, between double ones bold.
  function write(element, text) {
    element.replaceChildren(...text.split(/(\*+[^*]+\*+)/).filter(part => part)
      .map(part => {
        if (part[0] !== '*') return part
        const bold = part[1] === '*'
        const span = make('tspan', bold ? { 'font-weight': 600 }
          : { 'font-style': 'italic' })
        span.textContent = part.replace(/\*/g, '')
        return span
      }))
    element.dataset.text = text
  }

  const pen = document.createElement('canvas').getContext('2d')

  Object.assign(liveFigures, { View, make, show })
})()
