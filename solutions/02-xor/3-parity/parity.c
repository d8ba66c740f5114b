/* Reference for xor/parity. */
#include "parity.h"

#include <math.h>

/* Hidden neuron k, counted from 0, fires from k + 1 ones on. Returns where
 * the weights of the output belong. */
static double *count_ones(size_t n, double *w) {
  double *bias = w + n * n;
  for (size_t i = 0; i < n * n; i++) w[i] = 1;
  for (size_t k = 0; k < n; k++) bias[k] = -((double)k + 0.5);
  return bias + n;
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
