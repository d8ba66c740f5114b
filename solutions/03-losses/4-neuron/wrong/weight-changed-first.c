/* Takes the bias's slope at the new weight. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  double a = 1 / (1 + exp(-(*w * x + *b)));
  double delta = (a - t) * a * (1 - a);
  *w -= rate * delta * x;
  a = 1 / (1 + exp(-(*w * x + *b)));
  delta = (a - t) * a * (1 - a);
  *b -= rate * delta;
}
