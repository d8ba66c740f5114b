/* Solves the equations itself, by Cholesky's factors. */
#include "ridge.h"

static double gram(const double *phi, size_t n, size_t p, size_t j,
                   size_t k) {
  double sum = 0;
  for (size_t i = n; i-- > 0;) sum += phi[i * p + j] * phi[i * p + k];
  return sum;
}

void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  double factor[8][8], y[8];
  for (size_t j = 0; j < p; j++) {
    for (size_t k = 0; k <= j; k++) {
      double rest = gram(phi, n, p, j, k) + (j == k ? lambda : 0);
      for (size_t c = 0; c < k; c++) rest -= factor[j][c] * factor[k][c];
      factor[j][k] = j == k ? sqrt(rest) : rest / factor[k][k];
    }
    y[j] = 0;
    for (size_t i = 0; i < n; i++) y[j] += phi[i * p + j] * t[i];
    for (size_t c = 0; c < j; c++) y[j] -= factor[j][c] * y[c];
    y[j] /= factor[j][j];
  }
  for (size_t j = p; j-- > 0;) {
    w[j] = y[j];
    for (size_t r = j + 1; r < p; r++) w[j] -= factor[r][j] * w[r];
    w[j] /= factor[j][j];
  }
}
