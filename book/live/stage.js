// The stage of a live figure: its views, its controls, its words, and the
// state from which all of it is drawn. It opens on the picture that the
// caption describes, and says when it shows another. README.md says how a
// figure is written.
'use strict'
;(function () {
  const copy = state => JSON.parse(JSON.stringify(state))
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

  function element(name, parent, className, text) {
    const made = document.createElement(name)
    if (className) made.className = className
    if (text !== undefined) made.textContent = text
    if (parent) parent.append(made)
    return made
  }

  class Stage {
    // `words(key, values)` are the figure's words.
    constructor(root, words) {
      this.root = root
      this.words = words
      this.still = matchMedia('(prefers-reduced-motion: reduce)')
      this.views = []
      this.refresh = [] // called after each drawing, with the state
      this.running = null
      root.classList.add('stage')
      this.pictures = element('div', root, 'stage-views')
      this.buttons = element('div', root, 'stage-buttons')
      this.sliders = element('div', root, 'stage-sliders')
      this.status = element('p', root, 'stage-words')
      this.status.setAttribute('role', 'status')
      this.watch()
    }

    // A drawing waits for fonts, follows the theme, and knows whether it is in sight.
    watch() {
      document.fonts.ready.then(() => this.draw())
      new MutationObserver(() => this.draw()).observe(document.documentElement,
        { attributes: true, attributeFilter: ['data-theme'] })
      matchMedia('(prefers-color-scheme: dark)')
        .addEventListener('change', () => this.draw())
      // What comes and goes quickly is told at once: the last is what is so now.
      new IntersectionObserver(entries => {
        const { isIntersecting } = entries[entries.length - 1]
        if (isIntersecting && !this.seen) this.root.classList.add('fresh')
        this.seen = isIntersecting
        if (this.onSight) this.onSight(isIntersecting)
      }, { threshold: 0.5 }).observe(this.pictures)
    }

    // The first touch ends the pulse of the handles.
    touched() {
      this.root.classList.remove('fresh')
      this.root.classList.add('known')
    }

    // The red, green and blue of a colour of the palette.
    colour(name) {
      this.probe = this.probe || element('span', this.root)
      this.probe.style.color = `var(--${name})`
      const rgb = getComputedStyle(this.probe).color.match(/[\d.]+/g)
      this.probe.style.color = ''
      return rgb.slice(0, 3).map(Number)
    }

    view(options = {}) {
      const view = new liveFigures.View(this.pictures, options, this)
      this.views.push(view)
      return view
    }

    // ---- the state --------------------------------------------------------

    // Opens the figure. caption: the state that the caption describes;
    // prepare(state): brings the C to a state, before anything is drawn;
    // draw(state, pointed): draws the views and returns the words.
    open({ caption, prepare = () => {}, draw }) {
      this.prepare = prepare
      this.drawViews = draw
      this.state = { ...caption }
      this.settle()
      this.caption = copy(this.state)
      this.addReset()
      this.draw()
    }

    set(changes) {
      this.state = { ...this.state, ...changes }
      this.settle()
      this.draw()
    }

    settle() {
      this.prepare(this.state)
      if (!this.run) return
      const { key, last } = this.run
      this.state[key] = Math.max(0, Math.min(last(this.state), this.state[key]))
    }

    // What of a run the reader points at, in whichever view.
    point(what) {
      if (what === this.pointed) return
      this.pointed = what
      this.draw()
    }

    // Draws before the browser shows its next picture, however often it is
    // asked for until then.
    draw() {
      if (this.waiting || !this.state) return
      this.waiting = true
      requestAnimationFrame(() => {
        this.waiting = false
        this.drawNow()
      })
    }

    drawNow() {
      for (const view of this.views) view.begin()
      const words = this.drawViews(this.state, this.pointed)
      for (const view of this.views) view.end()
      if (this.status.textContent !== words) this.status.textContent = words
      for (const refresh of this.refresh) refresh(this.state)
    }

    addReset() {
      const box = element('div', this.buttons, 'stage-caption')
      const note = element('span', box, 'stage-note')
      const reset = this.makeButton(box, 'again', () => {
        this.stop()
        this.state = copy(this.caption)
        this.settle()
        this.draw()
      })
      this.refresh.push(state => {
        const changed = !same(state, this.caption)
        this.root.dataset.state = changed ? 'changed' : 'same'
        note.textContent = this.words(changed ? 'changed' : 'same')
        disable(reset, !changed)
      })
    }

    // ---- controls ---------------------------------------------------------

    makeButton(parent, key, press) {
      const button = element('button', parent, '', this.words(key))
      button.type = 'button'
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') press(this.state)
      })
      return button
    }

    // A button with the words of that key. press(state) may call set().
    button(key, press) {
      return this.makeButton(this.buttons, key, press)
    }

    // Steps through a run: state[key] goes from 0 to last(state). After the
    // end the next step is the first.
    player(key, { last, every = 400, buttons = ['back', 'step', 'play', 'end'] }) {
      this.run = { key, last }
      const go = to => { this.stop(); this.set({ [key]: to }) }
      const at = () => this.state[key]
      const pace = () => typeof every === 'function' ? every(last(this.state)) : every
      const presses = {
        back: () => go(at() - 1),
        step: () => go(at() >= last(this.state) ? 1 : at() + 1),
        end: () => go(last(this.state)),
        play: () => {
          if (this.running) { this.stop(); return }
          if (at() >= last(this.state)) this.set({ [key]: 0 })
          this.loop(() => {
            this.set({ [key]: at() + 1 })
            return at() < last(this.state)
          }, { every: pace() })
        }
      }
      const made = Object.fromEntries(buttons.map(name =>
        [name, this.button(name, presses[name])]))
      this.refresh.push(state => {
        if (made.back) disable(made.back, state[key] <= 0)
        const atEnd = state[key] >= last(state)
        if (made.end) disable(made.end, atEnd)
        if (made.play) {
          disable(made.play, atEnd && this.still.matches)
          made.play.textContent = this.words(this.running ? 'pause' : 'play')
        }
      })
    }

    // A slider for state[key]. least, most, step; log: even steps are equal
    // factors, and step is the number of them for a factor of ten; marks:
    // [value, label] under the line; show(value): how the value is written.
    slider(key, options) {
      const { least, most, step, log, marks = [], name = this.words(key),
        show = liveFigures.show } = options
      const inward = log ? Math.log10 : x => x
      const outward = log ? x => Number((10 ** x).toPrecision(3)) : x => x
      const box = element('label', this.sliders, 'stage-slider')
      element('span', box, 'stage-name', name)
      const track = element('span', box, 'stage-track')
      const input = element('input', track)
      Object.assign(input, {
        type: 'range', min: inward(least), max: inward(most),
        step: log ? 1 / step : step
      })
      const output = element('output', track)
      const at = value => (inward(value) - inward(least)) / (inward(most) - inward(least))
      const set = value => {
        this.touched()
        this.stop()
        this.set({ [key]: value })
      }
      input.addEventListener('input', () => {
        const value = outward(Number(input.value))
        // The step that is nearest to a mark is the mark.
        const near = marks.find(([mark]) =>
          Math.abs(inward(mark) - Number(input.value)) < Number(input.step) * 0.499)
        set(near ? near[0] : value)
      })
      const labels = marks.map(([value, text]) => {
        const mark = element('span', track, 'stage-mark')
        mark.style.setProperty('--at', at(value))
        const label = element('span', mark, '', text)
        label.addEventListener('click', event => {
          event.preventDefault()
          set(value)
        })
        return label
      })
      new ResizeObserver(() => spread(track, labels)).observe(track)
      this.refresh.push(state => {
        const value = state[key]
        input.value = inward(value)
        input.setAttribute('aria-valuetext', show(value))
        output.textContent = show(value)
        output.style.setProperty('--at', at(value))
      })
      return input
    }

    // One of several: options are [value, text].
    choice(key, { name = this.words(key), options }) {
      const box = element('fieldset', this.sliders, 'stage-choice')
      element('legend', box, 'stage-name', name)
      const inputs = options.map(([value, text]) => {
        const label = element('label', box)
        const input = element('input', label)
        Object.assign(input, { type: 'radio', name: `${this.root.dataset.live}-${key}` })
        element('span', label, '', text)
        input.addEventListener('change', () => {
          this.stop()
          this.set({ [key]: value })
        })
        return [value, input]
      })
      this.refresh.push(state => {
        for (const [value, input] of inputs) input.checked = state[key] === value
      })
    }

    // The numbered list of the figure's text, to be lit while its steps are
    // gone through: light(item, numbers) from `draw`, items from 0.
    steps() {
      const text = this.root.closest('figure').nextElementSibling
      const list = text.querySelector('ol')
      list.className = 'stage-steps'
      const numbers = element('p', null, 'stage-numbers')
      this.buttons.after(list, numbers)
      return {
        light(item, shown = '') {
          for (const [i, one] of [...list.children].entries()) {
            one.classList.toggle('lit', i === item)
          }
          numbers.textContent = shown
        }
      }
    }

    // ---- motion -----------------------------------------------------------

    // Calls advance() every so many milliseconds until it returns false or
    // stop() is called. Where no motion is wanted it is called `atOnce` times
    // at most, and only the end is drawn.
    loop(advance, { every = 0, atOnce = 5000 } = {}) {
      this.stop()
      this.touched()
      if (this.still.matches) {
        for (let i = 0; i < atOnce && advance(); i++);
        this.draw()
        return
      }
      let last = performance.now()
      const frame = now => {
        if (now - last >= every) {
          last = now
          if (!advance()) this.stop()
          if (!this.running) return
        }
        this.running = requestAnimationFrame(frame)
      }
      this.running = requestAnimationFrame(frame)
      this.draw()
    }

    stop() {
      cancelAnimationFrame(this.running)
      this.running = null
      this.draw()
    }
  }

  // It keeps the focus, so that a keyboard does not lose its place.
  function disable(button, yes) {
    button.setAttribute('aria-disabled', yes)
  }

  // Gives marks that would stand on each other rows of their own.
  function spread(track, labels) {
    const ends = []
    for (const label of labels) label.style.top = '0'
    const boxes = labels.map(label => [label, label.getBoundingClientRect()])
      .sort(([, a], [, b]) => a.left - b.left)
    let rows = labels.length ? 1 : 0
    for (const [label, box] of boxes) {
      let row = ends.findIndex(end => end + 6 <= box.left)
      if (row < 0) row = ends.length
      ends[row] = box.right
      label.style.top = `${row * 1.2}em`
      rows = Math.max(rows, row + 1)
    }
    track.style.setProperty('--rows', rows)
  }

  liveFigures.Stage = Stage
})()
