/* Exercise rmsprop/drift: where slopes drive a weight that sum to zero. */
#include "drift.h"

#include <math.h>

double drift(const double *g, size_t n, double rho, double learning_rate) {
  /* Your code here. */
  return 0;
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  /* Your code here. */
  return 0;
}
