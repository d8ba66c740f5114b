// Figures that can be touched. A page has, for each, the static figure and
// beside it <div class="live" data-live="CHAPTER/NAME" hidden>. When it comes
// near the window, the figure's two scripts are loaded: its C as WebAssembly,
// and what draws it. Where that fails, the static figure stays.
'use strict'
const liveFigures = (function () {
  const base = document.currentScript.src.replace(/[^/]*$/, '')
  const modules = {}
  const drawers = {}

  // Words of the book's own, with numbers put in: "{k} of {n}".
  function words(element) {
    return (key, values = {}) => (element.dataset[key] || key).replace(/\{(\w+)\}/g,
      (all, name) => name in values ? values[name] : all)
  }

  const svg = 'http://www.w3.org/2000/svg'
  function make(name, attributes = {}, parent) {
    const element = document.createElementNS(svg, name)
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value)
    }
    if (parent) parent.append(element)
    return element
  }

  function button(parent, text, press) {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = text
    element.addEventListener('click', press)
    parent.append(element)
    return element
  }

  // A slider with its name and its value beside it.
  function slider(parent, text, range, change) {
    const label = document.createElement('label')
    const input = document.createElement('input')
    const shown = document.createElement('output')
    Object.assign(input, { type: 'range', ...range })
    const show = () => { shown.textContent = input.value }
    input.addEventListener('input', () => { show(); change() })
    label.append(text + ' ', input, ' ', shown)
    parent.append(label)
    show()
    return input
  }

  // Calls move(x, y), in the picture's measure, while a thing is dragged.
  function drag(picture, thing, move) {
    let held = false
    thing.addEventListener('pointerdown', event => {
      held = true
      thing.setPointerCapture(event.pointerId)
      event.preventDefault()
      thing.focus()
    })
    thing.addEventListener('pointermove', event => {
      if (!held) return
      const at = new DOMPoint(event.clientX, event.clientY)
        .matrixTransform(picture.getScreenCTM().inverse())
      move(at.x, at.y)
    })
    for (const end of ['pointerup', 'pointercancel']) {
      thing.addEventListener(end, () => { held = false })
    }
  }

  // Calls move(x, y) with 1 or -1 for the arrow keys, four times that with
  // Shift; y goes up.
  function arrows(thing, move) {
    const ways = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1],
      ArrowDown: [0, -1]
    }
    thing.addEventListener('keydown', event => {
      const way = ways[event.key]
      if (!way) return
      const far = event.shiftKey ? 4 : 1
      move(far * way[0], far * way[1])
      event.preventDefault()
    })
  }

  // Calls draw once before the next picture is shown, however often it is
  // asked for until then.
  function onFrame(draw) {
    let waiting = false
    return () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => { waiting = false; draw() })
    }
  }

  // The C of a figure. What it calls of a system is files and the exit,
  // which it never uses here.
  async function start(bytes) {
    const nothing = new Proxy({}, { get: () => () => 0 })
    const imports = { wasi_snapshot_preview1: nothing }
    const { instance } = await WebAssembly.instantiate(bytes, imports)
    const c = instance.exports
    if (c._initialize) c._initialize()
    return c
  }

  // `count` doubles of C's memory from an address.
  function doubles(c, address, count) {
    return new Float64Array(c.memory.buffer, address, count)
  }

  async function begin(element) {
    const name = element.dataset.live
    const bytes = Uint8Array.from(atob(modules[name]), x => x.charCodeAt(0))
    const c = await start(bytes)
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    element.hidden = false
    element.parentElement.classList.add('is-live')
    drawers[name](element, c, {
      words: words(element), make, button, slider, drag, arrows, onFrame,
      still,
      doubles: (address, count) => doubles(c, address, count)
    })
  }

  // The stage, once, and the figure's own scripts.
  const loaded = new Set()
  function load(element) {
    const { live, uses } = element.dataset
    const names = ['view', 'handles', 'stage', ...uses ? [uses] : [],
      live + '.wasm', live].map(name => name + '.js')
    for (const name of names) {
      if (loaded.has(name)) continue
      loaded.add(name)
      const script = document.createElement('script')
      script.src = base + name
      script.async = false // in this order
      document.head.append(script)
    }
  }

  function ready(name) {
    if (!modules[name] || !drawers[name]) return
    for (const element of document.querySelectorAll('.live')) {
      if (element.dataset.live === name) begin(element).catch(console.error)
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    const near = new IntersectionObserver(entries => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue
        near.unobserve(entry.target)
        load(entry.target.querySelector('.live'))
      }
    }, { rootMargin: '600px' })
    for (const element of document.querySelectorAll('.live')) {
      near.observe(element.parentElement)
    }
  })

  return {
    module(name, text) { modules[name] = text; ready(name) },
    draw(name, drawer) { drawers[name] = drawer; ready(name) },
    // A figure on the stage: write(c, stage) gets its C and a Stage.
    figure(name, write) {
      drawers[name] = (element, c) => {
        const stage = new liveFigures.Stage(element, words(element))
        stage.doubles = (address, count) => doubles(c, address, count)
        write(c, stage)
      }
      ready(name)
    }
  }
})()
