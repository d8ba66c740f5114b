/* Asks the network for its answers to 0 and to one input at a time. */
#include "collapse.h"

typedef struct {
  const double *w, *b, *v;
  double c;
  size_t inputs, hidden;
} network;

/* The answer where input number `on` is 1 and all others are 0. */
static double answer(const network *net, size_t on) {
  double output = net->c;
  for (size_t j = 0; j < net->hidden; j++) {
    double z = net->b[j];
    for (size_t i = 0; i < net->inputs; i++)
      if (i == on) z += net->w[i * net->hidden + j];
    output += z * net->v[j];
  }
  return output;
}

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  network net = {w, b, v, c, inputs, hidden};
  double at_zero = answer(&net, inputs);
  for (size_t i = 0; i < inputs; i++) one[i] = answer(&net, i) - at_zero;
  one[inputs] = at_zero;
}
