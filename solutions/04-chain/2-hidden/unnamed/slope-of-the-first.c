/* Takes the slope of the sigmoid at the first sum for all neurons. */
#include "hidden.h"

#include <math.h>

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_next, const double *z,
                   double *delta) {
  double a = 1 / (1 + exp(-z[0]));
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = 0; j < m; j++) sum += w[i * m + j] * delta_next[j];
    delta[i] = sum * a * (1 - a);
  }
}
