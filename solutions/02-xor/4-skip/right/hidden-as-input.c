/* Appends the hidden neuron and a 1 to the inputs, and their weights. */
#include "skip.h"

#include <string.h>

static double dot(const double *a, const double *b, size_t n) {
  return n ? a[n - 1] * b[n - 1] + dot(a, b, n - 1) : 0;
}

double answer(const skipping_net *net, const double *x, size_t n) {
  double inputs[n + 2], weights[n + 2];
  memcpy(inputs, x, n * sizeof *x);
  memcpy(weights, net->to_hidden, n * sizeof *weights);
  inputs[n] = 1;
  weights[n] = net->hidden_bias;
  inputs[n + 1] = dot(inputs, weights, n + 1) > 0 ? 1 : 0;

  memcpy(weights, net->to_output, n * sizeof *weights);
  weights[n] = net->output_bias;
  weights[n + 1] = net->from_hidden;
  return dot(inputs, weights, n + 2) > 0 ? 1 : 0;
}
