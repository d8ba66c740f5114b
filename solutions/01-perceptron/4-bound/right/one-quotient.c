/* Computes the bound as one quotient of squares, without the margin. */
#include "bound.h"

#include <math.h>

static double dot(const double *a, const double *b, size_t n) {
  return n == 0 ? 0 : dot(a, b, n - 1) + a[n - 1] * b[n - 1];
}

double squared_radius(const double *x, size_t count, size_t n) {
  double most = 1 + dot(x, x, n);
  while (--count > 0) {
    x += n;
    most = fmax(most, 1 + dot(x, x, n));
  }
  return most;
}

static double least_product(const double *x, const double *y, size_t count,
                            size_t n, const double *u, double b) {
  double least = INFINITY;
  for (size_t i = 0; i < count; i++)
    least = fmin(least, y[i] * (dot(u, x + i * n, n) + b));
  return least;
}

double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b) {
  return least_product(x, y, count, n, u, b) / sqrt(dot(u, u, n) + b * b);
}

double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate) {
  double least = least_product(x, y, count, n, u, b);
  if (least <= 0) return INFINITY;
  return squared_radius(x, count, n) * (dot(u, u, n) + b * b) /
         (least * least);
}
