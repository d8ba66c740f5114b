/* Keeps the place ahead instead of the weight, which it restores last. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  double ahead = *w + beta * *v;
  for (size_t k = steps; k > 0; k--) {
    double kept = beta * *v;
    *v = kept - learning_rate * slope(ahead);
    ahead += *v - kept + beta * *v;
  }
  *w = ahead - beta * *v;
}
