/* Takes the root of the average by hypot, from the roots of its parts. */
#include "step.h"

#include <math.h>

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  for (const double *end = g + n; g < end; g++, s++, w++) {
    double root = hypot(sqrt(rho * *s), sqrt(1 - rho) * *g);
    *s = rho * *s + (1 - rho) * pow(*g, 2);
    *w = *w - learning_rate * *g / (root + epsilon);
  }
}
