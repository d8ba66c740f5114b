/* Lets the rate fall no further than to a tenth. */
#include "average.h"

#include <math.h>

void running_minimum(const double *a, size_t n, double *w) {
  double weight = 0;
  for (size_t k = 1; k <= n; k++) {
    weight -= (weight - a[k - 1]) * fmax(1 / (double)k, 0.1);
    w[k - 1] = weight;
  }
}

bool is_robbins_monro(double p) {
  return p > 0.5 && p <= 1;
}
