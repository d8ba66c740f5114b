// Two losses over the weighted sum z of a neuron, and below them their
// slopes, at a z to drag. All numbers come from slopes.live.c.
'use strict'
liveFigures.figure('03-losses/slopes', (c, stage) => {
  const { show } = liveFigures
  const { words } = stage
  const reach = 6
  const losses = [
    { kind: 'negative', name: words('quadratic'), loss: c.quadratic, slope: c.quadratic_slope },
    { kind: 'positive', name: words('entropy'), loss: c.entropy, slope: c.entropy_slope }
  ]
  const z = { from: -reach - 0.3, to: reach + 0.3, numbers: [-6, -3, 0, 3, 6] }
  const options = { shape: width => Math.max(190, 0.38 * width), least: '20rem' }
  const above = stage.view({
    ...options, name: 'losses',
    x: z, y: { from: -0.6, to: 6.4, numbers: [0, 2, 4, 6], room: '−0.5', name: words('loss') }
  })
  const below = stage.view({ ...options, name: 'slopes' })
  stage.choice('target', { options: [[0, '0'], [1, '1']] })

  const move = to =>
    stage.set({ z: Math.max(-reach, Math.min(reach, Math.round(to * 10) / 10)) })

  // The curve, its value at z, and for the losses its tangent there.
  function drawAt(view, { kind, name }, f, state, { digits, wrong, dy, valueDy }) {
    const value = f(state.z, state.target)
    const aside = wrong > 0 ? { anchor: 'end', dx: -10 } : { anchor: 'start', dx: 10 }
    view.curve(x => f(x, state.target), kind)
    view.label(wrong, f(wrong, state.target), name, { kind, ...aside, dy })
    view.dot(state.z, value, kind, 5)
    view.label(state.z, value, show(value, digits), { kind, ...aside, dy: valueDy })
  }

  function drawHandle(view, y, state) {
    view.handle('z', {
      x: state.z, y, kind: 'ink', label: words('at'), value: `z = ${show(state.z, 1)}`,
      least: -reach, most: reach, step: 0.1, move,
      keys: (dx, dy) => move(state.z + (dx + dy) * 0.1)
    })
  }

  stage.open({
    caption: { z: 1.5, target: 0 },
    draw(state) {
      const at = state.z, t = state.target, wrong = t ? -5 : 5
      below.axes({ ...z, name: '*z*' }, t
        ? { from: -1.1, to: 0.1, numbers: [-1, -0.5, 0], room: '−0.5', name: words('slope') }
        : { from: -0.1, to: 1.1, numbers: [0, 0.5, 1], room: '−0.5', name: words('slope') })
      for (const view of [above, below]) {
        view.polyline([[at, -9], [at, 9]], 'muted thin dashed')
      }
      losses.forEach((one, i) => {
        const { loss, slope, kind } = one
        const value = loss(at, t), steep = slope(at, t)
        above.polyline([-1.5, 1.5].map(dz => [at + dz, value + dz * steep]), kind + ' thin dashed')
        drawAt(above, one, loss, state, { digits: 2, wrong, dy: -14, valueDy: -12 })
        // A bar as long as the slope, beside the line at z.
        const width = 0.1, left = at + (i ? 0.02 : -0.02 - width)
        below.rect(left, 0, left + width, steep, kind)
        drawAt(below, one, slope, state, {
          digits: 3, wrong, dy: (i ? 1 : -1) * (t ? -20 : 14), valueDy: (i === t ? 1 : -1) * 12
        })
      })
      drawHandle(above, above.y.from, state)
      drawHandle(below, below.y.from, state)
      return words('now', {
        z: show(at, 1), t, a: show(c.output(at), 3),
        quadratic: show(c.quadratic(at, t), 3), quadraticSlope: show(c.quadratic_slope(at, t), 3),
        entropy: show(c.entropy(at, t), 3), entropySlope: show(c.entropy_slope(at, t), 3)
      })
    }
  })
})
