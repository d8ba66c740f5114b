/* Takes the slope once. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  double g = slope(*w + beta * *v);
  for (size_t k = 0; k < steps; k++) {
    *v = beta * *v - learning_rate * g;
    *w += *v;
  }
}
