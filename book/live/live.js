// Figures that can be touched. A page has, for each, the static figure and
// beside it <div class="live" data-live="CHAPTER/NAME" hidden>. When it comes
// near the window, the stage is loaded and the figure's two scripts: its C as
// WebAssembly, and what draws it. Where that fails, the static figure stays.
'use strict'
const liveFigures = (function () {
  const base = document.currentScript.src.replace(/[^/]*$/, '')
  const modules = {}
  const figures = {}

  // Words of the book's own, with numbers put in: "{k} of {n}".
  function words(element) {
    return (key, values = {}) => (element.dataset[key] || key).replace(/\{(\w+)\}/g,
      (all, name) => name in values ? values[name] : all)
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

  // The stage of a figure, and its C.
  async function begin(element) {
    const name = element.dataset.live
    const bytes = Uint8Array.from(atob(modules[name]), x => x.charCodeAt(0))
    const c = await start(bytes)
    element.hidden = false
    element.parentElement.classList.add('is-live')
    const stage = new liveFigures.Stage(element, words(element))
    stage.doubles = (address, count) =>
      new Float64Array(c.memory.buffer, address, count)
    figures[name](c, stage)
  }

  // The stage, once, and the figure's own scripts.
  const loaded = new Set()
  function load(element) {
    const { live } = element.dataset
    const names = ['view', 'handles', 'stage', live + '.wasm', live]
      .map(name => name + '.js')
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
    if (!modules[name] || !figures[name]) return
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
    // A figure on the stage: write(c, stage) gets its C and a Stage.
    figure(name, write) { figures[name] = write; ready(name) }
  }
})()
