// Twenty steps of gradient descent. All numbers come from paths.live.c.
'use strict'
liveFigures.draw('05-descent/paths', (root, c, kit) => {
  liveFigures.bowl(root, c, kit, {
    curvature: 10,
    reach: [10, 4],
    start: [-9, 2.5],
    sliders: [['rate', 0.01, 0.22, 0.002, 0.1]],
    values: ([rate]) => ({ rate })
  })
})
