/* Changes the weights to the first output before it looks at the second. */
#include "step.h"

#include <math.h>

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  for (int k = 0; k < 2; k++) {
    double h[2];
    for (int j = 0; j < 2; j++)
      h[j] = sigmoid(net->b[j] + x[0] * net->w[j] + x[1] * net->w[2 + j]);
    double y = sigmoid(net->c[k] + h[0] * net->v[k] + h[1] * net->v[2 + k]);
    double delta = (y - t[k]) * y * (1 - y);
    for (int j = 0; j < 2; j++) {
      double hidden = net->v[j * 2 + k] * delta * h[j] * (1 - h[j]);
      net->v[j * 2 + k] -= rate * h[j] * delta;
      net->b[j] -= rate * hidden;
      for (int i = 0; i < 2; i++) net->w[i * 2 + j] -= rate * x[i] * hidden;
    }
    net->c[k] -= rate * delta;
  }
}
