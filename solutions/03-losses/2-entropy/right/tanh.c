/* Writes the sigmoid as a hyperbolic tangent. */
#include "entropy.h"

#include <math.h>

static inline double log_of_two_cosh(double x) {
  return fabs(x) + log1p(exp(-2 * fabs(x)));
}

/* log(1 + e^z) - t z = log(2 cosh(z/2)) + (1/2 - t) z */
double entropy(double z, double t) {
  return log_of_two_cosh(z / 2) + (0.5 - t) * z;
}

double entropy_slope(double z, double t) {
  return 0.5 * tanh(0.5 * z) + (0.5 - t);
}
