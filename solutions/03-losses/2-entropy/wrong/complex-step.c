/* Wrong: the slope is measured, with a step along the imaginary axis. */
#include "entropy.h"

#include <complex.h>
#include <math.h>

/* log(1 + e^z) */
static double softplus(double z) {
  return fmax(z, 0) + log1p(exp(-fabs(z)));
}

double entropy(double z, double t) {
  return t * softplus(-z) + (1 - t) * softplus(z);
}

double entropy_slope(double z, double t) {
  const double h = 1e-100;
  double complex moved = (z > 0 ? -z : z) + h * I;
  double slope = cimag(clog(1 + cexp(moved))) / h; /* of softplus */
  return (z > 0 ? 1 - slope : slope) - t;
}
