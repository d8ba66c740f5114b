/* Takes the logarithm of the sigmoid. */
#include "entropy.h"

#include <math.h>

double entropy(double z, double t) {
  double a = 1 / (1 + exp(-z));
  return -t * log(a) - (1 - t) * log(1 - a);
}

double entropy_slope(double z, double t) {
  double a = 1 / (1 + exp(-z));
  return a - t;
}
