/* Looks ahead by v. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  for (size_t k = 0; k < steps; k++) {
    double ahead = *w + *v;
    *v = beta * *v - learning_rate * slope(ahead);
    *w += *v;
  }
}
