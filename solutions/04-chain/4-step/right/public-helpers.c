/* Has helpers that are not static, and prints the loss. */
#include "step.h"

#include <math.h>
#include <stdio.h>

double sigmoid(double z);
double sigmoid_prime(double a);
void forward(network *net, const double *x, double *hidden, double *out);

double sigmoid(double z) {
  return 1.0 / (1.0 + exp(-z));
}

double sigmoid_prime(double a) {
  return a * (1.0 - a);
}

void forward(network *net, const double *x, double *hidden, double *out) {
  int i;
  for (i = 0; i < 2; i++) {
    hidden[i] =
        sigmoid(net->w[i] * x[0] + net->w[2 + i] * x[1] + net->b[i]);
  }
  for (i = 0; i < 2; i++) {
    out[i] = sigmoid(net->v[i] * hidden[0] + net->v[2 + i] * hidden[1] +
                     net->c[i]);
  }
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  double h[2], o[2], d_o[2], d_h[2], loss = 0;
  int i, j;
  forward(net, x, h, o);
  for (i = 0; i < 2; i++) {
    d_o[i] = (o[i] - t[i]) * sigmoid_prime(o[i]);
    loss += 0.5 * (o[i] - t[i]) * (o[i] - t[i]);
  }
  printf("loss = %f\n", loss);
  for (i = 0; i < 2; i++) {
    d_h[i] = 0;
    for (j = 0; j < 2; j++) d_h[i] += net->v[2 * i + j] * d_o[j];
    d_h[i] *= sigmoid_prime(h[i]);
  }
  for (i = 0; i < 2; i++) {
    for (j = 0; j < 2; j++) {
      net->v[2 * i + j] = net->v[2 * i + j] - rate * d_o[j] * h[i];
      net->w[2 * i + j] = net->w[2 * i + j] - rate * d_h[j] * x[i];
    }
    net->b[i] = net->b[i] - rate * d_h[i];
    net->c[i] = net->c[i] - rate * d_o[i];
  }
}
