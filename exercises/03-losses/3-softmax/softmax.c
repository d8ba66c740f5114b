/* Exercise losses/softmax: probabilities from anything. */
#include "softmax.h"

#include <math.h>

void softmax(const double *z, size_t n, double *a) {
  /* Your code here. */
}

double softmax_loss(const double *z, size_t n, size_t right) {
  /* Your code here. */
  return -1;
}
