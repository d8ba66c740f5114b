/* Computes in long double, with cosh for the slope. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  long double z = *b, delta, c;
  z += (long double)*w * x;
  c = coshl(z / 2);
  delta = (1 - 1 / (1 + expl(z)) - t) / (4 * c * c);
  *b = (double)(*b - rate * delta);
  *w = (double)(*w - rate * delta * x);
}
