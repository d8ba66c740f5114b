/* Lets the hidden neuron decide alone where it fires. */
#include "skip.h"

static double dot(const double *a, const double *b, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

double answer(const skipping_net *net, const double *x, size_t n) {
  if (dot(net->to_hidden, x, n) + net->hidden_bias > 0)
    return net->from_hidden + net->output_bias > 0;
  return dot(net->to_output, x, n) + net->output_bias > 0;
}
