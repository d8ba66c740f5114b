/* Lets sums be exactly 0 where a neuron has to be silent. */
#include "parity.h"

#include <string.h>

void parity(size_t n, double *w) {
  memset(w, 0, (n * n + 2 * n + 1) * sizeof *w);
  for (size_t i = 0; i < n * n; i++) w[i] = 1;
  for (size_t k = 1; k < n; k++) w[n * n + k] = -(double)k;
  for (size_t k = 0; k < n; k += 2) w[n * n + n + k] = 1;
  for (size_t k = 1; k < n; k += 2) w[n * n + n + k] = -1;
}

void by_count(const double *wanted, size_t n, double *w) {
  parity(n, w);
  double *out = w + n * n + n;
  out[n] = wanted[0];
  for (size_t k = 0; k < n; k++) {
    if (wanted[k + 1] == wanted[k])
      out[k] = 0;
    else
      out[k] = wanted[k + 1] > 0 ? 1 : -1;
  }
}

/* Counts the odd rows, by the triangle of Pascal. */
double table_neurons(size_t n) {
  double choose = 1, sum = 0;
  for (size_t k = 0; k <= n; k++) {
    if (k % 2) sum += choose;
    choose = choose * (double)(n - k) / (double)(k + 1);
  }
  return sum;
}
