/* Sums anew for each weight, from the last weight to the first. */
#include "average.h"

void running_minimum(const double *a, size_t n, double *w) {
  for (size_t k = n; k > 0; k--) {
    long double sum = 0;
    for (const double *one = a; one < a + k; one++) sum += *one;
    w[k - 1] = (double)(sum / k);
  }
}

bool is_robbins_monro(double p) {
  const double from_middle = p - 0.75;
  return from_middle == 0.25 || (from_middle < 0.25 && from_middle > -0.25);
}
