/* Two balls in two valleys, live: where they start, their beta and their
 * rate are the reader's. */
#define main chapter_main
#include "../../chapters/06-momentum/momentum.c"
#undef main

#include "live.h"

enum { BALLS = 2, STEPS = 20000, FRAMES = STEPS + 1 };

static nn_real places[BALLS][FRAMES];

/* w^4/4 - w^2/2 + w/10 */
LIVE(height) nn_real live_height(nn_real w) {
  return w * w * w * w / 4 - w * w / 2 + w / 10;
}

LIVE(hilltop) nn_real live_hilltop(void) {
  return hilltop();
}

/* Lets ball i go from rest; returns the number of steps until it lies
 * still, in the chapter's sense, or has left the picture. Where it was
 * after each step is in places[i]. */
LIVE(release)
size_t live_release(size_t i, nn_real start, nn_real rate, nn_real beta) {
  ball b = {start, 0};
  size_t k = 0;
  places[i][0] = start;
  while (k < STEPS && fabs((double)b.w) < 10) {
    nn_real slope = valleys_slope(b.w);
    if (k > 0 && fabs((double)b.v) < 1e-9 && fabs((double)slope) < 1e-7)
      break;
    roll(&b, slope, rate, beta);
    places[i][++k] = b.w;
  }
  return k;
}

LIVE(places) nn_real *live_places(size_t i) {
  return places[i];
}

/* The two balls of the static figure, and one that gets away. */
size_t live_trace(double *numbers, size_t most) {
  static const nn_real runs[][3] = {
      {(nn_real)1.6, (nn_real)0.01, (nn_real)0.95},
      {-2, (nn_real)0.01, (nn_real)0.95},
      {-2, 1, (nn_real)0.9}};
  size_t count = 0;
  numbers[count++] = (double)live_hilltop();
  for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
    size_t steps = live_release(1, runs[i][0], runs[i][1], runs[i][2]);
    numbers[count++] = (double)steps;
    for (size_t k = 0; k <= steps && count + 2 < most; k += 7)
      numbers[count++] = (double)places[1][k];
    numbers[count++] = (double)live_height(places[1][steps]);
  }
  return count;
}
