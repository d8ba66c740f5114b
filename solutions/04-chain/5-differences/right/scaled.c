/* Scales by the largest number first, so that no square overflows. */
#include "differences.h"

#include <math.h>

static double at(loss_function *loss, double *w, size_t n, size_t i,
                 double place) {
  const double kept = w[i];
  w[i] = place;
  const double value = loss(w, n);
  w[i] = kept;
  return value;
}

double slope_by_difference(loss_function *loss, double *w, size_t n,
                           size_t i, double h) {
  return 0.5 * (at(loss, w, n, i, w[i] + h) - at(loss, w, n, i, w[i] - h)) /
         h;
}

double relative_error(const double *g, const double *d, size_t n) {
  double largest = 0, apart = 0, g_squared = 0, d_squared = 0;
  for (size_t i = 0; i < n; i++)
    largest = fmax(largest, fmax(fabs(g[i]), fabs(d[i])));
  for (size_t i = 0; i < n && largest > 0; i++) {
    const double of_g = g[i] / largest, of_d = d[i] / largest;
    apart += pow(of_g - of_d, 2);
    g_squared += of_g * of_g;
    d_squared += of_d * of_d;
  }
  return largest > 0 ? sqrt(apart) / sqrt(fmax(g_squared, d_squared)) : 0;
}
