// Two losses over the sum z of a neuron, with their tangents at a z to slide.
// All numbers come from slopes.live.c.
'use strict'
liveFigures.draw('03-losses/slopes', (root, c, kit) => {
  const { make, words } = kit
  const width = 640, height = 300, reach = 6, top = 6.2
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  const picture = make('svg', {
    viewBox: `0 0 ${width} ${height}`, class: 'live-picture clipped'
  }, stage)
  const controls = document.createElement('p')
  controls.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  root.append(stage, controls, state)

  const across = z => (z + reach) / (2 * reach) * width
  const down = loss => height - 10 - loss / top * (height - 20)
  const losses = [
    { kind: 'quadratic', loss: c.quadratic, slope: c.quadratic_slope },
    { kind: 'entropy', loss: c.entropy, slope: c.entropy_slope }
  ]
  for (const l of losses) {
    l.curve = make('polyline', { class: 'loss ' + l.kind }, picture)
    l.tangent = make('line', { class: 'tangent ' + l.kind }, picture)
    l.dot = make('circle', { r: 6, class: 'at ' + l.kind }, picture)
    l.name = make('text', { 'text-anchor': 'middle', class: l.kind }, picture)
    l.name.textContent = words(l.kind)
  }

  const draw = kit.onFrame(() => {
    const at = Number(z.value), target = Number(t.value)
    for (const l of losses) {
      const points = []
      for (let i = 0; i <= 120; i++) {
        const x = -reach + 2 * reach * i / 120
        points.push(`${across(x)},${down(l.loss(x, target))}`)
      }
      l.curve.setAttribute('points', points.join(' '))
      const loss = l.loss(at, target), slope = l.slope(at, target)
      l.tangent.setAttribute('x1', across(at - 1.5))
      l.tangent.setAttribute('y1', down(loss - 1.5 * slope))
      l.tangent.setAttribute('x2', across(at + 1.5))
      l.tangent.setAttribute('y2', down(loss + 1.5 * slope))
      l.dot.setAttribute('cx', across(at))
      l.dot.setAttribute('cy', down(loss))
      const wrong = target < 0.5 ? 4.4 : -4.4
      l.name.setAttribute('x', across(wrong) - (l.kind === 'entropy' ? Math.sign(wrong) * 70 : 0))
      l.name.setAttribute('y', down(l.loss(wrong, target)) - 12)
    }
    state.textContent = words('now', {
      z: at.toFixed(1), t: target, a: c.output(at).toFixed(3),
      quadratic: c.quadratic(at, target).toFixed(3),
      quadraticSlope: c.quadratic_slope(at, target).toFixed(3),
      entropy: c.entropy(at, target).toFixed(3),
      entropySlope: c.entropy_slope(at, target).toFixed(3)
    })
  })

  const z = kit.slider(controls, 'z',
    { min: -reach, max: reach, step: 0.1, value: 1.5 }, draw)
  const t = kit.slider(controls, words('target'),
    { min: 0, max: 1, step: 1, value: 0 }, draw)
  draw()
})
