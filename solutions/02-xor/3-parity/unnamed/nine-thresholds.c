/* Has no threshold above eight and a half. */
#include "parity.h"

#include <math.h>

static double *count_ones(size_t n, double *w) {
  for (size_t i = 0; i < n * n; i++) w[i] = 1;
  for (size_t k = 0; k < n; k++) w[n * n + k] = -(fmin((double)k, 8) + 0.5);
  return w + n * n + n;
}

void parity(size_t n, double *w) {
  double *out = count_ones(n, w);
  for (size_t k = 0; k < n; k++) out[k] = k % 2 ? -1 : 1;
  out[n] = -0.5;
}

void by_count(const double *wanted, size_t n, double *w) {
  double *out = count_ones(n, w);
  for (size_t k = 0; k < n; k++) out[k] = wanted[k + 1] - wanted[k];
  out[n] = wanted[0] - 0.5;
}

double table_neurons(size_t n) {
  return ldexp(1, (int)n - 1);
}
