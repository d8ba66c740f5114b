/* Sums over eight inputs at most. */
#include "step.h"

static double sum(const double *w, double b, const double *x, size_t n) {
  double z = b;
  for (size_t i = 0; i < n && i < 8; i++) z += w[i] * x[i];
  return z;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  return sum(w, b, x, n) > 0;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  if (y * sum(w, *b, x, n) > 0) return false;
  for (size_t i = 0; i < n; i++) w[i] += y * x[i];
  *b += y;
  return true;
}
