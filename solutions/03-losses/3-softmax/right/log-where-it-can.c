/* Takes the logarithm of the softmax where it is far enough from 0. */
#include "softmax.h"

#include <math.h>

static size_t largest(const double *z, size_t n) {
  size_t at = 0;
  while (n-- > 1)
    if (z[n] > z[at]) at = n;
  return at;
}

void softmax(const double *z, size_t n, double *a) {
  const double most = z[largest(z, n)];
  double sum = 0;
  for (size_t i = 0; i < n; i++) {
    a[i] = exp(z[i] - most);
    sum += a[i];
  }
  for (size_t i = 0; i < n; i++) a[i] *= 1 / sum;
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double a[n];
  size_t top = largest(z, n);
  softmax(z, n, a);
  if (a[right] > 1e-200) return -log(a[right]);
  return z[top] - z[right] - log(a[top]);
}
