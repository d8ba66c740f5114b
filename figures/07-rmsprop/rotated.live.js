// RMSprop on a bowl to turn. All numbers come from rotated.live.c.
'use strict'
liveFigures.draw('07-rmsprop/rotated', (root, c, kit) => {
  liveFigures.bowl(root, c, kit, {
    curvature: 100,
    reach: [9, 7],
    start: [-8, 2],
    sliders: [['angle', 0, 90, 1, 0], ['rate', 0.01, 0.3, 0.01, 0.1]],
    angle: ([degrees]) => degrees * Math.PI / 180,
    values: ([angle, rate]) => ({ angle, rate })
  })
})
