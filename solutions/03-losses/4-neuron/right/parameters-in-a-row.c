/* Takes the bias for the weight of an input of 1, and loops over both. */
#include "neuron.h"

#include <math.h>

void step_down(double *w, double *b, double x, double t, double rate) {
  double *parameters[] = {b, w};
  const double inputs[] = {1, x};
  double z = 0, gradient[2];
  for (int i = 0; i < 2; i++) z += *parameters[i] * inputs[i];

  double a = 1.0 / (1.0 + exp(-z));
  for (int i = 0; i < 2; i++)
    gradient[i] = inputs[i] * (a - a * a) * (a - t);
  for (int i = 0; i < 2; i++) *parameters[i] -= gradient[i] * rate;
}
