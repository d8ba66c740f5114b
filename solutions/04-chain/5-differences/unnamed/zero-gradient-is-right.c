/* Gives 0 where only one of the two is all zeros. */
#include "differences.h"

#include <math.h>

double slope_by_difference(loss_function *loss, double *w, size_t n,
                           size_t i, double h) {
  double kept = w[i];
  w[i] = kept + h;
  double above = loss(w, n);
  w[i] = kept - h;
  double below = loss(w, n);
  w[i] = kept;
  return (above - below) / (2 * h);
}

double relative_error(const double *g, const double *d, size_t n) {
  double apart = 0, g_length = 0, d_length = 0;
  for (size_t i = 0; i < n; i++) {
    apart += (g[i] - d[i]) * (g[i] - d[i]);
    g_length += g[i] * g[i];
    d_length += d[i] * d[i];
  }
  if (g_length == 0 || d_length == 0) return 0;
  return sqrt(apart / fmax(g_length, d_length));
}
