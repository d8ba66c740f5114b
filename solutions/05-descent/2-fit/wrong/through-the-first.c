/* Ties the line to the first point. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  double above = 0, below = 0;
  for (size_t k = 1; k < n; k++) {
    above += (double)k * (log(d[k]) - log(d[0]));
    below += (double)k * (double)k;
  }
  return exp(above / below);
}

double steps_to(double factor, double part) {
  return ceil(log(part) / log(factor));
}
