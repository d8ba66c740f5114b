/* Solves for the weights and n multipliers at once. */
#include "least-norm.h"

#include <stdlib.h>
#include <string.h>

/* w - Phi^T c = 0 and Phi w = t */
void least_norm(const double *phi, const double *t, size_t n, size_t p,
                double *w) {
  size_t m = p + n;
  double *a = calloc(m * m, sizeof *a), *x = calloc(m, sizeof *x);
  if (!a || !x) exit(1);
  for (size_t j = 0; j < p; j++) a[j * m + j] = 1;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < p; j++) {
      a[(p + i) * m + j] = phi[i * p + j];
      a[j * m + p + i] = -phi[i * p + j];
    }
  memcpy(x + p, t, n * sizeof *t);
  solve(a, x, m);
  memcpy(w, x, p * sizeof *w);
  free(a);
  free(x);
}
