/* Takes logarithms to base 10. */
#include "entropy.h"

#include <math.h>

/* log(1 + e^z) */
static double softplus(double z) {
  return fmax(z, 0) + log1p(exp(-fabs(z)));
}

double entropy(double z, double t) {
  return (t * softplus(-z) + (1 - t) * softplus(z)) / log(10);
}

double entropy_slope(double z, double t) {
  double a = 1 / (1 + exp(-z));
  return a - t;
}
