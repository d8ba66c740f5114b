/* Leaves a size as it is where the change would pass a limit. */
#include "rprop.h"

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (size_t i = 0; i < n; i++) {
    double agree = g[i] * previous[i];
    if (agree > 0 && 1.2 * size[i] <= 50) size[i] *= 1.2;
    if (agree < 0 && 0.5 * size[i] >= 1e-6) size[i] *= 0.5;
    if (g[i] > 0) w[i] -= size[i];
    if (g[i] < 0) w[i] += size[i];
    previous[i] = g[i];
  }
}
