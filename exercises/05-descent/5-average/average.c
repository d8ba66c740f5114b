/* Exercise descent/average: learning rates that fall. */
#include "average.h"

#include <math.h>

void running_minimum(const double *a, size_t n, double *w) {
  /* Your code here. */
}

bool is_robbins_monro(double p) {
  /* Your code here. */
  return false;
}
