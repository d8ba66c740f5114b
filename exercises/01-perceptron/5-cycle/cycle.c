/* Exercise perceptron/cycle: going round in circles. */
#include "cycle.h"

#include <stdlib.h>
#include <string.h>

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  /* Your code here. */
  return -1;
}
