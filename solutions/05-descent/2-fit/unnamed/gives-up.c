/* Takes a hundred steps at most. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  double centre = (double)(n - 1) / 2, above = 0, below = 0;
  for (size_t k = 0; k < n; k++) {
    double off = (double)k - centre;
    above += off * log(d[k]);
    below += off * off;
  }
  return exp(above / below);
}

double steps_to(double factor, double part) {
  return fmin(ceil(log(part) / log(factor)), 100);
}
