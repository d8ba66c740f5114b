/* Gives every hidden neuron a scale of its own, and grows at the output. */
#include "parity.h"

#include <stdint.h>

static double *hidden_layer(size_t n, double *w) {
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++) w[i * n + k] = 1.0 / (double)(k + 1);
  for (size_t k = 0; k < n; k++)
    w[n * n + k] = -((double)k + 0.9) / (double)(k + 1);
  return w + n * n + n;
}

void parity(size_t n, double *w) {
  double *out = hidden_layer(n, w), size = 1;
  for (size_t k = 0; k < n; k++, size = 2) out[k] = k % 2 ? -size : size;
  out[n] = -0.25;
}

void by_count(const double *wanted, size_t n, double *w) {
  double *out = hidden_layer(n, w), sum = wanted[0] > 0 ? 1 : -1;
  out[n] = sum;
  for (size_t k = 1; k <= n; k++) {
    double next = (wanted[k] > 0 ? 1 : -1) * (double)(k + 1);
    out[k - 1] = next - sum;
    sum = next;
  }
}

double table_neurons(size_t n) {
  return (double)(UINT64_C(1) << (n - 1));
}
