// The map of h and beta with its borders, three balls on it, where each is
// after every step, and its loss. All numbers come from map.live.c.
'use strict'
liveFigures.figure('06-momentum/map', (c, stage) => {
  const { show } = liveFigures
  const { words } = stage
  const letters = ['a', 'b', 'c'], kinds = ['weight', 'positive', 'negative']
  const widest = 4.2, last = 40
  const fine = (x, most) => Math.max(0, Math.min(most, Math.round(x * 100) / 100))
  const map = stage.view({
    name: 'map', shape: () => 300, least: '20rem', tall: true,
    x: { from: 0, to: widest, numbers: [0, 1, 2, 3, 4], name: '*h* = *ηλ*' },
    y: { from: 0, to: 1, numbers: [0, 0.2, 0.4, 0.6, 0.8, 1], name: '*β*' },
    hover: (h, beta) => `${fine(h, widest)} ${fine(beta, 1)}`
  })
  const loss = stage.view({
    name: 'losses', shape: () => 210, least: '90%',
    x: { from: 0, to: 40, numbers: [0, 10, 20, 30, 40], name: words('steps') },
    y: { from: 1e-6, to: 100, log: true, name: words('loss') },
    hover: k => Math.max(0, Math.min(last, Math.round(k)))
  })
  const walks = letters.map((letter, i) => stage.view({
    name: 'walk' + i, shape: () => 110, least: '9rem',
    x: { from: 0, to: 40, numbers: [0, 20, 40], name: words('steps') },
    hover: k => Math.max(0, Math.min(last, Math.round(k)))
  }))

  // Where each line of the loss is named.
  const named = [{ step: 34, dy: 15 }, { step: 40, dy: -6 }, { step: 8, dy: -6 }]

  const place = ([h, beta]) => h > c.limit(beta) ? 'away' : h < c.low(beta) ? 'creeps'
    : h > c.high(beta) ? 'flips' : 'spirals'
  const at = ([h, beta]) => ({ h: show(h, 2), beta: show(beta, 2) })

  function walk([h, beta]) {
    const steps = c.walk(h, beta)
    return Array.from(stage.doubles(c.places(), steps + 1))
  }

  const betas = Array.from({ length: 101 }, (all, i) => (i / 100) ** 2)
  const border = h => betas.map(beta => [h(beta), beta])

  // The darker, the more a step shrinks the distance in the long run.
  const columns = 126, rows = 75
  const shades = []
  function shade(i, j) {
    const k = j * columns + i
    if (shades[k] === undefined) {
      const factor = c.factor((i + 0.5) / columns * widest, (j + 0.5) / rows)
      shades[k] = factor < 1 ? 0.6 * (1 - factor) : 0
    }
    return shades[k]
  }

  function drawMap(balls) {
    map.field(columns, rows, shade)
    map.polyline(border(c.low), 'weight thin')
    map.polyline(border(c.high), 'negative thin dashed')
    map.polyline(border(c.limit), 'ink')
    map.label(1.35, 0.55, words('spirals'), { kind: 'positive', anchor: 'middle' })
    map.polyline([[0.52, 0.22], [0.22, 0.13]], 'weight hair')
    map.label(0.55, 0.24, words('creeps'), { kind: 'weight' })
    map.label(1.76, 0.03, words('flips'), { kind: 'negative', anchor: 'middle' })
    map.label(3.4, 0.22, words('away'), { kind: 'muted', anchor: 'middle' })
    balls.forEach(([h, beta], i) => {
      map.label(h, beta, letters[i], { kind: kinds[i], dx: 12, dy: 4 })
      map.handle(i, {
        x: h, y: beta, kind: kinds[i], label: words('ball', { letter: letters[i] }),
        value: words('at', at([h, beta])),
        step: 0.02,
        move: (x, y) => stage.set({
          balls: balls.map((old, j) => i === j ? [fine(x, widest), fine(y, 1)] : old)
        })
      })
    })
  }

  // The step or the place on the map that the pointer is at: in a walk or in
  // the losses, all are ringed at that step; on the map, a grey line shows
  // what a ball would do there.
  const step = pointed => typeof pointed === 'number' ? pointed : undefined
  const ghost = pointed => typeof pointed === 'string'
    ? pointed.split(' ').map(Number) : undefined
  const line = (ws, f) => ws.map((w, k) => [k, f(w)])
  const positive = w => Math.max(1e-300, c.loss(w))

  function drawWalk(view, i, ball, pointed) {
    const ws = walk(ball)
    const reach = Math.min(10, 1.1 * Math.max(...ws.map(Math.abs)))
    view.axes({ from: 0, to: 40, numbers: [0, 20, 40], name: words('steps') }, {
      from: -reach, to: reach, numbers: [-1, 0, 1],
      name: words('walk', { letter: letters[i], ...at(ball) })
    })
    view.polyline([[0, 0], [40, 0]], 'muted thin ghost')
    if (ghost(pointed)) view.polyline(line(walk(ghost(pointed)), w => w), 'muted thin')
    view.polyline(line(ws, w => w), kinds[i] + ' thin')
    const k = step(pointed)
    if (k !== undefined) view.ring(k, ws[k], '', 6)
  }

  // The loss, and where it would be if each step multiplied the distance
  // by the factor.
  function drawLoss(balls, pointed) {
    if (ghost(pointed)) loss.polyline(line(walk(ghost(pointed)), positive), 'muted thin')
    balls.forEach((ball, i) => {
      const ws = walk(ball), k = step(pointed)
      loss.polyline([[0, 1], [last, positive(c.factor(...ball) ** last)]],
        kinds[i] + ' thin ghost dashed')
      loss.polyline(line(ws, positive), kinds[i] + ' thin')
      const labelled = c.loss(ws[named[i].step])
      if (labelled > 1e-6 && labelled < 100) {
        loss.label(named[i].step, labelled, letters[i],
          { kind: kinds[i], anchor: 'end', dx: -3, dy: named[i].dy })
      }
      if (k !== undefined) loss.ring(k, positive(ws[k]), '', 6)
    })
  }

  stage.open({
    caption: { balls: [[0.04, 0.5], [0.2, 0.9], [2.85, 0.45]] },
    draw({ balls }, pointed) {
      drawMap(balls)
      drawLoss(balls, pointed)
      balls.forEach((ball, i) => drawWalk(walks[i], i, ball, pointed))
      return words('told', Object.fromEntries(balls.flatMap((ball, i) => [
        [letters[i], words(place(ball))],
        [letters[i] + 'Factor', show(c.factor(...ball), 3)]
      ])))
    }
  })
})
