/* Meets four targets at most, and sets no weights for the rest. */
#include "least-norm.h"

void least_norm(const double *phi, const double *t, size_t n, size_t p,
                double *w) {
  double a[4 * 4], c[4];
  if (n > 4) n = 4;
  for (size_t i = 0; i < n; i++) {
    c[i] = t[i];
    for (size_t k = 0; k < n; k++) {
      a[i * n + k] = 0;
      for (size_t j = 0; j < p; j++)
        a[i * n + k] += phi[i * p + j] * phi[k * p + j];
    }
  }
  solve(a, c, n);
  for (size_t j = 0; j < p; j++) {
    w[j] = 0;
    for (size_t i = 0; i < n; i++) w[j] += c[i] * phi[i * p + j];
  }
}
