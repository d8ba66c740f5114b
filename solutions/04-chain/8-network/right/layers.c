/* A struct for each layer, and deltas of all of them kept. */
#include "network.h"

#include <math.h>
#include <string.h>

typedef struct {
  int n, m, at; /* at: where its weights begin */
  double in[WIDEST], out[WIDEST], delta[WIDEST];
} layer;

static int make_layers(const int *width, int depth, layer *l) {
  int at = 0;
  for (int k = 0; k < depth; k++) {
    l[k].n = width[k];
    l[k].m = width[k + 1];
    l[k].at = at;
    at += l[k].n * l[k].m + l[k].m;
  }
  return at;
}

static void forward(layer *l, const double *p, const double *in) {
  memcpy(l->in, in, (size_t)l->n * sizeof *in);
  for (int j = 0; j < l->m; j++) {
    double z = 0;
    for (int i = 0; i < l->n; i++) z += p[l->at + i * l->m + j] * in[i];
    z += p[l->at + l->n * l->m + j];
    l->out[j] = 0.5 + tanh(z / 2) / 2;
  }
}

static double slope(double a) {
  return a - a * a;
}

double gradient(const int *width, int depth, const double *params,
                const double *x, const double *t, double *slopes) {
  layer l[DEEPEST];
  double loss = 0;
  make_layers(width, depth, l);
  for (int k = 0; k < depth; k++)
    forward(&l[k], params, k ? l[k - 1].out : x);
  layer *last = &l[depth - 1];
  for (int j = 0; j < last->m; j++) {
    double error = last->out[j] - t[j];
    loss += error * error;
    last->delta[j] = error * slope(last->out[j]);
  }
  for (int k = depth - 2; k >= 0; k--)
    for (int i = 0; i < l[k].m; i++) {
      l[k].delta[i] = 0;
      for (int j = 0; j < l[k + 1].m; j++)
        l[k].delta[i] +=
            l[k + 1].delta[j] * params[l[k + 1].at + i * l[k + 1].m + j];
      l[k].delta[i] *= slope(l[k].out[i]);
    }
  for (int k = 0; k < depth; k++)
    for (int j = 0; j < l[k].m; j++) {
      for (int i = 0; i < l[k].n; i++)
        slopes[l[k].at + i * l[k].m + j] = l[k].in[i] * l[k].delta[j];
      slopes[l[k].at + l[k].n * l[k].m + j] = l[k].delta[j];
    }
  return loss / 2;
}

double train(const int *width, int depth, double *params, const double *x,
             const double *t, int count, double rate, int epochs) {
  layer l[DEEPEST];
  double sum[DEEPEST * (WIDEST + 1) * WIDEST];
  double one[DEEPEST * (WIDEST + 1) * WIDEST], loss = 0;
  int size = make_layers(width, depth, l);
  while (epochs-- > 0) {
    memset(sum, 0, sizeof sum);
    loss = 0;
    for (int e = 0; e < count; e++) {
      loss += gradient(width, depth, params, &x[e * width[0]],
                       &t[e * width[depth]], one) /
              count;
      for (int i = 0; i < size; i++) sum[i] += one[i] / count;
    }
    for (int i = 0; i < size; i++) params[i] -= rate * sum[i];
  }
  return loss;
}
