/* Takes the sigmoid of sums beyond five for 0 or 1. */
#include "step.h"

#include <math.h>

static double sigmoid(double z) {
  if (fabs(z) > 5) return z > 0;
  return 1 / (1 + exp(-z));
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  double h[2], y[2], delta[2], hidden[2];
  for (int j = 0; j < 2; j++)
    h[j] = sigmoid(net->b[j] + x[0] * net->w[j] + x[1] * net->w[2 + j]);
  for (int k = 0; k < 2; k++)
    y[k] = sigmoid(net->c[k] + h[0] * net->v[k] + h[1] * net->v[2 + k]);

  for (int k = 0; k < 2; k++) delta[k] = (y[k] - t[k]) * y[k] * (1 - y[k]);
  for (int j = 0; j < 2; j++) {
    double sum = net->v[j * 2] * delta[0] + net->v[j * 2 + 1] * delta[1];
    hidden[j] = sum * h[j] * (1 - h[j]);
  }

  for (int j = 0; j < 2; j++) {
    for (int k = 0; k < 2; k++) net->v[j * 2 + k] -= rate * h[j] * delta[k];
    for (int i = 0; i < 2; i++)
      net->w[i * 2 + j] -= rate * x[i] * hidden[j];
    net->b[j] -= rate * hidden[j];
    net->c[j] -= rate * delta[j];
  }
}
