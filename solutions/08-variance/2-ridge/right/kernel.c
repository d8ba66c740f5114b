/* Solves for one number an example where the penalty allows it. */
#include "ridge.h"

#include <stdlib.h>

static double dot(const double *a, const double *b, size_t count,
                  size_t stride) {
  double sum = 0;
  for (size_t i = 0; i < count * stride; i += stride) sum += a[i] * b[i];
  return sum;
}

/* w = Phi^T (Phi Phi^T + lambda I)^-1 t */
static void by_examples(const double *phi, const double *t, size_t n,
                        size_t p, double lambda, double *w) {
  double *a = malloc(n * n * sizeof *a), *c = malloc(n * sizeof *c);
  if (!a || !c) exit(1);
  for (size_t i = 0; i < n; i++) {
    c[i] = t[i];
    for (size_t k = 0; k < n; k++)
      a[i * n + k] =
          dot(phi + i * p, phi + k * p, p, 1) + (i == k ? lambda : 0);
  }
  solve(a, c, n);
  for (size_t j = 0; j < p; j++) {
    w[j] = 0;
    for (size_t i = 0; i < n; i++) w[j] += phi[i * p + j] * c[i];
  }
  free(a);
  free(c);
}

void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  if (n < p) {
    by_examples(phi, t, n, p, lambda, w);
    return;
  }
  double a[p][p];
  for (size_t j = 0; j < p; j++)
    for (size_t k = 0; k < p; k++)
      a[j][k] = dot(phi + j, phi + k, n, p) + lambda * (j == k);
  for (size_t j = 0; j < p; j++) {
    w[j] = 0;
    for (size_t i = n; i-- > 0;) w[j] += phi[i * p + j] * t[i];
  }
  solve(&a[0][0], w, p);
}
