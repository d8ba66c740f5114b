/* Takes the exponential in single precision. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  float z = (float)(*w * x + *b);
  double a = 1 / (1 + (double)expf(-z));
  double delta = (a - t) * a * (1 - a);
  *w -= rate * delta * x;
  *b -= rate * delta;
}
