/* Forms both sums in one loop, from the last input on. */
#include "skip.h"

double answer(const skipping_net *net, const double *x, size_t n) {
  double hidden = net->hidden_bias, output = net->output_bias;
  while (n > 0) {
    n--;
    hidden += net->to_hidden[n] * x[n];
    output += net->to_output[n] * x[n];
  }
  if (hidden > 0) output += net->from_hidden;
  return output > 0;
}
