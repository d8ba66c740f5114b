/* Takes the slope of the last step where the weight is. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  for (size_t k = 0; k < steps; k++) {
    int last = k + 1 == steps && steps > 1;
    double ahead = *w + (last ? 0 : beta * *v);
    *v = beta * *v - learning_rate * slope(ahead);
    *w += *v;
  }
}
