/* Wrong: the slope is measured, with a step along the imaginary axis. */
#include "hidden.h"

#include <complex.h>

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_above, const double *z,
                   double *delta) {
  const double h = 1e-200;
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = 0; j < m; j++) sum += w[i * m + j] * delta_above[j];
    delta[i] = sum * cimag(1 / (1 + cexp(-(z[i] + h * I)))) / h;
  }
}
