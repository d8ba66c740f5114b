/* Has helpers and a variable that are not static. */
#include "skip.h"

double hidden_answer;

double step(double z);
double weighted_sum(const double w[], const double x[], int n, double b);

double step(double z) {
  if (z > 0.0) {
    return 1.0;
  }
  return 0.0;
}

double weighted_sum(const double w[], const double x[], int n, double b) {
  int i = 0;
  double z = b;
  while (i < n) {
    z += w[i] * x[i];
    i++;
  }
  return z;
}

double answer(const skipping_net *net, const double *x, size_t n) {
  double z;
  hidden_answer =
      step(weighted_sum(net->to_hidden, x, (int)n, net->hidden_bias));
  z = weighted_sum(net->to_output, x, (int)n, net->output_bias);
  z = z + net->from_hidden * hidden_answer;
  return step(z);
}
