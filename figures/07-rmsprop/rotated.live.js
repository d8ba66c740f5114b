// RMSprop and gradient descent on one bowl along the axes and turned, and
// how far they end for any angle. All numbers come from rotated.live.c.
'use strict'
liveFigures.figure('07-rmsprop/rotated', (c, stage) => {
  const { show } = liveFigures
  const { words } = stage
  const across = 9, up = 8, kinds = ['positive', 'negative'], quarter = 90
  const best = c.best()
  const bowls = kinds.map((kind, i) => stage.view({ name: 'bowl' + i, equal: true }))
  const ends = stage.view({
    name: 'ends', shape: () => 150, least: '90%',
    x: { from: 0, to: quarter, numbers: [0, 15, 30, 45, 60, 75, 90], name: words('angle') },
    y: { from: 0.01, to: 10, log: true, name: words('left') }
  })
  stage.slider('rate', { least: 0.01, most: 0.3, step: 0.01 })

  function run([x, y], angle, rate, byGradient) {
    const steps = c.run(x, y, angle, rate, byGradient)
    const path = stage.doubles(c.path(), 2 * (steps + 1))
    return {
      path: Array.from({ length: steps + 1 }, (all, k) => [path[2 * k], path[2 * k + 1]]),
      left: c.left(), steps
    }
  }

  const inside = (v, reach) => Math.max(-reach, Math.min(reach, v))
  const turned = (point, angle) => [0, 1].map(i => c.turned(...point, angle, i))

  function drawLevels(view, angle) {
    for (let k = 1; k <= 4; k++) {
      const reach = 4 * k
      view.polyline(Array.from({ length: 129 }, (all, i) => {
        const t = i * Math.PI / 64
        return turned([reach * Math.cos(t), reach * Math.sin(t) / 10], angle)
      }), 'muted thin ghost')
    }
    for (const s of [1, -1]) {
      view.polyline([[-0.3, -0.3 * s], [0.3, 0.3 * s]], 'ink thin')
    }
  }

  function drawBowl(view, i, angle, { start, rate }) {
    view.axes({ from: -across, to: across, numbers: false }, {
      from: -up, to: up, numbers: false, name: words(angle ? 'turned' : 'straight', { angle })
    })
    drawLevels(view, angle)
    const descent = run(start, angle, best, true)
    view.polyline(descent.path, 'muted hair')
    const { path } = run(start, angle, rate, false)
    view.polyline(path, kinds[i] + ' thin')
    for (const [x, y] of path.slice(1)) view.dot(x, y, kinds[i], 1.5)
    const [x, y] = turned(start, angle)
    view.handle('start', {
      x, y, kind: kinds[i], r: 6, label: words('start'), step: 0.25,
      // The start turns with the bowl.
      move: (x, y) => stage.set({
        start: turned([inside(x, across - 0.6), inside(y, up - 0.6)], -angle)
      })
    })
  }

  function drawEnds({ start, angle, rate }) {
    const points = (rate, byGradient) => Array.from({ length: quarter + 1 },
      (all, degrees) => [degrees, run(start, degrees, rate, byGradient).left])
    const descent = points(best, true)
    ends.polyline(descent, 'muted')
    ends.label(0, descent[0][1], words('descent'), { kind: 'muted', dx: 6, dy: -11 })
    const rms = points(rate, false)
    ends.polyline(rms, 'ink')
    ends.label(quarter / 2, rms[quarter / 2][1], words('rms'),
      { kind: 'ink', anchor: 'middle', dy: 20 })
    ends.dot(0, rms[0][1], 'positive', 5)
    ends.handle('angle', {
      x: angle, y: rms[angle][1], kind: 'negative', label: words('angle'), value: `${angle}°`,
      least: 0, most: quarter, step: 1,
      move: x => stage.set({ angle: Math.max(0, Math.min(quarter, Math.round(x))) }),
      keys: (dx, dy) => stage.set({ angle: Math.max(0, Math.min(quarter, angle + dx + dy)) })
    })
  }

  stage.open({
    caption: { start: [-8, 2], angle: 45, rate: 0.1 },
    draw(state) {
      const { start, angle, rate } = state
      drawBowl(bowls[0], 0, 0, state)
      drawBowl(bowls[1], 1, angle, state)
      drawEnds(state)
      const left = (degrees, rate, byGradient) =>
        run(start, degrees, rate, byGradient).left.toPrecision(2)
      return words('walked', {
        rate: show(rate), angle, steps: run(start, 0, rate, false).steps,
        from: show(Math.hypot(...start), 2), straight: left(0, rate, false),
        turned: left(angle, rate, false), descent: left(angle, best, true)
      })
    }
  })
})
