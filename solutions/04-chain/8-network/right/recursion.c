/* Each layer calls the next one, which tells it how fast the loss changes
 * with what it handed over. */
#include "network.h"

#include <math.h>
#include <stdlib.h>

/* Returns the loss; writes the slopes of this layer and of all after it,
 * and to `back` dC/dx. */
static double pass(const int *width, int left, const double *p,
                   const double *x, const double *t, double *slopes,
                   double *back) {
  int n = width[0], m = width[1];
  double loss = 0, out[WIDEST], by_out[WIDEST];
  if (left == 0) {
    for (int j = 0; j < n; j++) {
      loss += 0.5 * pow(x[j] - t[j], 2);
      back[j] = x[j] - t[j];
    }
    return loss;
  }
  for (int j = 0; j < m; j++) {
    double z = p[n * m + j];
    for (int i = n - 1; i >= 0; i--) z += p[i * m + j] * x[i];
    out[j] = 1 / (1 + exp(-z));
  }
  int next = n * m + m;
  loss = pass(width + 1, left - 1, p + next, out, t, slopes + next, by_out);
  for (int i = 0; i < n; i++) back[i] = 0;
  for (int j = 0; j < m; j++) {
    double delta = by_out[j] * out[j] * (1 - out[j]);
    slopes[n * m + j] = delta;
    for (int i = 0; i < n; i++) {
      slopes[i * m + j] = delta * x[i];
      back[i] += delta * p[i * m + j];
    }
  }
  return loss;
}

double gradient(const int *width, int depth, const double *params,
                const double *x, const double *t, double *slopes) {
  int padded[DEEPEST + 2] = {0};
  double back[WIDEST];
  for (int l = 0; l <= depth; l++) padded[l] = width[l];
  return pass(padded, depth, params, x, t, slopes, back);
}

double train(const int *width, int depth, double *params, const double *x,
             const double *t, int count, double rate, int epochs) {
  int size = 0;
  for (int l = 0; l < depth; l++)
    size += width[l] * width[l + 1] + width[l + 1];
  double *all = calloc((size_t)(size * (count + 1)), sizeof *all);
  double loss = 0;
  if (!all) return NAN;
  for (int epoch = 0; epoch < epochs; epoch++) {
    loss = 0;
    for (int e = 0; e < count; e++)
      loss += gradient(width, depth, params, x + e * width[0],
                       t + e * width[depth], all + e * size);
    loss /= count;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int e = 0; e < count; e++) sum += all[e * size + i];
      params[i] -= rate * (sum / count);
    }
  }
  free(all);
  return loss;
}
