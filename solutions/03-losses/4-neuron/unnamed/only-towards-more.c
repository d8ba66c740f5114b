/* Takes no step where the output is above its target. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  double a = 1 / (1 + exp(-(*w * x + *b)));
  if (a > t) return;
  double delta = (a - t) * a * (1 - a);
  *w -= rate * delta * x;
  *b -= rate * delta;
}
