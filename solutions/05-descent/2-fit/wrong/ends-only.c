/* Looks at both ends only. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  return pow(d[n - 1] / d[0], 1 / (double)(n - 1));
}

double steps_to(double factor, double part) {
  return ceil(log(part) / log(factor));
}
