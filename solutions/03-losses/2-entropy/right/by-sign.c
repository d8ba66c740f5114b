/* Treats sums above and below 0 in branches of their own. */
#include "entropy.h"

#include <math.h>

double entropy(double z, double t) {
  if (z >= 0) return (1 - t) * z + log1p(exp(-z));
  return log1p(exp(z)) - t * z;
}

double entropy_slope(double z, double t) {
  if (z < 0) {
    double e = exp(z);
    return e / (1 + e) - t;
  }
  return 1 / (1 + exp(-z)) - t;
}
