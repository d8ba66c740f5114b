/* Takes log t! away from minus the logarithm of the whole distribution. */
#include "counts.h"

#include <math.h>

/* log P(t) */
static double log_probability(double z, double t) {
  return t * z - exp(z) - lgamma(t + 1);
}

double count_loss(double z, double t) {
  return -log_probability(z, t) - lgamma(t + 1);
}

double count_slope(double z, double t) {
  double a = exp(z);
  return a - t;
}

double best_z(const double *t, size_t n) {
  double mean = 0;
  for (size_t i = 0; i < n; i++) mean += (t[i] - mean) / (double)(i + 1);
  return mean > 0 ? log(mean) : -HUGE_VAL;
}
