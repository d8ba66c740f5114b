/* Wrong: the slopes are measured, weight by weight. */
#include "step.h"

#include <math.h>

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

static double loss(const network *net, const double *x, const double *t) {
  double h[2], sum = 0;
  for (int j = 0; j < 2; j++)
    h[j] = sigmoid(net->b[j] + x[0] * net->w[j] + x[1] * net->w[2 + j]);
  for (int k = 0; k < 2; k++) {
    double y = sigmoid(net->c[k] + h[0] * net->v[k] + h[1] * net->v[2 + k]);
    sum += (y - t[k]) * (y - t[k]) / 2;
  }
  return sum;
}

static double slope(network *net, double *weight, const double *x,
                    const double *t) {
  const double h = 1e-5, was = *weight;
  *weight = was + h;
  double above = loss(net, x, t);
  *weight = was - h;
  double below = loss(net, x, t);
  *weight = was;
  return (above - below) / (2 * h);
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  network now = *net;
  for (int i = 0; i < 4; i++) {
    net->w[i] -= rate * slope(&now, &now.w[i], x, t);
    net->v[i] -= rate * slope(&now, &now.v[i], x, t);
  }
  for (int i = 0; i < 2; i++) {
    net->b[i] -= rate * slope(&now, &now.b[i], x, t);
    net->c[i] -= rate * slope(&now, &now.c[i], x, t);
  }
}
