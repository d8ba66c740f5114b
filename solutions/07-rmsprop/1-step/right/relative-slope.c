/* Computes the slope in units of its average size, in a function. */
#include "step.h"

#include <math.h>

static inline double square(double x) {
  return x * x;
}

static double mix(double old, double new, double kept) {
  return fma(kept, old - new, new);
}

static double in_units(double slope, double average, double epsilon) {
  return slope / (sqrt(average) + epsilon);
}

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  size_t i = 0;
  while (i != n) {
    s[i] = mix(s[i], square(g[i]), rho);
    w[i] += -learning_rate * in_units(g[i], s[i], epsilon);
    ++i;
  }
}
