/* Prints every step, and asks with the current state in variables. */
#include "nesterov.h"

#include <stdio.h>

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  double place = *w, speed = *v;
  for (size_t step = 1; step <= steps; step++) {
    double kept = speed * beta, there = place + kept, here = slope(there);
    speed = kept + here * -learning_rate;
    place += speed;
    printf("%zu: slope(%.17g) = %.17g, w = %g, v = %g\n", step, there, here,
           place, speed);
  }
  *w = place;
  *v = speed;
}
