/* Takes a margin below a hundredth for none. */
#include "bound.h"

#include <math.h>

double squared_radius(const double *x, size_t count, size_t n) {
  double longest = 0;
  for (size_t i = 0; i < count; i++) {
    double length = 1;
    for (size_t k = 0; k < n; k++) length += x[i * n + k] * x[i * n + k];
    longest = fmax(longest, length);
  }
  return longest;
}

double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b) {
  double closest = INFINITY, length = b * b;
  for (size_t k = 0; k < n; k++) length += u[k] * u[k];
  for (size_t i = 0; i < count; i++) {
    double z = b;
    for (size_t k = 0; k < n; k++) z += u[k] * x[i * n + k];
    closest = fmin(closest, y[i] * z);
  }
  return closest / sqrt(length);
}

double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate) {
  (void)learning_rate; /* it changes nothing */
  double gamma = margin(x, y, count, n, u, b);
  if (gamma < 0.01) return INFINITY;
  return squared_radius(x, count, n) / (gamma * gamma);
}
