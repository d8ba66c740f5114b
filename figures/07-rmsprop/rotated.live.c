/* RMSprop on a bowl that can be turned, live. */
#define main chapter_main
#include "../../chapters/07-rmsprop/rmsprop.c"
#undef main

#include "live.h"

#include <nn/elementary.h>

#include <string.h>

enum { STEPS = 120 };

static nn_real places[STEPS + 1][2];

/* The loop of the static figure, for any angle, in degrees. */
LIVE(run)
size_t live_run(nn_real w1, nn_real w2, nn_real degrees, nn_real rate) {
  nn_real angle = degrees * (nn_real)0.017453292519943295;
  bowl b = {100, nn_cos(angle), nn_sin(angle)};
  weight p[2] = {{w1, 0}, {w2, 0}};
  for (size_t k = 0; k <= STEPS; k++) {
    nn_real w[2] = {p[0].w, p[1].w}, g[2];
    memcpy(places[k], w, sizeof w);
    bowl_loss(&b, w, g);
    for (int i = 0; i < 2; i++)
      rms_step(&p[i], g[i], rate, (nn_real)0.9, (nn_real)1e-8);
  }
  return STEPS;
}

LIVE(path) nn_real *live_path(void) {
  return places[0];
}

size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  for (int degrees = 0; degrees <= 90; degrees += 15) {
    size_t steps = live_run(-8, 2, (nn_real)degrees, (nn_real)0.1);
    for (size_t k = 0; k <= steps && count + 2 < most; k++) {
      numbers[count++] = (double)places[k][0];
      numbers[count++] = (double)places[k][1];
    }
  }
  return count;
}
