/* Compares with a half that is 0. */
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
  bool far_enough = p <= 1, quiet_in_the_end = p > 1 / 2;
  return far_enough && quiet_in_the_end;
}
