/* Takes one step, and calls itself for those that are left. */
#include "nesterov.h"

#include <math.h>

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  if (steps == 0) return;
  *v *= beta;
  *v -= slope(*w + *v) * learning_rate;
  *w += *v;
  nesterov(w, v, slope, learning_rate, beta, steps - 1);
}
