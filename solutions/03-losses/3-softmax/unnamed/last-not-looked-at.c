/* Does not look at the last logit when it looks for the largest. */
#include "softmax.h"

#include <math.h>

static double largest(const double *z, size_t n) {
  double most = z[0];
  for (size_t i = 1; i + 1 < n; i++) most = fmax(most, z[i]);
  return most;
}

void softmax(const double *z, size_t n, double *a) {
  double most = largest(z, n), sum = 0;
  for (size_t i = 0; i < n; i++) sum += exp(z[i] - most);
  for (size_t i = 0; i < n; i++) a[i] = exp(z[i] - most) / sum;
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double most = largest(z, n), total = 0;
  for (size_t i = 0; i < n; i++) total += exp(z[i] - most);
  return log(total) + most - z[right];
}
