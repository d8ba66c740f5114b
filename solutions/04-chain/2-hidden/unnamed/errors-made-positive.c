/* Takes negative errors of the next layer for positive ones. */
#include "hidden.h"

#include <math.h>

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_next, const double *z,
                   double *delta) {
  for (size_t i = 0; i < n; i++) {
    double sum = 0, a = 1 / (1 + exp(-z[i]));
    for (size_t j = 0; j < m; j++)
      sum += w[i * m + j] * fabs(delta_next[j]);
    delta[i] = sum * a * (1 - a);
  }
}
