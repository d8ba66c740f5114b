// A neuron's gates: values go forward and slopes come back, one gate at a
// time. All numbers come from gates.live.c.
'use strict'
liveFigures.draw('04-chain/gates', (root, c, kit) => {
  const { make, words } = kit
  const stage = document.createElement('div')
  stage.className = 'live-stage'
  const picture = make('svg', {
    viewBox: '0 0 350 496', class: 'live-picture gates', 'aria-hidden': true
  }, stage)
  const side = document.createElement('div')
  side.className = 'live-side'
  const buttons = document.createElement('p')
  const numbers = document.createElement('p')
  buttons.className = numbers.className = 'live-controls'
  const state = document.createElement('p')
  state.className = 'live-state'
  state.setAttribute('role', 'status')
  side.append(buttons, numbers, state)
  stage.append(side)
  root.append(stage)

  // The gates in the order of the C program: what stands in a gate, what
  // its value is called, and its place.
  const gates = [
    ['w', 'w', 70, 24], ['x', 'x', 190, 24], ['×', 'wx', 130, 94],
    ['b', 'b', 250, 94], ['+', 'z', 190, 168], ['σ', 'σ(z)', 100, 248],
    ['×', 'a', 190, 322], ['−t', '−t', 310, 322], ['+', 'a − t', 250, 394],
    ['½u²', 'C', 250, 468]
  ].map(([sign, name, x, y]) => ({ sign, name, x, y }))
  const radius = 20
  const show = x => x.toFixed(3).replace('-', '−')

  // An arrow with the value that goes along it, and the slope that comes back.
  function makeEdge(to, k) {
    const from = gates[c.from(to, k)], end = gates[to]
    const dx = end.x - from.x, dy = end.y - from.y
    const length = Math.hypot(dx, dy)
    const given = !order.includes(c.from(to, k))
    const trim = r => [dx / length * r, dy / length * r]
    const [ax, ay] = trim(given ? 14 : radius), [bx, by] = trim(radius + 7)
    const arrow = make('path', {
      d: `M${from.x + ax} ${from.y + ay}L${end.x - bx} ${end.y - by}`,
      class: 'edge', 'marker-end': 'url(#live-gates-tip)'
    }, picture)
    // They stand outside: to the left of an arrow that goes to the right, or
    // that leads to a gate all by itself, else to the right.
    const alone = dx < 0 && c.from(to, 1) === gates.length
    const left = dx > 0 || alone
    const apart = dx === 0 ? 8 : 17
    const x = (from.x + end.x) / 2 + (left ? -apart : apart)
    const y = (from.y + end.y) / 2 - (alone ? 13 : 0)
    const anchor = left ? 'end' : 'start'
    const value = make('text', { x, y: y - 1, 'text-anchor': anchor }, picture)
    const slope = make('text', {
      x, y: y + 14, 'text-anchor': anchor, class: 'slope'
    }, picture)
    return { from: c.from(to, k), to, k, arrow, value, slope }
  }

  const tip = make('marker', {
    id: 'live-gates-tip', viewBox: '0 0 8 8', refX: 2, refY: 4,
    markerWidth: 10, markerHeight: 10, markerUnits: 'userSpaceOnUse',
    orient: 'auto'
  }, make('defs', {}, picture))
  make('path', { d: 'M0 0L8 4L0 8z', class: 'tip' }, tip)

  // The gates that compute, in the order in which they do it.
  c.after(0, 0, 0, 0, 0)
  const order = [...gates.keys()].filter(i => c.from(i, 0) < gates.length)
  const oneWay = c.one_way()
  const edges = gates.flatMap((gate, i) => [0, 1]
    .filter(k => c.from(i, k) < gates.length)
    .map(k => makeEdge(i, k)))
  for (const [i, gate] of gates.entries()) {
    const given = !order.includes(i)
    gate.circle = make('circle', {
      r: radius, cx: gate.x, cy: gate.y, class: given ? 'given' : 'gate'
    }, picture)
    const text = make('text', {
      x: gate.x, y: gate.y + 5, 'text-anchor': 'middle', class: 'sign'
    }, picture)
    text.textContent = gate.sign
  }

  // How many of the steps of each way gate i has behind it.
  const turn = i => order.indexOf(i)
  const hasValue = (i, steps) => turn(i) < steps
  const hasSent = (i, steps) => 2 * oneWay - turn(i) <= steps

  let steps = 0

  // What the gate of the last step did, in words.
  function tell(current) {
    const gate = gates[current]
    if (steps === 0) return words('given')
    if (steps <= oneWay) {
      return words('forward', {
        step: steps, steps: oneWay, name: gate.name, value: show(c.value(current))
      })
    }
    const slope = c.slope(current)
    const sent = edges.filter(edge => edge.to === current).map(edge => {
      const local = c.local(current, edge.k)
      const before = edges.some(other => other.from === edge.from &&
        other.to > current && hasSent(other.to, steps))
      return words(before ? 'adds' : 'sends', {
        to: gates[edge.from].name, slope: show(slope), local: show(local),
        product: show(slope * local), sum: show(c.slope(edge.from))
      })
    })
    return [
      words('backward', {
        step: steps - oneWay, steps: oneWay, name: gate.name, slope: show(slope)
      }), ...sent
    ].join(' ')
  }

  const draw = kit.onFrame(() => {
    const current = c.after(steps, ...sliders.map(slider => Number(slider.value)))
    gates.forEach((gate, i) => {
      gate.circle.classList.toggle('waiting', !hasValue(i, steps))
      gate.circle.classList.toggle('current', i === current)
    })
    for (const edge of edges) {
      const went = hasValue(edge.from, steps), came = hasSent(edge.to, steps)
      edge.arrow.classList.toggle('waiting', !hasValue(edge.to, steps))
      edge.arrow.classList.toggle('sent', edge.to === current && came)
      edge.value.textContent = went ? show(c.value(edge.from)) : ''
      edge.slope.textContent = came
        ? '∂ ' + show(c.slope(edge.to) * c.local(edge.to, edge.k)) : ''
    }
    back.disabled = steps === 0
    step.disabled = end.disabled = steps === 2 * oneWay
    state.textContent = tell(current)
  })

  function go(to) {
    steps = Math.max(0, Math.min(2 * oneWay, to))
    draw()
  }
  const step = kit.button(buttons, words('step'), () => go(steps + 1))
  const back = kit.button(buttons, words('back'), () => go(steps - 1))
  const end = kit.button(buttons, words('end'), () => go(2 * oneWay))
  const sliders = [['w', 2], ['x', 1], ['b', -0.5], ['t', 1]].map(([name, value]) =>
    kit.slider(numbers, name, { min: -3, max: 3, step: 0.1, value }, draw))
  draw()
})
