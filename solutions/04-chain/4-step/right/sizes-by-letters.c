/* Calls the sizes I, H and O, and two numbers real and imaginary. */
#include "step.h"

#include <math.h>

enum { I = 2, H = 2, O = 2 };

void train_step(network *net, const double *x, const double *t,
                double rate) {
  double hidden[H], output[O], above[O], real[H], imaginary = 0;
  int i, h, o;
  for (h = 0; h < H; h++) {
    for (hidden[h] = net->b[h], i = 0; i < I; i++)
      hidden[h] += x[i] * net->w[i * H + h];
    hidden[h] = 1 / (1 + exp(-hidden[h]));
  }
  for (o = 0; o < O; o++) {
    for (output[o] = net->c[o], h = 0; h < H; h++)
      output[o] += hidden[h] * net->v[h * O + o];
    output[o] = 1 / (1 + exp(-output[o]));
    above[o] = (t[o] - output[o]) * output[o] * (1 - output[o]);
  }
  for (h = 0; h < H; h++) {
    for (real[h] = imaginary, o = 0; o < O; o++)
      real[h] += net->v[h * O + o] * above[o];
    real[h] *= hidden[h] * (1 - hidden[h]);
  }

  for (o = 0; o < O; o++)
    for (net->c[o] += rate * above[o], h = 0; h < H; h++)
      net->v[h * O + o] += rate * above[o] * hidden[h];
  for (h = 0; h < H; h++)
    for (net->b[h] += rate * real[h], i = 0; i < I; i++)
      net->w[i * H + h] += rate * real[h] * x[i];
}
