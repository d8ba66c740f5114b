/* Writes the sigmoid and its slope by the hyperbolic tangent. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  const double z = fma(*w, x, *b), half = tanh(z / 2);
  const double a = (1 + half) / 2, slope = (1 - half * half) / 4;
  const double step = rate * (t - a) * slope;
  *b += step;
  *w += step * x;
}
