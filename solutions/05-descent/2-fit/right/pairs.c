/* Averages the slopes of all pairs, each with its squared distance. */
#include "fit.h"

#include <math.h>

double fitted_factor(const double *d, size_t n) {
  double above = 0, below = 0;
  for (size_t j = 1; j < n; j++)
    for (size_t i = 0; i < j; i++) {
      double apart = (double)(j - i);
      above += apart * log(d[j] / d[i]);
      below += apart * apart;
    }
  return exp(above / below);
}

static double power(double factor, unsigned long k) {
  if (k == 0) return 1;
  double half = power(factor, k / 2);
  return k % 2 ? half * half * factor : half * half;
}

double steps_to(double factor, double part) {
  unsigned long few = 0, enough = 1;
  if (part >= 1) return 0;
  while (power(factor, enough) > part) {
    few = enough;
    enough *= 2;
  }
  while (enough - few > 1) {
    unsigned long middle = few + (enough - few) / 2;
    if (power(factor, middle) > part)
      few = middle;
    else
      enough = middle;
  }
  return (double)enough;
}
