/* Fills a network with the slopes, and subtracts it number by number. */
#include "step.h"

#include <math.h>
#include <stddef.h>

_Static_assert(sizeof(network) == 12 * sizeof(double), "no gaps");

static void forward(const double *w, const double *b, const double *in,
                    double *out) {
  for (int j = 1; j >= 0; j--)
    out[j] = (1 + tanh((w[j] * in[0] + w[j + 2] * in[1] + b[j]) / 2)) / 2;
}

static double slope(double a) {
  return a * (1 - a);
}

static network slopes(const network *net, const double *x,
                      const double *t) {
  double h[2], y[2];
  network g;
  forward(net->w, net->b, x, h);
  forward(net->v, net->c, h, y);
  for (int k = 0; k < 2; k++) g.c[k] = (y[k] - t[k]) * slope(y[k]);
  for (int j = 0; j < 2; j++)
    g.b[j] =
        (net->v[2 * j] * g.c[0] + net->v[2 * j + 1] * g.c[1]) * slope(h[j]);
  for (int i = 0; i < 4; i++) {
    g.v[i] = h[i / 2] * g.c[i % 2];
    g.w[i] = x[i / 2] * g.b[i % 2];
  }
  return g;
}

void train_step(network *net, const double *x, const double *t,
                double rate) {
  const network g = slopes(net, x, t);
  double *to = (double *)net;
  const double *by = (const double *)&g;
  for (size_t i = 0; i < sizeof g / sizeof *by; i++) to[i] -= rate * by[i];
}
