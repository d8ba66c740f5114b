/* Puts the constant 1 and the bias into longer arrays, from malloc. */
#include "bound.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double *longer(const double *row, size_t n, double last) {
  double *all = malloc((n + 1) * sizeof *all);
  if (!all) abort();
  memcpy(all, row, n * sizeof *row);
  all[n] = last;
  return all;
}

static double product(const double *a, const double *b, size_t n) {
  double sum = 0;
  for (size_t k = 0; k <= n; k++) sum += a[k] * b[k];
  return sum;
}

double squared_radius(const double *x, size_t count, size_t n) {
  double radius = 0;
  for (size_t i = count; i > 0; i--) {
    double *row = longer(x + (i - 1) * n, n, 1);
    double squared = product(row, row, n);
    if (squared > radius) radius = squared;
    free(row);
  }
  return radius;
}

double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b) {
  double *weights = longer(u, n, b), least = 0;
  for (size_t i = 0; i < count; i++) {
    double *row = longer(x + i * n, n, 1);
    double here = y[i] * product(weights, row, n);
    if (i == 0 || here < least) least = here;
    free(row);
  }
  double length = sqrt(product(weights, weights, n));
  free(weights);
  return least / length;
}

double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate) {
  double gamma = margin(x, y, count, n, u, b);
  if (gamma > 0) {
    double ratio = sqrt(squared_radius(x, count, n)) / gamma;
    return ratio * ratio;
  }
  return INFINITY;
}
