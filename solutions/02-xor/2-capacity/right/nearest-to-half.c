/* Takes all shares first, and then the one that is nearest to a half. */
#include "capacity.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  double w[INPUTS_MAX + 1];
} neuron;

static double sum(const neuron *n, const double *x, size_t inputs) {
  return inputs ? n->w[inputs - 1] * x[inputs - 1] + sum(n, x, inputs - 1)
                : n->w[INPUTS_MAX];
}

static int mistakes(neuron *n, const labelled_set *s) {
  int count = 0;
  for (size_t p = s->points; p-- > 0;) {
    const double *x = s->x + s->inputs * p;
    if (sum(n, x, s->inputs) * s->y[p] > 0) continue;
    count++;
    for (size_t i = 0; i < s->inputs; i++) n->w[i] += s->y[p] * x[i];
    n->w[INPUTS_MAX] += s->y[p];
  }
  return count;
}

double separable_share(draw_function *draw, size_t points, size_t trials) {
  size_t yes = 0;
  for (size_t t = trials; t > 0; t--) {
    labelled_set s = draw(points);
    neuron *n = calloc(1, sizeof *n);
    int patience = 700;
    while (patience > 0 && mistakes(n, &s) > 0) patience--;
    yes += patience > 0;
    free(n);
  }
  return yes / (trials + 0.0);
}

size_t capacity(draw_function *draw) {
  double share[16];
  size_t best = 1;
  for (size_t n = 1; n < 16; n++) {
    share[n] = separable_share(draw, n, 150);
    if (fabs(share[n] - 0.5) < fabs(share[best] - 0.5)) best = n;
  }
  return best;
}
