/* Fills one triangle example by example, and mirrors it. */
#include "ridge.h"

#include <stdlib.h>
#include <string.h>

void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  double *a = calloc(p * p + p, sizeof *a), *right = a + p * p;
  if (!a) exit(1);
  for (const double *row = phi; row < phi + n * p; row += p, t++)
    for (size_t j = 0; j < p; j++) {
      for (size_t k = 0; k <= j; k++) a[j * p + k] += row[j] * row[k];
      right[j] += row[j] * *t;
    }
  for (size_t j = 0; j < p; j++) {
    a[j * p + j] += lambda;
    for (size_t k = 0; k < j; k++) a[k * p + j] = a[j * p + k];
  }
  solve(a, right, p);
  memcpy(w, right, p * sizeof *w);
  free(a);
}
