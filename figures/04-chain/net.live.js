// The network in numbers: its sums and answers go forward, its errors come
// back, then the slopes of its weights are known. All numbers come from
// net.live.c.
'use strict'
liveFigures.figure('04-chain/net', (c, stage) => {
  const { words } = stage
  const enough = 540 // the width of a picture from left to right
  const upper = n => [...String(n)].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]).join('')
  const lower = n => [...String(n)].map(digit => '₀₁₂₃₄₅₆₇₈₉'[digit]).join('')
  // z²₁ and the like; layers and neurons from 0, as in the C.
  const name = (letter, l, ...indices) =>
    letter + upper(l + 1) + indices.map(i => lower(i + 1)).join('')
  const show = x => liveFigures.show(Number(x.toPrecision(3)))
  const factor = x => x < 0 ? `(${show(x)})` : show(x)

  // ---- the steps ----------------------------------------------------------

  c.set(1, 2, 0)
  const layers = Array.from({ length: c.depth() }, (all, l) => l)
  const neurons = layers.flatMap(l =>
    Array.from({ length: c.outputs(l) }, (all, j) => [l, j]))
  const output = layers.length - 1
  const backward = layers.slice(0, -1).reverse().flatMap(l =>
    neurons.filter(([layer]) => layer === l))
  // Which equation of the list, for which neuron or layer.
  const steps = [
    ...neurons.map(([l, j]) => ({ equation: 0, l, j })),
    { equation: 1, l: output },
    { equation: 2, l: output, j: 0 },
    ...backward.map(([l, j]) => ({ equation: 3, l, j })),
    { equation: 4 },
    ...[...layers].reverse().map(l => ({ equation: 5, l }))
  ]
  const indexOf = wanted => 1 + steps.findIndex(one =>
    Object.entries(wanted).every(([key, value]) => one[key] === value))
  const knows = {
    answer: (k, l, j) => k >= indexOf({ equation: 0, l, j }),
    loss: k => k >= indexOf({ equation: 1 }),
    delta: (k, l, j) => k >= indexOf({ equation: l === output ? 2 : 3, l, j }),
    slope: (k, l) => k >= indexOf({ equation: 5, l }),
    biases: k => k >= indexOf({ equation: 4 })
  }

  // What comes in at layer l.
  const incoming = (l, i, state) => l ? c.a(l - 1, i) : state.x[i]
  const below = l => Array.from({ length: c.inputs(l) }, (all, i) => i)
  const above = l => Array.from({ length: c.outputs(l + 1) }, (all, j) => j)
  const plus = terms => terms.join(' + ')
  // Lines are broken only between equations.
  const list = equations =>
    equations.map(one => one.replace(/ /g, '\u00a0').replace('/', '/\u2060')).join(', \u2002')

  const numbers = [
    ({ l, j }, state) => {
      const terms = below(l).map(i => `${show(incoming(l, i, state))} · ${factor(c.weight(l, i, j))}`)
      return list([
        `${name('z', l, j)} = ${plus([...terms, factor(c.bias(l, j))])} = ${show(c.z(l, j))}`,
        `${name('a', l, j)} = σ(${show(c.z(l, j))}) = ${show(c.a(l, j))}`
      ])
    },
    ({ l }, { t }) =>
      `C = ½ (${show(c.a(l, 0))} − ${show(t)})² = ${show(c.loss())}`,
    ({ l, j }, { t }) => `${name('δ', l, j)} = (${show(c.a(l, j))} − ${show(t)}) · ` +
      `${show(c.derivative(l, j))} = ${show(c.delta(l, j))}`,
    ({ l, j }) => {
      const terms = above(l).map(k => `${show(c.weight(l + 1, j, k))} · ${factor(c.delta(l + 1, k))}`)
      return `${name('δ', l, j)} = (${plus(terms)}) · ${show(c.derivative(l, j))} = ${show(c.delta(l, j))}`
    },
    () => list(neurons.map(([l, j]) =>
      `∂C/∂${name('b', l, j)} = ${show(c.bias_slope(l, j))}`)),
    ({ l }, state) => list(below(l).flatMap(i => neurons
      .filter(([layer]) => layer === l)
      .map(([, j]) => `∂C/∂${name('w', l, i, j)} = ${show(incoming(l, i, state))} · ` +
        `${factor(c.delta(l, j))} = ${show(c.weight_slope(l, i, j))}`)))
  ]

  // ---- the picture --------------------------------------------------------

  const wide = () => picture.width >= enough
  let radius
  const picture = stage.view({
    name: 'picture', shape: width => width >= enough ? 330 : 545
  })

  // Layer −1 are the inputs.
  function place(l, j) {
    const count = l < 0 ? 2 : c.outputs(l)
    const along = l + 1, across = count === 1 ? 0.5 : j
    return wide()
      ? [34 + along * (picture.width - 110) / 3, 75 + across * 180]
      : [picture.width / 2 + (across - 0.5) * 156, 30 + along * 160]
  }

  // A weight, and below it the slope of the loss by it. Where two arrows
  // cross, each has its numbers near its beginning.
  function drawWeight(l, i, j, k, state) {
    const [ax, ay] = place(l - 1, i), [bx, by] = place(l, j)
    const length = Math.hypot(bx - ax, by - ay)
    const ux = (bx - ax) / length, uy = (by - ay) / length
    const now = steps[k - 1] || {}
    const forward = now.equation === 0 && now.l === l && now.j === j
    const back = (now.equation === 3 && now.l + 1 === l && now.j === i) ||
      (now.equation === 5 && now.l === l)
    const start = [ax + ux * (radius + 4), ay + uy * (radius + 4)]
    const end = [bx - ux * (radius + 4), by - uy * (radius + 4)]
    const kind = forward ? 'positive' : back ? 'negative' : 'muted thin'
    if (back && now.equation === 3) picture.arrow(end, start, kind)
    else picture.arrow(start, end, kind)

    const crosses = i !== j && c.outputs(l) > 1
    const part = crosses ? (wide() || !i ? 0.3 : 0.72) : wide() && uy ? 0.42 : 0.5
    const x = ax + (bx - ax) * part, y = ay + (by - ay) * part
    const slope = knows.slope(k, l)
    let dx = 0, first = i ? 11 : -26, anchor = 'middle'
    if (wide() ? Math.abs(uy) > 0.2 : crosses) {
      // To the right of an oblique arrow: above it or below.
      dx = wide() ? 14 : 10
      first = uy > 0 === ux > 0 ? -16 : 3
      anchor = 'start'
    } else if (!wide()) {
      dx = i ? 8 : -8
      first = -7
      anchor = i ? 'start' : 'end'
    }
    const at = row => ({ anchor, dx, dy: first + row * 16 })
    picture.label(x, y, show(c.weight(l, i, j)), { kind: forward ? 'ink' : 'muted', ...at(0) })
    if (slope) {
      picture.label(x, y, '∂ ' + show(c.weight_slope(l, i, j)), { kind: 'negative', ...at(1) })
    }
  }

  function drawInput(i, state) {
    const [x, y] = place(-1, i)
    picture.dot(x, y, 'hollow muted', radius)
    picture.label(x, y - 8, `*x*${lower(i + 1)}`, { kind: 'ink', anchor: 'middle' })
    picture.label(x, y + 8, show(state.x[i]), { kind: 'positive', anchor: 'middle' })
  }

  function drawNeuron(l, j, k) {
    const [x, y] = place(l, j)
    const now = steps[k - 1] || {}
    const current = now.l === l && now.j === j
    const answered = knows.answer(k, l, j)
    picture.dot(x, y, 'hollow ' + (current ? 'highlight' : 'ink') +
      (answered ? '' : ' waiting'), radius)
    const beside = (dx, dy, text, kind, anchor = 'middle') =>
      picture.label(x, y, text, { dx, dy, kind, anchor })
    if (answered) {
      beside(0, -8, '*z* ' + show(c.z(l, j)), 'ink')
      beside(0, 8, '*a* ' + show(c.a(l, j)), 'positive')
    }
    // The bias above, the error below; from top to bottom at the outer side.
    const right = j || c.outputs(l) === 1
    const note = (side, text, kind) => wide()
      ? beside(0, side * (radius + 12), text, kind)
      : beside((right ? 1 : -1) * (radius + 6), side * 8, text, kind, right ? 'start' : 'end')
    note(-1, `*b* ${show(c.bias(l, j))}`, 'muted')
    if (knows.delta(k, l, j)) note(1, `*δ* ${show(c.delta(l, j))}`, 'negative')
  }

  function drawLoss(k) {
    const [x, y] = place(output, 0)
    if (!knows.loss(k)) return
    const text = `*C* ${show(c.loss())}`
    if (wide()) picture.label(x, y, text, { dy: radius + 30, anchor: 'middle', kind: 'ink' })
    else picture.label(x, y, text, { dx: -radius - 8, anchor: 'end', kind: 'ink' })
  }

  // ---- together -----------------------------------------------------------

  const equations = stage.steps()
  stage.player('k', { last: () => steps.length, every: 1500 })
  for (const i of [0, 1]) {
    stage.slider(`x${i + 1}`, { name: `x${lower(i + 1)}`, least: -3, most: 3, step: 0.1 })
  }
  stage.slider('t', { least: 0, most: 1, step: 0.05 })

  stage.open({
    caption: { x1: 1, x2: 2, t: 0, k: Infinity },
    prepare: ({ x1, x2, t }) => c.set(x1, x2, t),
    draw({ x1, x2, t, k }) {
      const state = { x: [x1, x2], t }
      radius = wide() ? 30 : 26
      for (const [l, j] of neurons) {
        for (const i of below(l)) drawWeight(l, i, j, k, state)
      }
      for (const i of [0, 1]) drawInput(i, state)
      for (const [l, j] of neurons) drawNeuron(l, j, k)
      drawLoss(k)
      const now = steps[k - 1]
      equations.light(now ? now.equation : -1,
        now ? numbers[now.equation](now, state) : '')
      return words(now ? ['forward', 'loss', 'first', 'down', 'biases', 'weights'][now.equation]
        : 'given', {
        step: k, steps: steps.length,
        layer: now && now.l + 1, neuron: now && now.j + 1
      })
    }
  })
})
