/* Takes the sigmoid of the output. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  double a = 1 / (1 + exp(-(*w * x + *b)));
  double s = 1 / (1 + exp(-a));
  double delta = (a - t) * s * (1 - s);
  *w -= rate * delta * x;
  *b -= rate * delta;
}
