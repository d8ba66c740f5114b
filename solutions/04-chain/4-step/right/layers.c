/* Treats both layers alike, the lower one first on the way back. */
#include "step.h"

#include <math.h>

enum { SIDE = 2 };

typedef struct {
  double *weights, *biases;
  const double *in;
  double out[SIDE], delta[SIDE];
} layer;

static void forward(layer *l) {
  for (int j = 0; j < SIDE; j++) {
    double z = l->biases[j];
    for (int i = 0; i < SIDE; i++) z += l->in[i] * l->weights[i * SIDE + j];
    l->out[j] = 1 / (1 + exp(-z));
  }
}

static void backward(layer *l, const double *slopes) {
  for (int j = 0; j < SIDE; j++)
    l->delta[j] = slopes[j] * l->out[j] * (1 - l->out[j]);
}

static void descend(layer *l, double rate) {
  for (int j = 0; j < SIDE; j++) {
    l->biases[j] -= rate * l->delta[j];
    for (int i = 0; i < SIDE; i++)
      l->weights[i * SIDE + j] -= rate * l->delta[j] * l->in[i];
  }
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  layer hidden = {.weights = net->w, .biases = net->b, .in = x};
  layer output = {.weights = net->v, .biases = net->c, .in = hidden.out};
  double slopes[SIDE];
  forward(&hidden);
  forward(&output);

  for (int k = 0; k < SIDE; k++) slopes[k] = output.out[k] - t[k];
  backward(&output, slopes);
  for (int j = 0; j < SIDE; j++) {
    slopes[j] = 0;
    for (int k = 0; k < SIDE; k++)
      slopes[j] += output.weights[j * SIDE + k] * output.delta[k];
  }
  backward(&hidden, slopes);
  descend(&hidden, rate);
  descend(&output, rate);
}
