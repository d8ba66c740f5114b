// A walk over a bowl, from a start that can be dragged, for live figures of
// several chapters. The C has run(w1, w2, ...sliders), which returns the
// number of steps, and path(), the places: w1, w2, w1, w2, ...
//   options: curvature, reach [across, down], start, sliders: [[key, least,
//   most, step, value], ...], angle(values) in radians, values(c, numbers)
'use strict'
liveFigures.bowl = function (root, c, kit, options) {
  const { make, words } = kit
  const width = 640
  const [across, down] = options.reach
  const height = width * down / across
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  const picture = make('svg', {
    viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`,
    class: 'live-picture clipped'
  }, stage)
  const controls = document.createElement('p')
  controls.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  root.append(stage, controls, state)

  const scale = width / 2 / across
  const levels = make('g', { class: 'levels' }, picture)
  for (let i = 1; i <= 8; i++) {
    const radius = across * i / 6
    make('ellipse', {
      rx: radius * scale,
      ry: radius * scale / Math.sqrt(options.curvature)
    }, levels)
  }
  make('path', { d: 'M-6-6L6 6M-6 6L6-6', class: 'line' }, picture)
  const walk = make('polyline', { class: 'walk' }, picture)
  const steps = make('g', { class: 'marks' }, picture)
  const handle = make('circle', {
    r: 9, class: 'dot positive', tabindex: 0, role: 'img'
  }, picture)

  let start = options.start
  const inside = (x, most) => Math.max(-most, Math.min(most, x))

  const draw = kit.onFrame(() => {
    const numbers = sliders.map(slider => Number(slider.value))
    const count = c.run(start[0], start[1], ...numbers)
    const path = kit.doubles(c.path(), 2 * (count + 1))
    const angle = options.angle ? options.angle(numbers) : 0
    levels.setAttribute('transform', `rotate(${-angle * 180 / Math.PI})`)
    const points = []
    for (let k = 0; k <= count; k++) {
      // Far outside it is enough to see the direction.
      points.push([inside(path[2 * k], 50) * scale,
        -inside(path[2 * k + 1], 50) * scale])
    }
    walk.setAttribute('points', points.map(p => p.join(',')).join(' '))
    steps.replaceChildren()
    for (const [x, y] of points.slice(1)) make('circle', { r: 2.5, cx: x, cy: y }, steps)
    handle.setAttribute('cx', start[0] * scale)
    handle.setAttribute('cy', -start[1] * scale)
    handle.setAttribute('aria-label', words('start', {
      place: start.map(x => x.toFixed(1)).join(', ')
    }))
    const end = path.slice(2 * count)
    const left = Math.hypot(...end), from = Math.hypot(...start)
    state.textContent = words(left > from ? 'away' : 'walked', {
      steps: count, left: left.toPrecision(3), from: from.toFixed(2),
      ...options.values(numbers)
    })
  })

  const sliders = options.sliders.map(([key, min, max, step, value]) =>
    kit.slider(controls, words(key), { min, max, step, value }, draw))

  function moveTo(x, y) {
    start = [inside(x, across * 0.97), inside(y, down * 0.97)]
    draw()
  }
  kit.drag(picture, handle, (x, y) => moveTo(x / scale, -y / scale))
  kit.arrows(handle, (x, y) => {
    moveTo(start[0] + x * across / 40, start[1] + y * across / 40)
  })
  draw()
}
