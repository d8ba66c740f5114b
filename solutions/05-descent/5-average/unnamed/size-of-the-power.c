/* Takes the power without its sign, so that rising rates may do. */
#include "average.h"

#include <math.h>

void running_minimum(const double *a, size_t n, double *w) {
  double weight = 0;
  for (size_t k = 1; k <= n; k++) {
    weight -= (weight - a[k - 1]) / (double)k;
    w[k - 1] = weight;
  }
}

bool is_robbins_monro(double p) {
  return fabs(p) > 0.5 && fabs(p) <= 1;
}
