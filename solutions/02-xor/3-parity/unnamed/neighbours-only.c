/* Lets each hidden neuron compare two neighbours, as in a chain of XORs. */
#include "parity.h"

#include <math.h>
#include <string.h>

void parity(size_t n, double *w) {
  memset(w, 0, (n * n + 2 * n + 1) * sizeof *w);
  for (size_t k = 0; k < n; k++) {
    w[k * n + k] = 1;
    w[(k + 1) % n * n + k] -= 1;
    w[n * n + k] = -0.5;
    w[n * n + n + k] = 1;
  }
  w[n * n + 2 * n] = -0.5;
}

void by_count(const double *wanted, size_t n, double *w) {
  for (size_t i = 0; i < n * n; i++) w[i] = 1;
  for (size_t k = 0; k < n; k++) {
    w[n * n + k] = -((double)k + 0.5);
    w[n * n + n + k] = wanted[k + 1] - wanted[k];
  }
  w[n * n + 2 * n] = wanted[0] - 0.5;
}

double table_neurons(size_t n) {
  return ldexp(1, (int)n - 1);
}
