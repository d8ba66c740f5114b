/* Sums from the last element to the first. */
#include "step.h"

static double sum(const double *w, double b, const double *x, size_t n) {
  double z = 0;
  while (n > 0) {
    n--;
    z += w[n] * x[n];
  }
  return z + b;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  return !(sum(w, b, x, n) <= 0);
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  bool mistaken = sum(w, *b, x, n) * y <= 0;
  if (mistaken) {
    *b += y;
    while (n-- > 0) w[n] += y * x[n];
  }
  return mistaken;
}
