/* Lets e^-z overflow. */
#include "entropy.h"

#include <math.h>

double entropy(double z, double t) {
  return log(1 + exp(-z)) + (1 - t) * z;
}

double entropy_slope(double z, double t) {
  double a = 1 / (1 + exp(-z));
  return a - t;
}
