/* Wrong: the slope of the sigmoid is measured. */
#include "hidden.h"

#include <math.h>

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_above, const double *z,
                   double *delta) {
  const double h = 1e-5;
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = 0; j < m; j++) sum += w[i * m + j] * delta_above[j];
    delta[i] = sum * (sigmoid(z[i] + h) - sigmoid(z[i] - h)) / (2 * h);
  }
}
