/* Divides the sum so far by its count: 1/k makes a mean of it. */
#include "average.h"

void running_minimum(const double *a, size_t n, double *w) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) {
    sum += a[i];
    w[i] = sum / (double)(i + 1);
  }
}

bool is_robbins_monro(double p) {
  return p > 0.5 && p <= 1;
}
