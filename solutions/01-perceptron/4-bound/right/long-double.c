/* Sums in long double, and looks for the index of the extreme example. */
#include "bound.h"

#include <math.h>

static long double squares(const double *a, size_t n) {
  long double sum = 0;
  for (const double *end = a + n; a < end; a++) sum += (long double)*a * *a;
  return sum;
}

double squared_radius(const double *x, size_t count, size_t n) {
  size_t farthest = 0;
  for (size_t i = 1; i < count; i++)
    if (squares(x + i * n, n) > squares(x + farthest * n, n)) farthest = i;
  return (double)(squares(x + farthest * n, n) + 1);
}

double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b) {
  long double closest = 0;
  for (size_t i = 0; i < count; i++) {
    long double z = b;
    for (size_t k = 0; k < n; k++) z += (long double)u[k] * x[i * n + k];
    if (y[i] < 0) z = -z;
    if (i == 0 || z < closest) closest = z;
  }
  return (double)(closest / sqrtl(squares(u, n) + (long double)b * b));
}

double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate) {
  const double gamma = margin(x, y, count, n, u, b);
  if (!(gamma > 0)) return (double)INFINITY;
  return squared_radius(x, count, n) / gamma / gamma;
}
