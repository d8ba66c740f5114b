// Things of a picture that can be dragged, by mouse, touch and arrow keys.
// Each is a dot with a larger ring around it that takes the pointer; of
// several rings under it the nearest one's dot is meant.
'use strict'
;(function () {
  const ways = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]
  }

  liveFigures.handles = view => {
    const { make } = liveFigures
    const { svg } = view
    const layer = make('g', { class: 'handles' }, svg)
    const known = new Map()
    let held = null
    // A finger needs more room than a mouse.
    const reach = matchMedia('(pointer: coarse)').matches ? 22 : 14

    function add(key) {
      const group = make('g', { class: 'handle', tabindex: 0, role: 'slider' }, layer)
      const parts = Object.fromEntries(['hit', 'pulse', 'focus', 'thing']
        .map(name => [name, make('circle', { class: name }, group)]))
      const handle = { key, group, ...parts }
      group.addEventListener('keydown', event => press(handle, event))
      group.addEventListener('focus', () => view.stage.point(handle.options.point))
      group.addEventListener('blur', () => {
        group.classList.remove('by-pointer')
        view.stage.point(undefined)
      })
      known.set(key, handle)
      return handle
    }

    function place(handle) {
      const { group, options } = handle
      const [cx, cy] = view.pixel([options.x, options.y])
      const r = options.r || 7
      Object.assign(handle, { cx, cy, reach: Math.max(reach, r + 4) })
      const circles = { hit: handle.reach, pulse: r, focus: r + 5, thing: r }
      for (const [name, radius] of Object.entries(circles)) {
        for (const [at, value] of Object.entries({ cx, cy, r: radius })) {
          const text = String(Math.round(value * 100) / 100)
          if (handle[name].getAttribute(at) !== text) {
            handle[name].setAttribute(at, text)
          }
        }
      }
      handle.thing.setAttribute('class', 'thing dot ' + (options.kind || ''))
      const { x, y, now = x, least = view.x ? view.x.from : 0,
        most = view.x ? view.x.to : view.width } = options
      const attributes = {
        'aria-label': options.label, 'aria-valuenow': now,
        'aria-valuemin': Math.min(least, now), 'aria-valuemax': Math.max(most, now),
        'aria-valuetext': options.value ||
          `${liveFigures.show(x, 2)}, ${liveFigures.show(y, 2)}`
      }
      for (const [name, value] of Object.entries(attributes)) {
        group.setAttribute(name, value)
      }
    }

    // Of a group of handles Tab reaches one; Home, End and the page keys go
    // from one to another.
    function tabStops() {
      const groups = new Map()
      for (const handle of known.values()) {
        const { group } = handle.options
        if (!group) continue
        groups.set(group, [...groups.get(group) || [], handle])
      }
      for (const all of groups.values()) {
        const chosen = all.find(one => one.group === document.activeElement) ||
          all.find(one => one.stop) || all[0]
        for (const one of all) {
          one.stop = one === chosen
          one.group.setAttribute('tabindex', one.stop ? 0 : -1)
        }
      }
    }

    function go(handle, key) {
      const all = [...known.values()]
        .filter(one => one.options.group === handle.options.group)
      const i = all.indexOf(handle)
      const next = all[{ Home: 0, End: all.length - 1, PageDown: i + 1,
        PageUp: i - 1 }[key]]
      if (!next) return
      next.group.setAttribute('tabindex', 0)
      next.group.focus()
      tabStops()
    }

    function press(handle, event) {
      const { group, options } = handle
      group.classList.remove('by-pointer')
      const way = ways[event.key]
      if (way) {
        view.stage.touched()
        const far = event.shiftKey ? 4 : 1
        const [dx, dy] = way.map(v => v * far)
        const step = options.step || (view.x ? (view.x.to - view.x.from) / 40 : 8)
        if (options.keys) options.keys(dx, dy)
        else options.move(options.x + dx * step, options.y + dy * step)
      } else if (options.group && /^(Home|End|Page(Up|Down))$/.test(event.key)) {
        go(handle, event.key)
      } else if (options.press && (event.key === 'Enter' || event.key === ' ')) {
        options.press()
      } else {
        return
      }
      event.preventDefault()
    }

    function pixelOf(event) {
      const box = svg.getBoundingClientRect()
      return [(event.clientX - box.left) * view.width / box.width,
        (event.clientY - box.top) * view.height / box.height]
    }

    svg.addEventListener('pointerdown', event => {
      if (event.button) return
      const [px, py] = pixelOf(event)
      const distance = one => Math.hypot(one.cx - px, one.cy - py)
      const near = [...known.values()].filter(one => distance(one) <= one.reach)
        .sort((a, b) => distance(a) - distance(b))[0]
      if (!near) { hover(event); return }
      held = { handle: near, dx: near.cx - px, dy: near.cy - py }
      svg.setPointerCapture(event.pointerId)
      event.preventDefault()
      near.group.classList.add('by-pointer')
      near.group.focus({ preventScroll: true })
      tabStops()
      view.stage.touched()
    })
    svg.addEventListener('pointermove', event => {
      if (!held) {
        if (event.pointerType !== 'touch') hover(event)
        return
      }
      const [px, py] = pixelOf(event)
      held.handle.options.move(...view.back(px + held.dx, py + held.dy))
    })
    for (const end of ['pointerup', 'pointercancel']) {
      svg.addEventListener(end, () => { held = null })
    }
    svg.addEventListener('pointerleave', () => {
      if (!held) view.stage.point(undefined)
    })

    // What of the run is under the pointer, for all views.
    function hover(event) {
      if (!view.options.hover) return
      const [px, py] = pixelOf(event)
      const inside = px >= view.left && px <= view.left + view.wide &&
        py >= view.top && py <= view.top + view.high
      view.stage.point(inside ? view.options.hover(...view.back(px, py)) : undefined)
    }

    const used = new Set()
    return {
      begin() { used.clear() },
      put(key, options) {
        used.add(key)
        const handle = known.get(key) || add(key)
        handle.options = options
        place(handle)
      },
      end() {
        for (const [key, { group }] of known) {
          if (used.has(key)) continue
          group.remove()
          known.delete(key)
        }
        tabStops()
        if (known.size) {
          svg.setAttribute('role', 'group')
          svg.setAttribute('aria-label', view.stage.words(view.options.name || 'picture'))
          svg.removeAttribute('aria-hidden')
        } else {
          svg.setAttribute('aria-hidden', true)
        }
      }
    }
  }
})()
