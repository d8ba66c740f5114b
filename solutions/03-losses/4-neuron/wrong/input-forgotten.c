/* Leaves x out of the weight's slope. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  double a = 1 / (1 + exp(-(*w * x + *b)));
  double delta = (a - t) * a * (1 - a);
  *w -= rate * delta;
  *b -= rate * delta;
}
