/* Divides u and b by their length first, and then measures. */
#include "bound.h"

#include <math.h>

double squared_radius(const double *x, size_t count, size_t n) {
  double longest = 0;
  for (size_t i = 0; i < count; i++) {
    double length = 1;
    for (size_t k = 0; k < n; k++) length = hypot(length, x[i * n + k]);
    if (length > longest) longest = length;
  }
  return longest * longest;
}

double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b) {
  double unit[n + 1], length = fabs(b), closest = HUGE_VAL;
  for (size_t k = 0; k < n; k++) length = hypot(length, u[k]);
  for (size_t k = 0; k < n; k++) unit[k] = u[k] / length;
  unit[n] = b / length;
  for (size_t i = 0; i < count; i++) {
    double z = unit[n];
    for (size_t k = 0; k < n; k++) z += unit[k] * x[i * n + k];
    if (z * y[i] < closest) closest = z * y[i];
  }
  return closest;
}

double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate) {
  double gamma = margin(x, y, count, n, u, b);
  return gamma > 0 ? squared_radius(x, count, n) / pow(gamma, 2) : INFINITY;
}
