// Two balls let go on a curve of two valleys, with a mark for every fourth
// step; below, which starts lead to the deep valley. All numbers come from
// wells.live.c.
'use strict'
liveFigures.figure('06-momentum/wells', (c, stage) => {
  const { show } = liveFigures
  const { words } = stage
  const least = -2.1, most = 1.9, every = 4
  const marked = 400 // at most, of the steps
  const kinds = ['positive', 'negative']
  const views = kinds.map((kind, i) => stage.view({
    name: 'ball' + i, shape: () => 230,
    x: { from: least - 0.1, to: most + 0.1, numbers: [-2, -1, 0, 1], name: '*w*' },
    y: { from: -0.5, to: 2.9, numbers: [0, 1, 2], name: '*C*' },
    hover: w => nearest(i, w)
  }))
  const columns = 200, rows = 60, lowest = 0.8, highest = 0.99
  const basins = stage.view({
    name: 'basins', least: '100%', shape: width => Math.min(200, width / 2),
    x: { from: -2.5, to: 2.5, numbers: [-2, -1, 0, 1, 2], name: 'start *w*' },
    y: { from: lowest, to: highest, numbers: [0.8, 0.85, 0.9, 0.95], name: '*β*' }
  })
  stage.player('frame', {
    last: () => Math.ceil(Math.max(...runs.map(run => run.steps)) / every),
    every: 0
  })
  stage.slider('beta', { least: 0, most: 0.99, step: 0.01 })
  stage.slider('rate', { least: 0.01, most: 0.2, step: 0.01 })

  let settings
  let runs = []
  let cells = [], cellsRate // what was computed last

  function prepare(state) {
    const wanted = JSON.stringify([state.starts, state.rate, state.beta])
    if (wanted === settings) return
    settings = wanted
    runs = state.starts.map((start, i) => {
      const steps = c.release(i, start, state.rate, state.beta)
      return { steps, places: stage.doubles(c.places(i), steps + 1) }
    })
    if (cellsRate !== state.rate) {
      cellsRate = state.rate
      cells = stage.doubles(c.basins(state.rate), rows * columns).slice()
    }
    // Whoever changes a start sees at once where it leads.
    state.frame = Infinity
  }

  // The marked step of ball i at which it was nearest to w.
  function nearest(i, w) {
    const { steps, places } = runs[i]
    let best = 0
    for (let k = every; k <= steps; k += every) {
      if (Math.abs(places[k] - w) < Math.abs(places[best] - w)) best = k
    }
    return best
  }

  function fate({ steps, places }) {
    const end = places[steps]
    return Math.abs(end) >= 10 ? 'away'
      : steps >= 20000 ? 'endless' : end < c.hilltop() ? 'deep' : 'shallow'
  }

  function drawBall(view, i, { starts, frame }, pointed) {
    const { steps, places } = runs[i]
    const at = Math.min(frame * every, steps), w = places[at]
    view.curve(c.height, 'muted thin')
    for (let k = 0; k < at && k < marked * every; k += every) {
      view.dot(places[k], c.height(places[k]), `${kinds[i]} hollow fine`, 3)
    }
    view.dot(w, c.height(w), kinds[i], 6)
    if (pointed !== undefined) {
      const then = places[Math.min(pointed, steps)]
      view.ring(then, c.height(then), '', 8)
    }
    if (at === steps && Math.abs(w) < most) {
      view.label(w, c.height(w), show(w, 2),
        { kind: kinds[i], anchor: 'middle', dy: -18 })
    }
    view.label((least + most) / 2, 2.9, words(at < steps ? 'rolling' : fate(runs[i]),
      { start: show(starts[i]), step: at }), { kind: 'ink', anchor: 'middle', dy: 14 })
    view.handle(i, {
      x: starts[i], y: c.height(starts[i]), kind: `${kinds[i]} hollow`,
      label: words('start'), value: show(starts[i]), least, most, step: 0.05,
      move: w => stage.set({
        starts: starts.map((old, j) => i === j
          ? Math.max(least, Math.min(most, Math.round(w * 100) / 100)) : old)
      })
    })
  }

  function drawBasins({ starts, beta }) {
    basins.field(columns, rows, (i, j) => cells[j * columns + i] ? 0.6 : 0)
    basins.polyline([[-2.5, Math.max(beta, lowest)], [2.5, Math.max(beta, lowest)]], 'muted thin')
    starts.forEach((start, i) => basins.handle('on' + i, {
      x: start, y: Math.max(beta, lowest), kind: `${kinds[i]} hollow`,
      label: words('start'), value: show(start),
      move: (w, b) => stage.set({
        starts: starts.map((old, j) => i === j ? Math.max(least, Math.min(most, Math.round(w * 100) / 100)) : old),
        beta: Math.max(lowest, Math.min(highest, Math.round(b * 100) / 100))
      }),
      keys: (dx, dy) => stage.set({
        starts: starts.map((old, j) => i === j ? Math.max(least, Math.min(most, old + dx * 0.05)) : old),
        beta: Math.max(0, Math.min(highest, beta + dy * 0.01))
      })
    }))
  }

  stage.open({
    caption: { starts: [1.6, -2], beta: 0.95, rate: 0.01, frame: Infinity },
    prepare,
    draw(state, pointed) {
      views.forEach((view, i) => drawBall(view, i, state, pointed))
      drawBasins(state)
      return runs.map(({ steps, places }, i) => words('told', {
        fate: words(state.frame * every < steps ? 'rolling' : fate(runs[i]),
          { start: show(state.starts[i]), step: state.frame * every }),
        steps: Math.min(steps, state.frame * every),
        end: show(places[Math.min(steps, state.frame * every)], 2)
      })).join(' ')
    }
  })
})
