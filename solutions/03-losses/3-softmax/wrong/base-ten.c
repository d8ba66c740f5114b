/* Takes the logarithm to base 10. */
#include "softmax.h"

#include <math.h>

static double largest(const double *z, size_t n) {
  double most = z[0];
  for (size_t i = 1; i < n; i++) most = fmax(most, z[i]);
  return most;
}

void softmax(const double *z, size_t n, double *a) {
  double shift = largest(z, n), sum = 0;
  for (size_t i = 0; i < n; i++) sum += exp(z[i] - shift);
  for (size_t i = 0; i < n; i++) a[i] = exp(z[i] - shift) / sum;
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double most = largest(z, n), total = 0;
  for (size_t i = 0; i < n; i++) total += exp(z[i] - most);
  return log10(total) + most - z[right];
}
