/* Gets the sigmoid from the loss: it is 1 - e^-softplus. */
#include "entropy.h"

#include <math.h>

#define SOFTPLUS(z) (fdim(z, 0) + log1p(exp(-fabs(z))))

double entropy(double z, double t) {
  return fma(-t, z, SOFTPLUS(z));
}

double entropy_slope(double z, double t) {
  return -expm1(-SOFTPLUS(z)) - t;
}
