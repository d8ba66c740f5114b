/* Takes the sigmoid of each. */
#include "softmax.h"

#include <math.h>

static double largest(const double *z, size_t n) {
  double most = z[0];
  for (size_t i = 1; i < n; i++) most = fmax(most, z[i]);
  return most;
}

void softmax(const double *z, size_t n, double *a) {
  for (size_t i = 0; i < n; i++) a[i] = 1 / (1 + exp(-z[i]));
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double most = largest(z, n), total = 0;
  for (size_t i = 0; i < n; i++) total += exp(z[i] - most);
  return log(total) + most - z[right];
}
