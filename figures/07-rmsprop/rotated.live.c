/* RMSprop and gradient descent on a bowl that can be turned, live. */
#define main chapter_main
#include "../../chapters/07-rmsprop/rmsprop.c"
#undef main

#include "live.h"

#include <nn/elementary.h>

#include <string.h>

enum { STEPS = 120, KAPPA = 100 }; /* as the static figure */

static nn_real places[STEPS + 1][2];

static bowl bowl_at(nn_real degrees) {
  nn_real angle = degrees * (nn_real)0.017453292519943295;
  return (bowl){KAPPA, nn_cos(angle), nn_sin(angle)};
}

/* A place of the bowl that lies along the weights, turned with it. */
LIVE(turned)
nn_real live_turned(nn_real u1, nn_real u2, nn_real degrees, size_t i) {
  bowl b = bowl_at(degrees);
  nn_real w[2];
  turn_back(&b, (nn_real[2]){u1, u2}, w);
  return w[i];
}

/* Walks from a place that turns with the bowl, by RMSprop or, with
 * `by_gradient`, by gradient descent; returns the number of steps. */
LIVE(run)
size_t live_run(nn_real u1, nn_real u2, nn_real degrees, nn_real rate,
                bool by_gradient) {
  bowl b = bowl_at(degrees);
  nn_real w[2], g[2];
  turn_back(&b, (nn_real[2]){u1, u2}, w);
  weight p[2] = {{w[0], 0}, {w[1], 0}};
  for (size_t k = 0; k <= STEPS; k++) {
    for (int i = 0; i < 2; i++) places[k][i] = w[i] = p[i].w;
    bowl_loss(&b, w, g);
    for (int i = 0; i < 2; i++)
      if (by_gradient)
        p[i].w -= rate * g[i];
      else
        rms_step(&p[i], g[i], rate, (nn_real)0.9, (nn_real)1e-8);
  }
  return STEPS;
}

/* The best rate of gradient descent, whatever the angle: 2/(mu + L). */
LIVE(best) nn_real live_best(void) {
  return 2 / (nn_real)(1 + KAPPA);
}

LIVE(path) nn_real *live_path(void) {
  return places[0];
}

/* How far the last place is from the minimum. */
LIVE(left) double live_left(void) {
  const nn_real *w = places[STEPS];
  return (double)root(w[0] * w[0] + w[1] * w[1]);
}

size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  for (int by_gradient = 0; by_gradient < 2; by_gradient++)
    for (int degrees = 0; degrees <= 90; degrees += 15) {
      size_t steps =
          live_run(-8, 2, (nn_real)degrees,
                   by_gradient ? live_best() : (nn_real)0.1, by_gradient);
      for (size_t k = 0; k <= steps && count + 3 < most; k++) {
        numbers[count++] = (double)places[k][0];
        numbers[count++] = (double)places[k][1];
      }
      numbers[count++] = live_left();
    }
  return count;
}
