/* Keeps both sums in ints, which cut off what is behind the point. */
#include "skip.h"

static int sum(const double *w, const double *x, size_t n, double bias) {
  for (size_t i = 0; i < n; i++) bias += w[i] * x[i];
  return (int)bias;
}

double answer(const skipping_net *net, const double *x, size_t n) {
  int hidden = sum(net->to_hidden, x, n, net->hidden_bias) > 0;
  double bias = net->output_bias + net->from_hidden * hidden;
  return sum(net->to_output, x, n, bias) > 0;
}
