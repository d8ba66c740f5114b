/* Takes the residuals for unknowns too, and solves n + p equations. */
#include "ridge.h"

#include <stdlib.h>

/* r + Phi w = t and Phi^T r - lambda w = 0 */
void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  size_t m = n + p;
  double *a = calloc(m * m, sizeof *a), *x = calloc(m, sizeof *x);
  if (!a || !x) exit(EXIT_FAILURE);
  for (size_t i = 0; i < n; i++) {
    a[i * m + i] = 1;
    x[i] = t[i];
    for (size_t j = 0; j < p; j++)
      a[i * m + n + j] = a[(n + j) * m + i] = phi[i * p + j];
  }
  for (size_t j = n; j < m; j++) a[j * m + j] = -lambda;
  solve(a, x, m);
  for (size_t j = 0; j < p; j++) w[j] = x[n + j];
  free(a);
  free(x);
}
