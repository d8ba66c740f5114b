/* Centres the logarithms in an array of long doubles. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  long double y[n], mean = 0, above = 0, below = 0;
  for (size_t k = 0; k < n; k++) mean += y[k] = logl(d[k]);
  mean /= n;
  for (size_t k = 0; k < n; k++) {
    long double off = 2.0L * k - (n - 1);
    above += off * (y[k] - mean);
    below += off * off / 2;
  }
  return (double)expl(above / below);
}

double steps_to(double factor, double part) {
  return -floor(-(log(part) / log(factor)));
}
