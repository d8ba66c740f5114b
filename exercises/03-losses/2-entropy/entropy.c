/* Exercise losses/entropy: cross-entropy that holds. */
#include "entropy.h"

#include <math.h>

double entropy(double z, double t) {
  /* Your code here. */
  return -1;
}

double entropy_slope(double z, double t) {
  /* Your code here. */
  return 9;
}
