// A ball to let go on a curve of two valleys. All numbers come from
// wells.live.c.
'use strict'
liveFigures.draw('06-momentum/wells', (root, c, kit) => {
  const { make, words } = kit
  const width = 640, height = 320, reach = 2.1, top = 2.3, bottom = -0.5
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  const picture = make('svg', {
    viewBox: `0 -10 ${width} ${height + 16}`, class: 'live-picture'
  }, stage)
  const controls = document.createElement('p')
  controls.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  root.append(stage, controls, state)

  const across = w => (w + reach) / (2 * reach) * width
  const down = h => (top - h) / (top - bottom) * height
  const inside = (x, least, most) => Math.max(least, Math.min(most, x))

  const curve = []
  for (let i = 0; i <= 200; i++) {
    const w = -reach + 2 * reach * i / 200
    curve.push(`${across(w)},${down(c.height(w))}`)
  }
  make('polyline', { points: curve.join(' '), class: 'line open' }, picture)
  const marks = make('g', { class: 'marks' }, picture)
  const ball = make('circle', {
    r: 9, class: 'dot positive', tabindex: 0, role: 'slider',
    'aria-label': words('start'), 'aria-valuemin': -reach,
    'aria-valuemax': reach
  }, picture)

  let start = 1.6, steps = 0, frame = 0, running = 0

  function place(w) {
    const x = inside(w, -reach, reach)
    ball.setAttribute('cx', across(x))
    ball.setAttribute('cy', down(c.height(x)) - 10)
  }

  function stop() {
    cancelAnimationFrame(running)
    running = 0
  }

  // Where the ball stands now is where it will be let go.
  function setStart(w) {
    stop()
    start = inside(Math.round(w * 100) / 100, -reach, reach)
    marks.replaceChildren()
    place(start)
    ball.setAttribute('aria-valuenow', start)
    state.textContent = words('ready', { start: start.toFixed(2) })
  }

  function tell() {
    const w = kit.doubles(c.places(), steps + 1)[steps]
    const values = {
      start: start.toFixed(2), steps, where: w.toFixed(2),
      beta: beta.value, rate: rate.value
    }
    state.textContent = words(Math.abs(w) >= 10 ? 'away'
      : steps >= 20000 ? 'endless' : w < c.hilltop() ? 'deep' : 'shallow',
    values)
  }

  function mark(w) {
    if (Math.abs(w) > reach) return
    make('circle', { r: 2.5, cx: across(w), cy: down(c.height(w)) - 7 }, marks)
  }

  // Four steps for each picture; all at once where motion is not wanted.
  function advance() {
    const places = kit.doubles(c.places(), steps + 1)
    const until = kit.still.matches ? Math.min(steps, 2000) : frame + 4
    for (; frame < until && frame < steps; frame += 4) {
      if (marks.childElementCount < 400) mark(places[frame])
    }
    const done = frame >= steps || kit.still.matches
    place(places[done ? steps : frame])
    if (!done) {
      running = requestAnimationFrame(advance)
      return
    }
    running = 0
    tell()
  }

  function release() {
    stop()
    marks.replaceChildren()
    steps = c.release(start, Number(rate.value), Number(beta.value))
    frame = 0
    state.textContent = words('rolling', {
      start: start.toFixed(2), beta: beta.value, rate: rate.value
    })
    advance()
  }

  kit.button(controls, words('release'), release)
  const hold = () => setStart(start)
  const beta = kit.slider(controls, words('beta'),
    { min: 0, max: 0.99, step: 0.01, value: 0.95 }, hold)
  const rate = kit.slider(controls, words('rate'),
    { min: 0.01, max: 0.2, step: 0.01, value: 0.01 }, hold)
  kit.drag(picture, ball, x => setStart(x / width * 2 * reach - reach))
  kit.arrows(ball, (x, y) => setStart(start + (x + y) * 0.05))
  ball.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    release()
    event.preventDefault()
  })

  setStart(1.6)
})
