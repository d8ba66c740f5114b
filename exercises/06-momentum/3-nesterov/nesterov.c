/* Exercise momentum/nesterov: look where you are about to be. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  /* Your code here. */
}
