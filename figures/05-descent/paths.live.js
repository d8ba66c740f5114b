// Twenty steps of gradient descent with four rates, and how far from the
// minimum they end for any rate. All numbers come from paths.live.c.
'use strict'
liveFigures.figure('05-descent/paths', (c, stage) => {
  const { show } = liveFigures
  const { words } = stage
  const letters = ['A', 'B', 'C', 'D']
  const across = 10, up = 3.7, least = 0.005, most = 0.22
  const mu = c.mu(), l = c.l()
  const marks = [[1 / l, '1/*L*'], [2 / (mu + l), '2/(*μ*+*L*)'], [2 / l, '2/*L*']]

  const panels = letters.map(letter => stage.view({ name: 'panel' + letter, equal: true }))
  const ends = stage.view({
    name: 'ends', shape: () => 150, least: '90%', tall: true,
    x: { from: 0, to: most + 0.01, numbers: [0, 0.05, 0.1, 0.15, 0.2], name: '*η*' },
    y: { from: 0.03, to: 100, log: true, name: words('left') }
  })

  function run([x, y], rate) {
    const steps = c.run(x, y, rate)
    const path = stage.doubles(c.path(), 2 * (steps + 1))
    return {
      path: Array.from({ length: steps + 1 }, (all, k) => [path[2 * k], path[2 * k + 1]]),
      left: c.left()
    }
  }

  const kind = rate => rate > 2 / l ? 'negative' : 'positive'
  const inside = (v, reach) => Math.max(-reach, Math.min(reach, v))

  function drawLevels(view) {
    for (let k = 1; k <= 5; k++) {
      const reach = Math.sqrt(2 * k * k * 2.5)
      view.polyline(Array.from({ length: 65 }, (all, i) => {
        const t = i * Math.PI / 32
        return [reach * Math.cos(t) / Math.sqrt(mu), reach * Math.sin(t) / Math.sqrt(l)]
      }), 'muted thin ghost')
    }
    for (const s of [1, -1]) {
      view.polyline([[-0.35, -0.35 * s], [0.35, 0.35 * s]], 'ink thin')
    }
  }

  function drawPanel(view, letter, start, rate) {
    const verdict = rate > 2 / l ? 'diverges' : Math.abs(rate - 1 / l) < 1e-9 ? 'smooth'
      : rate < 1 / l ? 'creeps' : 'swings'
    view.axes({ from: -across, to: across, numbers: false }, {
      from: -up, to: up, numbers: false,
      name: words(verdict, { panel: letter, rate: show(Number(rate.toFixed(3))) })
    })
    drawLevels(view)
    const { path } = run(start, rate)
    view.polyline(path, kind(rate) + ' thin')
    for (const [x, y] of path.slice(1)) view.dot(x, y, kind(rate), 1.5)
    view.handle('start', {
      x: start[0], y: start[1], kind: kind(rate), r: 6, label: words('start'), step: 0.25,
      move: (x, y) => stage.set({ start: [inside(x, across - 0.5), inside(y, up - 0.5)] })
    })
  }

  // A rate near one with a name is that one.
  function setRate(rates, i, wanted) {
    const rate = Math.max(least, Math.min(most, Math.round(wanted * 500) / 500))
    const [near] = marks.find(([mark]) => Math.abs(mark - wanted) < 0.001) || [rate]
    stage.set({ rates: rates.map((old, j) => i === j ? near : old) })
  }

  function drawEnds({ start, rates }) {
    ends.curve(rate => run(start, rate).left, 'muted thin', least, most)
    marks.forEach(([rate, name], i) => {
      ends.polyline([[rate, 1e-9], [rate, 1e9]], 'muted thin dashed')
      ends.label(rate, ends.y.to, name,
        { anchor: i === 1 ? 'end' : 'start', dx: i === 1 ? -5 : 5, dy: 11 })
    })
    rates.forEach((rate, i) => {
      const { left } = run(start, rate)
      // The curve falls until 2/(μ + L), and then rises.
      ends.label(rate, left, letters[i], {
        kind: kind(rate), anchor: 'middle', ...rate > 2 / l ? { dx: 16 } : { dx: -6, dy: 17 }
      })
      ends.handle(i, {
        x: rate, y: left, kind: kind(rate), label: words('rate', { panel: letters[i] }),
        value: show(Number(rate.toFixed(3))), least, most,
        move: x => setRate(rates, i, x),
        keys: (dx, dy) => setRate(rates, i, rate + (dx + dy) * 0.002)
      })
    })
  }

  stage.open({
    caption: { start: [-9, 2.5], rates: [0.03, 1 / l, 2 / (mu + l), 0.204] },
    draw(state) {
      panels.forEach((view, i) => drawPanel(view, letters[i], state.start, state.rates[i]))
      drawEnds(state)
      const from = show(Math.hypot(...state.start), 2)
      return words('walked', {
        from, ...Object.fromEntries(letters.map((letter, i) =>
          [letter, run(state.start, state.rates[i]).left.toPrecision(2)]))
      })
    }
  })
})
