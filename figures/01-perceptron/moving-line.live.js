// The perceptron's line over points that can be dragged, update by update,
// and Novikoff's squeeze. All numbers come from moving-line.live.c.
'use strict'
liveFigures.draw('01-perceptron/moving-line', (root, c, kit) => {
  const { make, words } = kit
  const size = 330, edge = 30
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  root.append(stage)
  const view = `${-edge} -6 ${size + edge + 8} ${size + edge + 6}`
  const picture = make('svg', { viewBox: view, class: 'live-picture' }, stage)
  const controls = document.createElement('p')
  controls.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  root.append(controls, state)

  // From the points' square to the picture and back.
  const across = x => (x + 1.05) / 2.1 * size
  const down = y => size - across(y)
  const back = place => place / size * 2.1 - 1.05

  // ---- the points and the line ------------------------------------------

  make('rect', { x: 0, y: 0, width: size, height: size, class: 'frame' },
    picture)
  const clip = make('clipPath', { id: 'live-moving-line-clip' }, picture)
  make('rect', { x: 0, y: 0, width: size, height: size }, clip)
  const line = make('line', {
    class: 'line', 'clip-path': 'url(#live-moving-line-clip)'
  }, picture)
  const culprit = make('circle', { r: 11, class: 'culprit' }, picture)
  let dots = []
  let updates = 0, k = 0, playing = 0

  function placeDot(i) {
    dots[i].setAttribute('cx', across(c.x(i, 0)))
    dots[i].setAttribute('cy', down(c.x(i, 1)))
    const place = `${c.x(i, 0).toFixed(2)}, ${c.x(i, 1).toFixed(2)}`
    dots[i].setAttribute('aria-label', words(c.y(i) > 0 ? 'filled' : 'open',
      { place }))
  }

  function moveDot(i, x, y) {
    const inside = v => Math.max(-1, Math.min(1, v))
    c.move(i, inside(x), inside(y))
    placeDot(i)
    retrain()
  }

  function listen(dot, i) {
    kit.drag(picture, dot, (x, y) => moveDot(i, back(x), -back(y)))
    kit.arrows(dot, (x, y) => {
      moveDot(i, c.x(i, 0) + x * 0.05, c.x(i, 1) + y * 0.05)
    })
    dot.addEventListener('keydown', event => {
      // Among the points, Home and End, Page up and down go on.
      const to = { Home: 0, End: dots.length - 1, PageDown: i + 1,
        PageUp: i - 1 }[event.key]
      if (to === undefined || !dots[to]) return
      dots[i].setAttribute('tabindex', -1)
      dots[to].setAttribute('tabindex', 0)
      dots[to].focus()
      event.preventDefault()
    })
  }

  function makeDots() {
    for (const dot of dots) dot.remove()
    dots = []
    for (let i = 0; i < c.count(); i++) {
      const dot = make('circle', {
        r: 6, class: c.y(i) > 0 ? 'dot positive' : 'dot negative',
        tabindex: i ? -1 : 0, role: 'img'
      }, picture)
      dots.push(dot)
      placeDot(i)
      listen(dot, i)
    }
  }

  // The line w1 x + w2 y + b = 0, far beyond the square.
  function drawLine() {
    const [w1, w2, b] = [0, 1, 2].map(i => c.weight(k, i))
    const length2 = w1 * w1 + w2 * w2
    line.setAttribute('visibility', length2 ? 'visible' : 'hidden')
    if (!length2) return
    const x = -b * w1 / length2, y = -b * w2 / length2
    const far = 4 / Math.sqrt(length2)
    line.setAttribute('x1', across(x - far * w2))
    line.setAttribute('y1', down(y + far * w1))
    line.setAttribute('x2', across(x + far * w2))
    line.setAttribute('y2', down(y - far * w1))
  }

  // ---- the squeeze ------------------------------------------------------

  const plot = make('svg', { viewBox: view, class: 'live-picture' }, stage)
  plot.setAttribute('aria-hidden', true) // its numbers are in the status
  make('rect', { x: 0, y: 0, width: size, height: size, class: 'frame' },
    plot)
  const ceiling = make('line', { class: 'bound' }, plot)
  const floor = make('polyline', { class: 'bound dashed' }, plot)
  const path = make('polyline', { class: 'weight' }, plot)
  const now = make('circle', { r: 5, class: 'weight-dot' }, plot)
  const name = (x, y, anchor, text) => {
    make('text', { x, y, 'text-anchor': anchor }, plot).textContent = text
  }
  name(size / 2, size + 22, 'middle', 'k')
  name(-4, 12, 'end', '‖w‖²')
  const last = make('text', {
    x: size, y: size + 22, 'text-anchor': 'end'
  }, plot)

  function drawSqueeze() {
    const most = Math.max(updates, 4)
    const top = Math.max(most * c.radius2() * 0.75, c.length2(updates) * 1.05)
    const px = j => j / most * size
    const py = v => size - Math.min(v, top) / top * size
    const curve = f => Array.from({ length: most + 1 },
      (all, j) => `${px(j)},${py(f(j))}`).join(' ')
    const gamma = c.settled() ? c.gamma() : 0
    const reach = top / c.radius2()
    ceiling.setAttribute('x1', 0)
    ceiling.setAttribute('y1', size)
    ceiling.setAttribute('x2', px(Math.min(most, reach)))
    ceiling.setAttribute('y2', py(Math.min(most, reach) * c.radius2()))
    floor.setAttribute('points', curve(j => j * j * gamma * gamma))
    path.setAttribute('points', Array.from({ length: k + 1 },
      (all, j) => `${px(j)},${py(c.length2(j))}`).join(' '))
    now.setAttribute('cx', px(k))
    now.setAttribute('cy', py(c.length2(k)))
    last.textContent = most
  }

  // ---- together ---------------------------------------------------------

  const draw = kit.onFrame(() => {
    drawLine()
    drawSqueeze()
    const cause = k ? c.cause(k) : -1
    culprit.setAttribute('visibility', k ? 'visible' : 'hidden')
    if (k) {
      culprit.setAttribute('cx', across(c.x(cause, 0)))
      culprit.setAttribute('cy', down(c.x(cause, 1)))
    }
    const values = {
      k, n: updates, right: c.right(k), count: c.count(),
      length: c.length2(k).toFixed(2)
    }
    state.textContent = words(!c.settled() ? 'endless'
      : k < updates ? 'moving' : 'rest', values)
    step.disabled = k >= updates
  })

  function retrain() {
    updates = c.train()
    k = Math.min(k, updates)
    draw()
  }

  function stop() {
    clearInterval(playing)
    playing = 0
    play.textContent = words('play')
  }

  function advance() {
    if (k < updates) k++
    if (k >= updates) stop()
    draw()
  }

  const step = kit.button(controls, words('step'), () => { stop(); advance() })
  const play = kit.button(controls, words('play'), () => {
    if (playing) { stop(); return }
    if (k >= updates) k = 0
    if (kit.still.matches) { k = updates; draw(); return }
    play.textContent = words('pause')
    playing = setInterval(advance, Math.max(40, Math.min(500, 6000 / updates)))
    draw()
  })
  kit.button(controls, words('again'), () => {
    stop()
    c.start()
    makeDots()
    k = 0
    retrain()
  })

  c.start()
  makeDots()
  retrain()
})
