/* Copies all into longer arrays, where the bias is one of the weights. */
#include "step.h"

#include <string.h>

static double dot(size_t n, const double w[n], const double x[n]) {
  double z = 0;
  for (size_t i = 0; i < n; ++i) z = z + w[i] * x[i];
  return z;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  double longer_w[n + 1], longer_x[n + 1];
  memcpy(longer_w, w, n * sizeof *w);
  memcpy(longer_x, x, n * sizeof *x);
  longer_w[n] = b;
  longer_x[n] = 1;
  return dot(n + 1, longer_w, longer_x) > 0;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  double longer_w[n + 1], longer_x[n + 1];
  memcpy(longer_w, w, n * sizeof *w);
  memcpy(longer_x, x, n * sizeof *x);
  longer_w[n] = *b;
  longer_x[n] = 1;
  double rate = y * dot(n + 1, longer_w, longer_x) > 0 ? 0 : 1;
  for (size_t i = 0; i <= n; i++) longer_w[i] += rate * y * longer_x[i];
  memcpy(w, longer_w, n * sizeof *w);
  *b = longer_w[n];
  return rate != 0;
}
