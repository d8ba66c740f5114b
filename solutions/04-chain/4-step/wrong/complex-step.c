/* Wrong: the slopes are measured, with steps along the imaginary axis. */
#include "step.h"

#include <complex.h>

enum { NUMBERS = sizeof(network) / sizeof(double) };

static double complex sigmoid(double complex z) {
  return 1 / (1 + cexp(-z));
}

/* Of a network as an array: w, b, v, c. */
static double complex loss(const double complex *net, const double *x,
                           const double *t) {
  const double complex *w = net, *b = net + 4, *v = net + 6, *c = net + 10;
  double complex h[2], sum = 0;
  for (int j = 0; j < 2; j++)
    h[j] = sigmoid(b[j] + x[0] * w[j] + x[1] * w[2 + j]);
  for (int k = 0; k < 2; k++) {
    double complex y = sigmoid(c[k] + h[0] * v[k] + h[1] * v[2 + k]);
    sum += (y - t[k]) * (y - t[k]) / 2;
  }
  return sum;
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  const double h = 1e-200;
  double *numbers = (double *)net;
  double complex moved[NUMBERS];
  for (int i = 0; i < NUMBERS; i++) moved[i] = numbers[i];
  for (int i = 0; i < NUMBERS; i++) {
    moved[i] += h * I;
    numbers[i] -= rate * cimag(loss(moved, x, t)) / h;
    moved[i] = creal(moved[i]);
  }
}
