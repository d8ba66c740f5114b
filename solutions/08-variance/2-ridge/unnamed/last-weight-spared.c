/* Does not penalise the last of several weights. */
#include "ridge.h"

void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  double a[8 * 8];
  for (size_t j = 0; j < p; j++) {
    w[j] = 0;
    for (size_t i = 0; i < n; i++) w[j] += phi[i * p + j] * t[i];
    for (size_t k = 0; k < p; k++) {
      a[j * p + k] = j == k && (p == 1 || j + 1 < p) ? lambda : 0;
      for (size_t i = 0; i < n; i++)
        a[j * p + k] += phi[i * p + j] * phi[i * p + k];
    }
  }
  solve(a, w, p);
}
