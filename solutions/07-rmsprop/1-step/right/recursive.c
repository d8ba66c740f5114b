/* Takes the last weight's step in long double, and calls itself. */
#include "step.h"

#include <math.h>

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  if (n-- == 0) return;
  long double slope = g[n];
  long double average = rho * (long double)s[n] + (1 - rho) * slope * slope;
  s[n] = (double)average;
  w[n] -= (double)(learning_rate * slope / (sqrtl(average) + epsilon));
  rmsprop_step(w, s, g, n, learning_rate, rho, epsilon);
}
