/* Three balls on a parabola, live: the reader puts them on the map of h
 * and beta. */
#define main chapter_main
#include "../../chapters/06-momentum/momentum.c"
#undef main

#include "live.h"

enum { STEPS = 40 };

static nn_real places[STEPS + 1];

/* Rolls a ball from w = 1, at rest, on a parabola of curvature 1, where
 * h = eta lambda is the rate; returns the number of steps. */
LIVE(walk) size_t live_walk(nn_real h, nn_real beta) {
  ball b = {1, 0};
  for (size_t k = 0; k <= STEPS; k++) {
    places[k] = b.w;
    roll(&b, b.w, h, beta);
  }
  return STEPS;
}

LIVE(places) nn_real *live_places(void) {
  return places;
}

/* The loss relative to that of the start. */
LIVE(loss) nn_real live_loss(nn_real w) {
  return w * w;
}

LIVE(factor) nn_real live_factor(nn_real h, nn_real beta) {
  return spectral_radius(h, beta);
}

/* The borders of the map: the h at which creeping ends, at which flipping
 * begins, and at which the ball gets away. */
LIVE(low) nn_real live_low(nn_real beta) {
  nn_real root = (nn_real)sqrt((double)beta);
  return (1 - root) * (1 - root);
}

LIVE(high) nn_real live_high(nn_real beta) {
  nn_real root = (nn_real)sqrt((double)beta);
  return (1 + root) * (1 + root);
}

LIVE(limit) nn_real live_limit(nn_real beta) {
  return 2 + 2 * beta;
}

/* The three balls of the static figure, and one that gets away. */
size_t live_trace(double *numbers, size_t most) {
  static const double balls[][2] = {
      {0.04, 0.5}, {0.2, 0.9}, {2.85, 0.45}, {3.5, 0.2}};
  size_t count = 0;
  for (size_t i = 0; i < sizeof balls / sizeof *balls; i++) {
    nn_real h = (nn_real)balls[i][0], beta = (nn_real)balls[i][1];
    size_t steps = live_walk(h, beta);
    for (size_t k = 0; k <= steps && count + 6 < most; k++)
      numbers[count++] = (double)places[k];
    numbers[count++] = (double)live_loss(places[steps]);
    numbers[count++] = (double)live_factor(h, beta);
    numbers[count++] = (double)live_low(beta);
    numbers[count++] = (double)live_high(beta);
    numbers[count++] = (double)live_limit(beta);
  }
  return count;
}
