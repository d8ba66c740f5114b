/* Sums k, k^2, y and k y, in logarithms to the base of 2. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  double s = (double)n, k_sum = 0, kk_sum = 0, y_sum = 0, ky_sum = 0;
  for (size_t i = 0; i < n; i++) {
    double k = (double)i, y = log2(d[i]);
    k_sum += k;
    kk_sum += k * k;
    y_sum += y;
    ky_sum += k * y;
  }
  return exp2((s * ky_sum - k_sum * y_sum) / (s * kk_sum - k_sum * k_sum));
}

double steps_to(double factor, double part) {
  double steps = 0;
  for (double left = 1; left > part; left *= factor) steps++;
  return steps;
}
