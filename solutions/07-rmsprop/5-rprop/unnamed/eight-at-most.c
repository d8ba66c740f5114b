/* Moves eight weights at most. */
#include "rprop.h"

#include <math.h>

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (size_t i = 0; i < n && i < 8; i++) {
    double agree = g[i] * previous[i];
    if (agree > 0) size[i] = fmin(1.2 * size[i], 50);
    if (agree < 0) size[i] = fmax(0.5 * size[i], 1e-6);
    if (g[i] > 0) w[i] -= size[i];
    if (g[i] < 0) w[i] += size[i];
    previous[i] = g[i];
  }
}
