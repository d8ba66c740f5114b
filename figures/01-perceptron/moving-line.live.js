// The perceptron's line over points that can be dragged, update by update,
// and Novikoff's squeeze. All numbers come from moving-line.live.c.
'use strict'
liveFigures.figure('01-perceptron/moving-line', (c, stage) => {
  const { show } = liveFigures
  const shown = 8 // of the earlier lines
  let points, updates

  const last = () => updates
  const plane = stage.view({
    name: 'plane', equal: true,
    x: { from: -1.05, to: 1.05, numbers: [-1, 0, 1], name: '*x*₁' },
    y: { from: -1.05, to: 1.05, numbers: [-1, 0, 1], name: '*x*₂' }
  })
  const squeeze = stage.view({
    name: 'squeeze', shape: 1,
    hover: x => Math.max(0, Math.min(updates, Math.round(x)))
  })
  stage.player('k', {
    last, every: () => Math.max(40, Math.min(500, 6000 / updates))
  })

  function prepare(state) {
    if (state.points === points) return
    points = state.points
    points.forEach(([x, y], i) => c.move(i, x, y))
    updates = c.train()
  }

  function moveTo(i, x, y) {
    const inside = v => Math.max(-1, Math.min(1, v))
    stage.set({
      points: points.map((point, j) => i === j ? [inside(x), inside(y)] : point)
    })
  }

  const line = k => [0, 1, 2].map(i => c.weight(k, i))

  function drawPlane(k) {
    plane.borderSide(line(k), 'positive')
    for (let j = Math.max(1, k - shown); j < k; j++) {
      plane.borderLine(line(j), 'thin ghost')
    }
    plane.borderLine(line(k))
    if (k) plane.ring(...points[c.cause(k)])
    points.forEach(([x, y], i) => plane.handle(i, {
      x, y, group: 'points', r: 5, step: 0.05,
      kind: c.y(i) > 0 ? 'positive' : 'negative hollow',
      label: stage.words(c.y(i) > 0 ? 'filled' : 'open'),
      move: (x, y) => moveTo(i, x, y)
    }))
  }

  function drawSqueeze(k, chosen) {
    const most = Math.max(updates, 4), settled = c.settled()
    const ceiling = j => c.radius() * Math.sqrt(j)
    const floor = j => c.gamma() * j
    const top = Math.max(settled ? 0 : c.length(updates), ceiling(most) * 1.12)
    squeeze.axes({ from: 0, to: most * 1.04, name: stage.words('updates') },
      { from: 0, to: top, name: stage.words('length') })
    const run = f => Array.from({ length: updates + 1 }, (all, j) => [j, f(j)])
    squeeze.curve(ceiling, 'muted thin')
    squeeze.label(most / 2, ceiling(most / 2), stage.words('ceiling'),
      { anchor: 'end', dx: -4, dy: -10 })
    squeeze.polyline(run(c.length), 'weight thin')
    squeeze.label(most, c.length(updates), '‖**w**‖',
      { kind: 'weight', anchor: 'end', dy: -12 })
    if (settled) {
      squeeze.curve(floor, 'muted thin dashed')
      squeeze.label(most * 0.98, floor(most * 0.8), stage.words('floor'),
        { anchor: 'end', dy: 6 })
      squeeze.polyline(run(c.progress), 'weight')
      squeeze.label(most / 2, c.progress(Math.round(updates / 2)), stage.words('progress'),
        { kind: 'weight', dx: 4, dy: 14 })
      for (const [j, y] of run(c.progress)) squeeze.dot(j, y, 'weight', 2)
    }
    const height = settled ? c.progress : c.length
    if (k !== chosen) squeeze.ring(k, height(k), '', 7)
    squeeze.handle('k', {
      x: chosen, y: height(chosen), kind: 'weight', most: updates,
      label: stage.words('at'), value: stage.words('update', { k: chosen }),
      move: x => stage.set({ k: Math.round(x) }),
      keys: (dx, dy) => stage.set({ k: chosen + dx + dy })
    })
  }

  c.start()
  stage.open({
    caption: {
      points: Array.from({ length: c.count() }, (all, i) => [c.x(i, 0), c.x(i, 1)]),
      k: Infinity
    },
    prepare,
    draw(state, pointed) {
      const k = pointed === undefined ? state.k : Math.min(pointed, updates)
      drawPlane(k)
      drawSqueeze(k, state.k)
      return stage.words(!c.settled() ? 'endless' : k < updates ? 'moving' : 'rest', {
        k, n: updates, right: c.right(k), count: c.count(),
        length: show(c.length(k), 2), progress: show(c.progress(k), 2),
        floor: show(c.gamma() * k, 2), ceiling: show(c.radius() * Math.sqrt(k), 2)
      })
    }
  })
})
