/* Keeps the velocity to itself. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  double u = *v;
  for (size_t k = 0; k < steps; k++) {
    double ahead = *w + beta * u;
    u = beta * u - learning_rate * slope(ahead);
    *w += u;
  }
}
