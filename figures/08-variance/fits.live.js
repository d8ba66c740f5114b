// Samples to draw, the fits to them, their mean, and bias² and variance of
// all so far. All numbers come from fits.live.c.
'use strict'
liveFigures.draw('08-variance/fits', (root, c, kit) => {
  const { make, words } = kit
  const width = 640, height = 300, reach = 2.2, shown = 40
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  const picture = make('svg', {
    viewBox: `0 0 ${width} ${height}`, class: 'live-picture clipped'
  }, stage)
  const controls = document.createElement('p')
  controls.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  const bars = make('svg', {
    viewBox: `0 0 ${width} 34`, class: 'live-picture', 'aria-hidden': true
  })
  root.append(stage, bars, controls, state)

  const across = x => x * width
  const down = y => height / 2 - y / reach * height / 2
  const curve = f => Array.from({ length: c.points() },
    (all, i) => `${across(c.place(i)).toFixed(1)},${down(f(i)).toFixed(1)}`)
    .join(' ')

  const fits = make('g', { class: 'fits' }, picture)
  const dots = make('g', { class: 'examples' }, picture)
  make('polyline', { points: curve(c.truth), class: 'line dashed' }, picture)
  const mean = make('polyline', { class: 'mean' }, picture)
  const bias = make('rect', { x: 0, y: 4, height: 14, class: 'bias' }, bars)
  const variance = make('rect', { y: 4, height: 14, class: 'variance' }, bars)
  const biasName = make('text', { x: 0, y: 31 }, bars)
  const varianceName = make('text', { y: 31 }, bars)
  biasName.textContent = words('bias')
  varianceName.textContent = words('variance')

  let count = 0, running = 0

  function draw() {
    mean.setAttribute('points', count ? curve(c.mean) : '')
    const b = count ? c.bias2() : 0, v = count ? c.variance() : 0
    // As long as fits: errors below 0.3 fill the width.
    const scale = width / Math.max(0.3, b + v)
    bias.setAttribute('width', b * scale)
    variance.setAttribute('x', b * scale)
    variance.setAttribute('width', v * scale)
    varianceName.setAttribute('x', Math.min(width - 90,
      Math.max(70, b * scale)))
    state.textContent = words(count ? 'fitted' : 'none', {
      count, degree: degree.value, bias: b.toFixed(4),
      variance: v.toFixed(4), error: (b + v).toFixed(4)
    })
  }

  function add() {
    c.draw()
    count++
    make('polyline', { points: curve(c.fit) }, fits)
    if (fits.childElementCount > shown) fits.firstChild.remove()
  }

  function showExamples() {
    dots.replaceChildren()
    for (let i = 0; i < c.examples(); i++) {
      make('circle', { r: 3.5, cx: across(c.x(i)), cy: down(c.t(i)) }, dots)
    }
  }

  function stop() {
    cancelAnimationFrame(running)
    running = 0
  }

  function again() {
    stop()
    c.begin(Number(degree.value))
    count = 0
    fits.replaceChildren()
    dots.replaceChildren()
    draw()
  }

  // A hundred samples, one for each picture.
  function many() {
    stop()
    let left = 100
    const go = () => {
      const now = kit.still.matches ? left : 1
      for (let i = 0; i < now; i++) add()
      left -= now
      showExamples()
      draw()
      running = left > 0 ? requestAnimationFrame(go) : 0
    }
    go()
  }

  kit.button(controls, words('one'), () => {
    stop()
    add()
    showExamples()
    draw()
  })
  kit.button(controls, words('many'), many)
  const degree = kit.slider(controls, words('degree'),
    { min: 0, max: 15, step: 1, value: 3 }, again)
  again()
})
