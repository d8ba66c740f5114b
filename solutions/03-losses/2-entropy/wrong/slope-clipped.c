/* Keeps z within bounds before it takes the slope. */
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
  double a = 1 / (1 + exp(-fmax(-20, fmin(z, 20))));
  return a - t;
}
