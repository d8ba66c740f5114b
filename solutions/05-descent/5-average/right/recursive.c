/* Calls itself for the samples before, and asks for what is excluded. */
#include "average.h"

#include <math.h>

static double weight_after(const double *a, size_t k, double *w) {
  if (k == 0) return 0;
  double rate = 1.0 / (double)k;
  double before = weight_after(a, k - 1, w);
  return w[k - 1] = fma(rate, a[k - 1] - before, before);
}

void running_minimum(const double *a, size_t n, double *w) {
  weight_after(a, n, w);
}

/* The sum of 1/k^s */
static bool is_finite(double s) {
  return s > 1;
}

bool is_robbins_monro(double p) {
  if (is_finite(p)) return false;
  if (!is_finite(2 * p)) return false;
  return true;
}
