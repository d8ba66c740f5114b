// Fits of three degrees to the same samples, their means, and bars of bias²
// and variance. All numbers come from fits.live.c.
'use strict'
liveFigures.figure('08-variance/fits', (c, stage) => {
  const { show } = liveFigures
  const { words } = stage
  const thin = 15 // of the fits are drawn, the last ones
  const top = 1.9, low = -3.6 // below -top are the bars
  const letters = ['A', 'B', 'C']
  const places = Array.from({ length: c.points() }, (all, i) => c.place(i))
  const curve = f => places.map((x, i) => [x, f(i)])

  const panels = letters.map(letter => stage.view({
    name: letter, shape: () => 205, least: '11rem',
    hover: x => Math.max(0, Math.min(c.points() - 1, Math.round(x * c.points() - 0.5)))
  }))
  stage.player('samples', { last: () => c.samples(), buttons: ['step', 'play'] })
  stage.slider('samples', {
    least: 1, most: c.samples(), log: true, step: 5,
    marks: [[thin, String(thin)], [100, '100']]
  })
  for (const letter of letters) {
    stage.slider(letter, {
      name: words('degree', { panel: letter }), least: 0, most: 15, step: 1
    })
  }

  function prepare(state) {
    state.samples = Math.max(1, Math.min(c.samples(), Math.round(state.samples)))
    letters.forEach((letter, p) => {
      c.choose(p, state[letter])
      c.count(p, state.samples)
    })
  }

  function drawFits(view, p, count) {
    for (let s = Math.max(0, count - thin); s < count; s++) {
      view.polyline(curve(i => c.fit(p, s, i)), 'muted hair')
    }
    view.polyline(curve(i => c.mean(p, i)), 'positive thick')
    view.curve(c.truth, 'ink thin dashed')
    if (count === c.samples()) return
    for (let i = 0; i < c.examples(); i++) {
      view.dot(c.x(count - 1, i), c.t(count - 1, i), 'ink', 1.5)
    }
  }

  // At one x of all panels: how far the mean is from the truth, and how far
  // the fits are from the mean.
  function drawPlace(view, p, i) {
    const x = places[i], mean = c.mean(p, i), spread = c.spread(p, i)
    view.polyline([[x, -top], [x, top]], 'muted thin dashed')
    view.polyline([[x, mean - spread], [x, mean + spread]], 'negative thick')
    view.polyline([[x, mean], [x, c.truth(x)]], 'weight thick')
  }

  // A bar from the left with its name and value above it.
  function drawBar(view, row, part, kind, name) {
    const y = -top - 0.2 - row * 0.78
    view.label(0, y, `${name} ${show(part.value, 4)}`, { kind, dx: 5, dy: 3 })
    view.rect(0, y - 0.33, part.width, y - 0.53, kind)
  }

  c.start()
  stage.open({
    caption: { A: 1, B: 3, C: 9, samples: Infinity },
    prepare,
    draw(state, pointed) {
      const parts = letters.map((letter, p) => [c.bias2(p), c.variance(p)])
      const widest = Math.max(0.24, ...parts.map(([b, v]) => Math.max(b, v)))
      const values = { count: state.samples }
      panels.forEach((view, p) => {
        const letter = letters[p], [bias, variance] = parts[p]
        view.axes({ from: 0, to: 1, numbers: [0, 1], name: '*x*' }, {
          from: low, to: top, numbers: [-1, 0, 1],
          name: words('panel', { panel: letter, degree: state[letter] })
        })
        drawFits(view, p, state.samples)
        if (pointed !== undefined) drawPlace(view, p, pointed)
        view.rect(0, -top, 1, low, 'strip')
        const part = value => ({ value, width: value / widest })
        drawBar(view, 0, part(bias), 'weight', words('bias'))
        drawBar(view, 1, part(variance), 'negative', words('variance'))
        Object.assign(values, {
          [letter]: state[letter], ['bias' + letter]: show(bias, 4),
          ['variance' + letter]: show(variance, 4)
        })
      })
      return words(state.samples === 1 ? 'one' : 'fitted', values)
    }
  })
})
