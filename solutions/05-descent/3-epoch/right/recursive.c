/* Trains on one batch, and calls itself for the rest of the order. */
#include "epoch.h"

typedef struct {
  double w, b;
} neuron;

static neuron mean_gradient(neuron old, const double *x, const double *t,
                            const size_t *order, size_t size) {
  neuron gradient = {0};
  for (size_t i = size; i-- > 0;) {
    size_t e = order[i];
    double a = old.w * x[e] + old.b;
    gradient.w += (a - t[e]) * x[e] / (double)size;
    gradient.b += (a - t[e]) / (double)size;
  }
  return gradient;
}

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  size_t size = batch < n ? batch : n;
  if (size == 0) return 0;
  neuron g = mean_gradient((neuron){*w, *b}, x, t, order, size);
  *w -= learning_rate * g.w;
  *b -= learning_rate * g.b;
  return 1 + train_epoch(w, b, x, t, n - size, order + size, batch,
                         learning_rate);
}
