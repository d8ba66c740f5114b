/* Takes one step. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  double ahead = *w + beta * *v;
  *v = beta * *v - learning_rate * slope(ahead);
  *w += *v;
}
