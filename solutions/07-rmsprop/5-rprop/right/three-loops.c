/* Changes all sizes, then all weights, and copies the slopes at once. */
#include "rprop.h"

#include <math.h>
#include <string.h>

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  static const double factors[] = {0.5, 1, 1.2};
  for (size_t i = 0; i < n; i++) {
    double agree = g[i] * previous[i];
    size[i] *= factors[(agree > 0) - (agree < 0) + 1];
  }
  for (size_t i = 0; i < n; i++)
    size[i] = size[i] > 50 ? 50 : size[i] < 1e-6 ? 1e-6 : size[i];
  for (size_t i = 0; i < n; i++)
    if (g[i] != 0) w[i] -= g[i] / fabs(g[i]) * size[i];
  memcpy(previous, g, n * sizeof *g);
}
