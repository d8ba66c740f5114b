/* Multiplies powers of the distances, each to its weight in the slope. */
#include "fit.h"

#include <math.h>

/* The slope is the sum of log d[k] times (k - centre) / below. */
double fitted_factor(const double *d, size_t n) {
  double count = (double)n, below = count * (count * count - 1) / 12;
  double product = 1;
  for (size_t k = n; k-- > 0;)
    product *= pow(d[k], ((double)k - (count - 1) / 2) / below);
  return product;
}

double steps_to(double factor, double part) {
  double exact = log10(part) / log10(factor), whole = floor(exact);
  return exact > whole ? whole + 1 : whole;
}
