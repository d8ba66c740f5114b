/* Keeps the output away from 0 and 1. */
#include "entropy.h"

#include <math.h>

double entropy(double z, double t) {
  double a = fmin(fmax(1 / (1 + exp(-z)), 1e-12), 1 - 1e-12);
  return -t * log(a) - (1 - t) * log(1 - a);
}

double entropy_slope(double z, double t) {
  double a = 1 / (1 + exp(-z));
  return a - t;
}
