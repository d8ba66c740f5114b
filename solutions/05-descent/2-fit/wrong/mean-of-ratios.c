/* Averages the factors of the steps. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  double sum = 0;
  for (size_t k = 1; k < n; k++) sum += d[k] / d[k - 1];
  return sum / (double)(n - 1);
}

double steps_to(double factor, double part) {
  return ceil(log(part) / log(factor));
}
