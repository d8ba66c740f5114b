// A network that learns points of the plane while one looks on. All numbers
// come from trainer.live.c.
'use strict'
liveFigures.figure('05-descent/trainer', (c, stage) => {
  const { show } = liveFigures
  const reach = 2.3, highest = 0.85
  const rates = [0.01, 0.03, 0.1, 0.3, 1, 3, 10]
  const patterns = ['moons', 'ring', 'clouds', 'spirals']
  const inward = epoch => Math.log1p(epoch) // to the loss's axis, and back
  const outward = place => Math.round(Math.expm1(place))
  const inside = (least, x, most) => Math.max(least, Math.min(most, x))

  const across = { from: -reach, to: reach, numbers: false }
  const plane = stage.view({ name: 'plane', equal: true, x: across, y: across })
  const loss = stage.view({
    name: 'curve', shape: 0.8,
    x: {
      from: 0, to: inward(c.most()), name: stage.words('epochs'),
      numbers: [0, 1, 10, 100, 1000].map(e => [inward(e), show(e)])
    },
    y: { from: 0, to: highest, name: stage.words('loss') },
    hover: place => Math.min(trained(), outward(place))
  })

  // ---- the run ----------------------------------------------------------

  let run, points, seen = 0, earlier = []

  const trained = () => Math.floor(seen / c.count())
  const losses = () => {
    const all = []
    for (let e = 0; e <= trained(); e += 1 + Math.floor(e / 80)) {
      all.push([inward(e), c.loss(e)])
    }
    all.push([inward(trained()), c.loss(trained())])
    return all
  }

  function begin({ pattern, hidden, rate, batch, seed }) {
    const wanted = [patterns.indexOf(pattern), hidden, batch, rate, seed].join()
    if (wanted === run) return
    if (run !== undefined) earlier = losses()
    c.start(patterns.indexOf(pattern), hidden, batch, rates[rate], seed)
    run = wanted
    seen = 0
    points = Array.from({ length: c.count() }, (all, n) =>
      [c.x(n, 0), c.x(n, 1), c.class(n) ? 'positive' : 'negative hollow'])
  }

  function prepare(state) {
    begin(state)
    const examples = Math.ceil(state.epoch * c.count())
    if (examples > seen) seen = c.train(examples)
  }

  // The number of an epoch for C: -1 is where training is, in the middle
  // of one.
  const moment = epoch => epoch * c.count() > trained() * c.count() ? -1
    : Math.floor(epoch)

  // ---- the plane --------------------------------------------------------

  // Where the answers of the grid pass through 1/2, as pieces of a line.
  function border(answers, side) {
    const place = k => reach * ((2 * k + 1) / side - 1)
    const sure = (i, j) => answers[j * side + i] - 0.5
    const between = ([i, j], [k, l]) => {
      const a = sure(i, j), b = sure(k, l)
      if (a > 0 === b > 0) return []
      const part = a / (a - b)
      return [[place(i + part * (k - i)), place(j + part * (l - j))]]
    }
    const pieces = []
    for (let j = 0; j + 1 < side; j++) {
      for (let i = 0; i + 1 < side; i++) {
        const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]]
        const ends = corners.flatMap((corner, n) =>
          between(corner, corners[(n + 1) % 4]))
        if (ends.length > 1) pieces.push(...ends.slice(0, 2), [NaN, NaN])
      }
    }
    return pieces
  }

  function drawPlane(at, { hidden }) {
    const side = c.side()
    const answers = stage.doubles(c.plane(at, reach), side * side)
    plane.field(side, side, (i, j) => 0.35 * (2 * answers[j * side + i] - 1))
    for (let j = 0; j < hidden; j++) {
      plane.borderLine([0, 1, 2].map(k => c.neuron(at, j, k)), 'thin ghost')
    }
    plane.polyline(border(answers, side))
    for (const [x, y, kind] of points) plane.dot(x, y, kind, 2.5)
  }

  // ---- its loss ---------------------------------------------------------

  const skip = epoch => Math.max(1, Math.round(epoch * 0.08))

  function drawLoss(epoch, at) {
    loss.polyline(earlier, 'muted thin ghost')
    loss.polyline(losses(), '')
    loss.handle('epoch', {
      x: inward(epoch), y: Math.min(highest, c.loss(at)), kind: 'highlight',
      now: Math.floor(epoch), least: 0, most: trained(),
      label: stage.words('epoch'), value: show(Math.floor(epoch)),
      move: place => goTo(outward(place)),
      keys: (dx, dy) => goTo(Math.floor(epoch) + (dx + dy) * skip(epoch))
    })
  }

  function goTo(epoch) {
    stage.stop()
    stage.set({ epoch: inside(0, epoch, trained()) })
  }

  // ---- training ---------------------------------------------------------

  // Where the figure begins by itself, it goes on with these until somebody
  // takes over.
  let tour = []
  let fresh = true // Training after the finished picture begins anew.

  // A quarter of a second for the first epochs; later, when less happens in
  // each, they come faster.
  function train() {
    let last = performance.now(), rest = 0
    stage.loop(() => {
      const now = performance.now()
      const passed = stage.still.matches ? 1000 : Math.min(50, now - last)
      const { epoch } = stage.state
      last = now
      if (!stage.seen && !stage.still.matches) return true
      if (epoch < c.most()) {
        stage.set({
          epoch: Math.min(c.most(), epoch + passed * Math.max(0.004, epoch * 0.0006))
        })
        return stage.state.epoch < c.most() || tour.length > 0
      }
      rest += passed
      if (rest < 3000) return true
      rest = 0
      restart(tour.shift())
      return true
    })
  }

  function restart(changes) {
    fresh = false
    run = null
    stage.set({ epoch: 0, ...changes })
  }

  const play = stage.button('play', ({ epoch }) => {
    tour = []
    if (stage.running) { stage.stop(); return }
    if (fresh || epoch >= c.most()) restart()
    train()
  })
  // After the last epoch the next one is the first.
  stage.button('step', ({ epoch }) => {
    stage.stop()
    if (epoch >= c.most()) restart({ epoch: 1 })
    else stage.set({ epoch: Math.floor(epoch) + 1 })
  })
  stage.button('weights', ({ seed, epoch }) => {
    stage.set({ seed: seed + 1, epoch: stage.running ? 0 : epoch })
  })
  stage.refresh.push(({ epoch }) => {
    play.textContent = stage.words(stage.running ? 'pause'
      : fresh || epoch >= c.most() ? 'play' : 'on')
  })

  // ---- what can be chosen -----------------------------------------------

  stage.choice('pattern', {
    options: patterns.map(name => [name, stage.words(name)])
  })
  stage.choice('batch', {
    options: [[1, '1'], [10, '10'], [c.count(), stage.words('all')]]
  })
  stage.slider('hidden', { least: 1, most: 16, step: 1 })
  stage.slider('rate', {
    least: 0, most: rates.length - 1, step: 1, show: i => show(rates[i])
  })

  stage.open({
    caption: {
      pattern: 'moons', hidden: 8, rate: 3, batch: 10, seed: c.seed(), epoch: 400
    },
    prepare,
    draw(state, pointed) {
      const epoch = pointed === undefined ? state.epoch : Math.min(pointed, trained())
      const at = moment(epoch)
      drawPlane(at, state)
      drawLoss(epoch, at)
      return stage.words(epoch < 1 ? 'before' : 'after', {
        k: Math.floor(epoch), loss: show(c.loss(at), 3),
        right: Math.round(c.right(at)), n: c.count()
      })
    }
  })

  // On the front page nobody has to press anything.
  if (stage.root.dataset.begins && !stage.still.matches) {
    tour = [{ pattern: 'ring' }, { pattern: 'clouds' },
      { pattern: 'spirals', hidden: 16 }, { pattern: 'moons', hidden: 8 }]
    restart()
    train()
  }
})
