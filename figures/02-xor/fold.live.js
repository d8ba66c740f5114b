// The plane of the inputs with the lines of two hidden neurons, and where
// these put the inputs. All numbers come from fold.live.c.
'use strict'
liveFigures.draw('02-xor/fold', (root, c, kit) => {
  const { make, words } = kit
  const size = 320
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  const view = `0 0 ${size} ${size}`
  const plane = make('svg', {
    viewBox: view, class: 'live-picture clipped'
  }, stage)
  const folded = make('svg', { viewBox: view, class: 'live-picture' }, stage)
  const controls = document.createElement('p')
  controls.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  root.append(stage, controls, state)

  const across = x => (x + 0.6) / 2.2 * size
  const down = y => size - across(y)
  const corners = [[0, 0], [1, 0], [0, 1], [1, 1]]
  const fires = row => row === 1 || row === 2
  const kind = row => 'dot ' + (fires(row) ? 'positive' : 'negative')

  for (const picture of [plane, folded]) {
    make('rect', { width: size, height: size, class: 'frame' }, picture)
  }
  const lines = [0, 1].map(j => make('line', {
    class: j ? 'line dashed' : 'line'
  }, plane))
  const names = [0, 1].map(j => {
    const text = make('text', { 'text-anchor': 'middle' }, plane)
    text.textContent = `h${'₁₂'[j]}`
    return text
  })
  corners.forEach(([x, y], row) => {
    make('circle', { r: 9, cx: across(x), cy: down(y), class: kind(row) },
      plane)
  })
  const landed = corners.map((corner, row) =>
    make('circle', { r: 9, class: kind(row) }, folded))
  make('text', { x: size - 8, y: size - 8, 'text-anchor': 'end' }, folded)
    .textContent = 'h₁'
  make('text', { x: 8, y: 18 }, folded).textContent = 'h₂'

  function drawLine(j) {
    const w1 = c.weight(j), w2 = c.weight(2 + j), b = c.weight(4 + j)
    const length2 = w1 * w1 + w2 * w2
    const x = -b * w1 / length2, y = -b * w2 / length2
    lines[j].setAttribute('x1', across(x - 3 * w2))
    lines[j].setAttribute('y1', down(y + 3 * w1))
    lines[j].setAttribute('x2', across(x + 3 * w2))
    lines[j].setAttribute('y2', down(y - 3 * w1))
    // The name stands on the side where it fires.
    names[j].setAttribute('x', across(x + 0.12 * w1 - 0.35 * w2))
    names[j].setAttribute('y', down(y + 0.12 * w2 + 0.35 * w1) + 5)
  }

  const draw = kit.onFrame(() => {
    c.set(...sliders.map(slider => Number(slider.value)))
    drawLine(0)
    drawLine(1)
    corners.forEach((corner, row) => {
      // Those that meet stand close beside each other.
      const near = (row - 1.5) * 0.055
      landed[row].setAttribute('cx', across(c.says(row, 0) + near))
      landed[row].setAttribute('cy', down(c.says(row, 1) + near))
    })
    state.textContent = words(c.separable() ? 'separable' : 'hopeless',
      { places: c.places() })
  })

  const range = { min: 0, max: 350, step: 5 }
  const bias = { min: -2, max: 2, step: 0.1 }
  const sliders = [
    kit.slider(controls, words('angle') + ' h₁', { ...range, value: 45 }, draw),
    kit.slider(controls, words('bias') + ' h₁', { ...bias, value: -0.5 }, draw),
    kit.slider(controls, words('angle') + ' h₂', { ...range, value: 45 }, draw),
    kit.slider(controls, words('bias') + ' h₂', { ...bias, value: -1.5 }, draw)
  ]
  draw()
})
