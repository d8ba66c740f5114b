// A neuron's gates: values go forward and slopes come back, one gate at a
// time. All numbers come from gates.live.c.
'use strict'
liveFigures.figure('04-chain/gates', (c, stage) => {
  const { words } = stage
  const show = x => liveFigures.show(x, 3)
  const radius = 19, enough = 540 // the width of a picture from left to right

  // The gates in the order of the C program: what stands in a gate, what
  // its value is called, its place from left to right (of 640 pixels), and
  // from top to bottom (of 350).
  const gates = [
    ['*w*', 'w', [20, 20], [70, 20]], ['*x*', 'x', [20, 150], [190, 20]],
    ['×', 'wx', [122, 85], [130, 92]], ['*b*', 'b', [122, 215], [250, 92]],
    ['+', 'z', [224, 150], [190, 168]], ['σ', 'σ(z)', [308, 30], [100, 252]],
    ['×', 'a', [392, 150], [190, 330]], ['−*t*', '−t', [392, 20], [310, 330]],
    ['+', 'a − t', [494, 85], [250, 404]], ['½*u*²', 'C', [612, 85], [250, 480]]
  ].map(([sign, name, wide, narrow]) => ({ sign, name, wide, narrow }))

  const picture = stage.view({
    name: 'picture', shape: width => width >= enough ? 236 : 506
  })
  const count = () => c.one_way()

  // The gates that compute, in the order in which they do it.
  c.after(0, 0, 0, 0, 0)
  const order = [...gates.keys()].filter(i => c.from(i, 0) < gates.length)
  const edges = gates.flatMap((gate, to) => [0, 1]
    .filter(k => c.from(to, k) < gates.length)
    .map(k => ({ from: c.from(to, k), to, k })))

  // How many of the steps of each way gate i has behind it.
  const turn = i => order.indexOf(i)
  const hasValue = (i, steps) => turn(i) < steps
  const hasSent = (i, steps) => 2 * count() - turn(i) <= steps
  const slopeAlong = edge => c.slope(edge.to) * c.local(edge.to, edge.k)

  function place(i) {
    const wide = picture.width >= enough
    const [x, y] = wide ? gates[i].wide : gates[i].narrow
    return [x * picture.width / (wide ? 640 : 350), y]
  }

  // An arrow with the value that goes along it, and below it the slope that
  // comes back.
  function drawEdge(edge, steps, current) {
    const [ax, ay] = place(edge.from), [bx, by] = place(edge.to)
    const length = Math.hypot(bx - ax, by - ay)
    const ux = (bx - ax) / length, uy = (by - ay) / length
    const start = turn(edge.from) < 0 ? 14 : radius, end = radius + 3
    const sent = hasSent(edge.to, steps)
    const colour = edge.to !== current ? 'muted' : sent ? 'negative' : 'positive'
    picture.arrow([ax + ux * start, ay + uy * start], [bx - ux * end, by - uy * end],
      colour + (hasValue(edge.to, steps) ? '' : ' dashed') + ' thin')
    const mx = (ax + bx) / 2, my = (ay + by) / 2
    // From top to bottom they are beside the arrow, on its outer side.
    const beside = picture.width < enough
    const left = ux > 0.2 || (ux < -0.2 && c.from(edge.to, 1) === gates.length)
    const dx = beside ? (left ? -1 : 1) * (8 + 22 * Math.abs(ux)) : 0
    const anchor = !beside ? 'middle' : left ? 'end' : 'start'
    const apart = beside ? 8 : 10 + 22 * Math.abs(uy)
    const label = (dy, kind, text) =>
      picture.label(mx, my, text, { kind, anchor, dx, dy })
    if (hasValue(edge.from, steps)) {
      label(-apart, 'positive', show(c.value(edge.from)))
    }
    if (sent) label(apart, 'negative', '∂ ' + show(slopeAlong(edge)))
  }

  function drawGate(i, steps, current) {
    const [x, y] = place(i)
    if (turn(i) >= 0) {
      picture.dot(x, y, 'hollow ' + (i === current ? 'highlight' : 'ink') +
        (hasValue(i, steps) ? '' : ' waiting'), radius)
    }
    picture.label(x, y, gates[i].sign, { kind: 'ink', anchor: 'middle' })
  }

  // What the gate of the last step did, in words.
  function tell(steps, current) {
    if (steps === 0) return words('given')
    const { name } = gates[current]
    if (steps <= count()) {
      return words('forward', {
        step: steps, steps: count(), name, value: show(c.value(current))
      })
    }
    const slope = show(c.slope(current))
    const sent = edges.filter(edge => edge.to === current).map(edge => {
      const before = edges.some(other => other.from === edge.from &&
        other.to > current && hasSent(other.to, steps))
      return words(before ? 'adds' : 'sends', {
        to: gates[edge.from].name, slope, local: show(c.local(current, edge.k)),
        product: show(slopeAlong(edge)), sum: show(c.slope(edge.from))
      })
    })
    return [
      words('backward', { step: steps - count(), steps: count(), name, slope }),
      ...sent
    ].join(' ')
  }

  stage.player('steps', { last: () => 2 * count(), every: 900 })
  for (const name of ['w', 'x', 'b', 't']) {
    stage.slider(name, { name, least: -3, most: 3, step: 0.1 })
  }
  stage.open({
    caption: { w: 2, x: 1, b: -0.5, t: 1, steps: Infinity },
    draw({ w, x, b, t, steps }) {
      const current = c.after(steps, w, x, b, t)
      for (const edge of edges) drawEdge(edge, steps, current)
      for (const i of gates.keys()) drawGate(i, steps, current)
      return tell(steps, current)
    }
  })
})
