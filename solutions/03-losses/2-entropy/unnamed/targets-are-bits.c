/* Takes targets between 0 and 1 for 0. */
#include "entropy.h"

#include <math.h>

double entropy(double z, double t) {
  double wanted = t < 1 ? 0 : 1;
  return fmax(z, 0) + log1p(exp(-fabs(z))) - wanted * z;
}

double entropy_slope(double z, double t) {
  return 1 / (1 + exp(-z)) - t;
}
