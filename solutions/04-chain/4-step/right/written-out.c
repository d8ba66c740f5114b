/* Writes out every line, without loops, in long double. */
#include "step.h"

#include <math.h>

#define SIGMOID(z) (1 / (1 + expl(-(z))))

void train_step(network *net, const double *x, const double *t,
                double rate) {
  const double *w = net->w, *v = net->v;
  long double h0 =
      SIGMOID((long double)net->b[0] + w[0] * x[0] + w[2] * x[1]);
  long double h1 =
      SIGMOID((long double)net->b[1] + w[1] * x[0] + w[3] * x[1]);
  long double y0 = SIGMOID(net->c[0] + v[0] * h0 + v[2] * h1);
  long double y1 = SIGMOID(net->c[1] + v[1] * h0 + v[3] * h1);

  long double d0 = rate * (y0 - t[0]) * y0 * (1 - y0);
  long double d1 = rate * (y1 - t[1]) * y1 * (1 - y1);
  long double e0 = (d0 * v[0] + d1 * v[1]) * h0 * (1 - h0);
  long double e1 = (d0 * v[2] + d1 * v[3]) * h1 * (1 - h1);

  *net = (network){
      .w = {(double)(w[0] - x[0] * e0), (double)(w[1] - x[0] * e1),
            (double)(w[2] - x[1] * e0), (double)(w[3] - x[1] * e1)},
      .b = {(double)(net->b[0] - e0), (double)(net->b[1] - e1)},
      .v = {(double)(v[0] - h0 * d0), (double)(v[1] - h0 * d1),
            (double)(v[2] - h1 * d0), (double)(v[3] - h1 * d1)},
      .c = {(double)(net->c[0] - d0), (double)(net->c[1] - d1)},
  };
}
