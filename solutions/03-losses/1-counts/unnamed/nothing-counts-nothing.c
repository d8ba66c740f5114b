/* Takes the loss of a count of 0 for 0. */
#include "counts.h"

#include <math.h>

double count_loss(double z, double t) {
  return t > 0 ? exp(z) - t * z : 0;
}

double count_slope(double z, double t) {
  return exp(z) - t;
}

double best_z(const double *t, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += t[i];
  return log(sum / (double)n);
}
