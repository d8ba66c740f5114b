/* Lets hidden neuron k fire up to k ones, by negative weights. */
#include "parity.h"

typedef struct {
  double *in, *bias, *out, *out_bias;
} parts;

static parts parts_of(size_t n, double *w) {
  return (parts){w, w + n * n, w + n * n + n, w + n * n + 2 * n};
}

/* Hidden neuron k fires if at most k inputs are 1. */
void by_count(const double *wanted, size_t n, double *w) {
  parts net = parts_of(n, w);
  for (size_t k = 0; k < n; k++) {
    for (size_t i = 0; i < n; i++) net.in[i * n + k] = -1;
    net.bias[k] = (double)k + 0.5;
    net.out[k] = wanted[k] - wanted[k + 1];
  }
  *net.out_bias = wanted[n] - 0.5;
}

void parity(size_t n, double *w) {
  parts net = parts_of(n, w);
  for (size_t k = 0; k < n; k++) {
    for (size_t i = 0; i < n; i++) net.in[i * n + k] = -0.125;
    net.bias[k] = ((double)k + 0.75) / 8;
    net.out[k] = k & 1 ? 1 : -1;
  }
  *net.out_bias = n & 1 ? 0.5 : -0.5;
}

double table_neurons(size_t n) {
  return n > 1 ? 2 * table_neurons(n - 1) : 1;
}
