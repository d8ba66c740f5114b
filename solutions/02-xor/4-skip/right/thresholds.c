/* Compares the sums of the inputs with thresholds, in long double. */
#include "skip.h"

static long double sum(const double *w, const double *x, size_t n) {
  long double total = 0;
  for (size_t i = 0; i != n; ++i) total += (long double)w[i] * x[i];
  return total;
}

double answer(const skipping_net *net, const double *x, size_t n) {
  int hidden = sum(net->to_hidden, x, n) > -net->hidden_bias;
  long double threshold = -(long double)net->output_bias;
  switch (hidden) {
  case 1:
    threshold -= net->from_hidden;
    break;
  default:
    break;
  }
  return sum(net->to_output, x, n) > threshold;
}
