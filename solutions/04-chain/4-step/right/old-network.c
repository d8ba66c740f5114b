/* Reads from a copy of the old network, and writes the new one at once. */
#include "step.h"

#include <math.h>

static double sigmoid(double z) {
  return z < 0 ? exp(z) / (1 + exp(z)) : 1 / (1 + exp(-z));
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  const network old = *net;
  double h[2], y[2];
  for (int j = 0; j < 2; j++)
    h[j] = sigmoid(x[0] * old.w[j] + x[1] * old.w[2 + j] + old.b[j]);
  for (int k = 0; k < 2; k++)
    y[k] = sigmoid(h[0] * old.v[k] + h[1] * old.v[2 + k] + old.c[k]);

  for (int k = 0; k < 2; k++) {
    double delta = (y[k] - t[k]) * (y[k] - y[k] * y[k]);
    net->c[k] -= rate * delta;
    for (int j = 0; j < 2; j++) {
      double back = delta * old.v[2 * j + k] * (h[j] - h[j] * h[j]);
      net->v[2 * j + k] -= rate * delta * h[j];
      net->b[j] -= rate * back;
      for (int i = 0; i < 2; i++) net->w[2 * i + j] -= rate * back * x[i];
    }
  }
}
