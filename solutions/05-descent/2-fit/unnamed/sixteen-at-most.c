/* Fits the first sixteen distances at most. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  if (n > 16) n = 16;
  double centre = (double)(n - 1) / 2, mean = 0;
  for (size_t k = 0; k < n; k++) mean += log(d[k]) / (double)n;

  double above = 0, below = 0;
  for (size_t k = 0; k < n; k++) {
    double off = (double)k - centre;
    above += off * (log(d[k]) - mean);
    below += off * off;
  }
  return exp(above / below);
}

double steps_to(double factor, double part) {
  return ceil(log(part) / log(factor));
}
