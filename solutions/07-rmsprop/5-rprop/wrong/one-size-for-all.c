/* One size for all weights. */
#include "rprop.h"

#include <math.h>

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (size_t i = 0; i < n; i++) {
    double agree = g[i] * previous[i];
    if (agree > 0) size[0] = fmin(1.2 * size[0], 50);
    if (agree < 0) size[0] = fmax(0.5 * size[0], 1e-6);
    if (g[i] > 0) w[i] -= size[0];
    if (g[i] < 0) w[i] += size[0];
    previous[i] = g[i];
  }
}
