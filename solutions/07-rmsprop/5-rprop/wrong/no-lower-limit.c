/* Lets sizes shrink without limit. */
#include "rprop.h"

#include <math.h>

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (size_t i = 0; i < n; i++) {
    double agree = g[i] * previous[i];
    if (agree > 0) size[i] = fmin(1.2 * size[i], 50);
    if (agree < 0) size[i] = 0.5 * size[i];
    if (g[i] > 0) w[i] -= size[i];
    if (g[i] < 0) w[i] += size[i];
    previous[i] = g[i];
  }
}
