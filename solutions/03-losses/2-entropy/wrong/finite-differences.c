/* Wrong: the slope is measured, with a centred difference. */
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
  const double h = 1e-5;
  return (entropy(z + h, t) - entropy(z - h, t)) / (2 * h);
}
