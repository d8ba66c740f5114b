/* Doubles the number of cycles that have passed until it makes no odds. */
#include "drift.h"

#include <math.h>

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double kept = 1, s = 0, sum = 0;
  for (size_t i = 0; i < n; i++) {
    kept *= rho;
    s = rho * s + (1 - rho) * g[i] * g[i];
  }
  /* So many cycles, then as many again: s becomes kept s + s. */
  for (int doublings = 0; doublings < 60; doublings++) {
    s += kept * s;
    kept *= kept;
  }
  for (size_t i = 0; i < n; i++) {
    s = fma(rho, s, (1 - rho) * g[i] * g[i]);
    sum += s > 0 ? g[i] / sqrt(s) : 0;
  }
  return -(learning_rate * sum);
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  if (n == 0) return 0;
  double rest = sign_drift(g + 1, n - 1, learning_rate);
  if (*g > 0) return rest - learning_rate;
  return *g < 0 ? rest + learning_rate : rest;
}
