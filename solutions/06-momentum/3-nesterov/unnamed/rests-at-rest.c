/* Takes no step where the velocity is 0. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  for (size_t k = 0; k < steps && *v != 0; k++) {
    double ahead = *w + beta * *v;
    *v = beta * *v - learning_rate * slope(ahead);
    *w += *v;
  }
}
