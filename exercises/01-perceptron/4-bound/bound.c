/* Exercise perceptron/bound: how long can it take? */
#include "bound.h"

#include <math.h>

double squared_radius(const double *x, size_t count, size_t n) {
  /* Your code here. */
  return 0;
}

double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b) {
  /* Your code here. */
  return 0;
}

double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate) {
  /* Your code here. */
  return 0;
}
