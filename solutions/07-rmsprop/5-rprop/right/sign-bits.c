/* Uses copysign and signbit, and leaves zeros out first. */
#include "rprop.h"

#include <math.h>

static double clamped(double x) {
  return fmin(fmax(x, 1e-6), 50);
}

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (size_t i = 0; i < n; i++) {
    const double last = previous[i];
    previous[i] = g[i];
    if (g[i] == 0) continue;
    if (last != 0)
      size[i] =
          clamped(size[i] * (!signbit(g[i]) == !signbit(last) ? 1.2 : 0.5));
    w[i] += copysign(size[i], -g[i]);
  }
}
