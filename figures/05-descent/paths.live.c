/* Gradient descent on a bowl, live: the start and the rates are the
 * reader's. */
#define main chapter_main
#include "../../chapters/05-descent/descent.c"
#undef main

#include "live.h"

#include <string.h>

enum { STEPS = 20, MU = 1, L = 10 }; /* as the static figure */

static nn_real places[STEPS + 1][2];

LIVE(mu) nn_real live_mu(void) {
  return MU;
}

LIVE(l) nn_real live_l(void) {
  return L;
}

/* Returns the number of steps. */
LIVE(run) size_t live_run(nn_real w1, nn_real w2, nn_real rate) {
  const bowl b = {{MU, L}};
  nn_real w[2] = {w1, w2};
  for (size_t k = 0; k <= STEPS; k++) {
    memcpy(places[k], w, sizeof w);
    descend(b, rate, w);
  }
  return STEPS;
}

LIVE(path) nn_real *live_path(void) {
  return places[0];
}

/* How far the last place is from the minimum. */
LIVE(left) double live_left(void) {
  const nn_real *w = places[STEPS];
  return sqrt((double)(w[0] * w[0] + w[1] * w[1]));
}

size_t live_trace(double *numbers, size_t most) {
  static const nn_real rates[] = {(nn_real)0.03, (nn_real)0.1,
                                  (nn_real)0.18, (nn_real)0.204};
  size_t count = 0;
  for (size_t r = 0; r < 4; r++) {
    size_t steps = live_run(-9, (nn_real)2.5, rates[r]);
    for (size_t k = 0; k <= steps && count + 3 < most; k++) {
      numbers[count++] = (double)places[k][0];
      numbers[count++] = (double)places[k][1];
    }
    numbers[count++] = live_left();
  }
  return count;
}
