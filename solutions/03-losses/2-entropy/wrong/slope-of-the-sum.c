/* Compares z with the target. */
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
  return z - t;
}
