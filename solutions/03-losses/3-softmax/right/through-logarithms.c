/* Takes exponentials of the log-probabilities, which it computes first. */
#include "softmax.h"

#include <math.h>

static double log_sum(const double *z, size_t n) {
  const double *most = z;
  long double sum = 0;
  for (const double *one = z + 1; one < z + n; one++)
    if (*one > *most) most = one;
  for (size_t i = 0; i < n; i++)
    if (z + i != most) sum += exp(z[i] - *most);
  return *most + (double)log1pl(sum);
}

void softmax(const double *z, size_t n, double *a) {
  const double whole = log_sum(z, n);
  for (size_t i = 0; i < n; i++) a[i] = exp(z[i] - whole);
}

double softmax_loss(const double *z, size_t n, size_t right) {
  return log_sum(z, n) - z[right];
}
