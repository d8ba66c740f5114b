/* Sums by halving the inputs, recursively, in long double. */
#include "step.h"

static long double dot(const double *w, const double *x, size_t n) {
  if (n == 0) return 0;
  if (n == 1) return (long double)*w * *x;
  size_t half = n / 2;
  return dot(w, x, half) + dot(w + half, x + half, n - half);
}

static int answer_sign(const double *w, double b, const double *x,
                       size_t n) {
  long double z = dot(w, x, n) + b;
  return (z > 0) - (z < 0);
}

bool fires(const double *w, double b, const double *x, size_t n) {
  return answer_sign(w, b, x, n) == 1;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  if (answer_sign(w, *b, x, n) == (int)y) return false;
  for (size_t i = 0; i < n; i++) w[i] = y > 0 ? w[i] + x[i] : w[i] - x[i];
  *b = *b + y;
  return true;
}
