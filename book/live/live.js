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
      words: words(element), make, button, onFrame, still,
      doubles: (address, count) => doubles(c, address, count)
    })
  }

  function load(element) {
    for (const kind of ['.wasm.js', '.js']) {
      const script = document.createElement('script')
      script.src = base + element.dataset.live + kind
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
    draw(name, drawer) { drawers[name] = drawer; ready(name) }
  }
})()
