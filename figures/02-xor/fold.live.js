// The plane of the inputs with the lines of two hidden neurons to drag, and
// where these neurons put the inputs. All numbers come from fold.live.c.
'use strict'
liveFigures.figure('02-xor/fold', (c, stage) => {
  const { words } = stage
  const corners = [[0, 0], [1, 0], [0, 1], [1, 1]]
  const fires = corner => corner === 1 || corner === 2
  const kind = corner => fires(corner) ? 'positive' : 'negative hollow'
  const folds = 30 // pictures between the plane and what becomes of it
  const names = ['*h*₁', '*h*₂'], styles = ['', 'dashed']
  const axis = { from: -0.5, to: 1.6, numbers: [0, 1] }

  const plane = stage.view({
    name: 'plane', equal: true, x: { ...axis, name: '*x*₁' }, y: { ...axis, name: '*x*₂' },
    hover: (x, y) => [x, y]
  })
  const folded = stage.view({
    name: 'folded', equal: true, x: { ...axis, name: names[0] }, y: { ...axis, name: names[1] }
  })
  stage.player('fold', { last: () => folds, every: 30, buttons: ['play'] })
  stage.slider('fold', {
    least: 0, most: folds, step: 1, show: k => `${Math.round(100 * k / folds)} %`
  })

  // Each line goes through two points; its neuron fires on its left side.
  const prepare = ({ lines }) =>
    lines.forEach(([a, b], j) => c.set(j, ...a, ...b))
  const line = j => [0, 2, 4].map(i => c.weight(j + i))
  const say = ([x, y]) => [c.says(0, x, y), c.says(1, x, y)]

  function moveTo(lines, j, end, x, y) {
    const inside = v => Math.max(-0.4, Math.min(1.5, v))
    const point = [inside(x), inside(y)]
    const [bx, by] = lines[j][1 - end]
    // The two points of a line stay apart.
    if (Math.hypot(point[0] - bx, point[1] - by) < 0.2) return
    stage.set({
      lines: lines.map((ends, i) =>
        i === j ? ends.map((old, k) => k === end ? point : old) : ends)
    })
  }

  function drawPlane({ lines }, pointed) {
    for (const j of [0, 1]) plane.borderSide(line(j), 'positive')
    for (const j of [0, 1]) plane.borderLine(line(j), 'weight ' + styles[j])
    corners.forEach(([x, y], i) => plane.dot(x, y, kind(i), 6))
    if (pointed) plane.ring(...pointed)
    lines.forEach((ends, j) => {
      const [w1, w2] = line(j), [[ax, ay], [bx, by]] = ends
      const x = ax + (bx - ax) * 0.25, y = ay + (by - ay) * 0.25
      plane.label(x, y, names[j], { kind: 'weight', anchor: 'middle', dx: 11 * w1, dy: -11 * w2 })
      ends.forEach(([x, y], end) => plane.handle(`${j}${end}`, {
        x, y, kind: 'weight hollow', r: 6, step: 0.05,
        label: words('line', { name: names[j].replace(/\*/g, '') }),
        move: (x, y) => moveTo(lines, j, end, x, y)
      }))
    })
  }

  // The plane on its way: each point goes straight to where it lands. The
  // corners that meet stand beside each other.
  function drawFolded(part, separable, pointed) {
    if (separable && part === 1) {
      const edge = [6, 7, 8].map(i => c.weight(i))
      folded.borderSide(edge, 'positive')
      folded.borderLine(edge)
    }
    const landing = point => {
      const [h1, h2] = say(point)
      return [0, 1].map(k => point[k] + ([h1, h2][k] - point[k]) * part)
    }
    for (let i = -2; part < 1 && i <= 7; i++) {
      for (let j = -2; j <= 7; j++) {
        folded.dot(...landing([i / 5, j / 5]), 'muted ghost', 1.5)
      }
    }
    const met = new Map()
    corners.forEach((corner, i) => {
      const [x, y] = landing(corner)
      const place = say(corner).join()
      met.set(place, [...met.get(place) || [], i])
      const beside = (met.get(place).length - 1) * 0.07 * part
      folded.dot(x + beside, y + beside, kind(i), 6)
    })
    if (pointed) folded.ring(...landing(pointed))
    if (part < 1) return
    for (const [place, inputs] of met) {
      const [x, y] = place.split(',').map(Number)
      folded.label(x, y, inputs.map(i => `(${corners[i].join(', ')})`).join(' '),
        { anchor: 'middle', kind: fires(inputs[0]) ? 'positive' : 'negative', dy: 20 })
    }
  }

  stage.open({
    caption: {
      lines: [[[-0.25, 0.75], [0.75, -0.25]], [[0.25, 1.25], [1.25, 0.25]]], fold: folds
    },
    prepare,
    draw(state, pointed) {
      const separable = c.separable()
      drawPlane(state, pointed)
      drawFolded(state.fold / folds, separable, pointed)
      return words(separable ? 'separable' : 'hopeless', { places: c.places() })
    }
  })
})
