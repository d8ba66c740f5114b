/* Moves a copy of the weights, and never touches w itself. */
#include "differences.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double slope_by_difference(loss_function *loss, double *w, size_t n,
                           size_t i, double h) {
  double *moved = malloc(n * sizeof *moved);
  if (!moved) return 0;
  memcpy(moved, w, n * sizeof *moved);
  moved[i] = w[i] - h;
  double below = loss(moved, n);
  moved[i] = w[i] + h;
  double above = loss(moved, n);
  free(moved);
  return (above - below) / h / 2;
}

static double length(const double *a, size_t n) {
  double squares = 0;
  while (n-- > 0) squares += a[n] * a[n];
  return sqrt(squares);
}

double relative_error(const double *g, const double *d, size_t n) {
  double apart[n], longer = fmax(length(g, n), length(d, n));
  for (size_t i = 0; i < n; i++) apart[i] = g[i] - d[i];
  return longer == 0 ? 0 : length(apart, n) / longer;
}
