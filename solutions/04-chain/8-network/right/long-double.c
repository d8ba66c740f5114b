/* In long double, and the deltas written over the answers. */
#include "network.h"

#include <math.h>

typedef long double real;

static int begin(const int *width, int l) {
  int at = 0;
  for (int k = 0; k < l; k++) at += (width[k] + 1) * width[k + 1];
  return at;
}

double gradient(const int *width, int depth, const double *params,
                const double *x, const double *t, double *slopes) {
  real a[DEEPEST + 1][WIDEST], loss = 0;
  for (int i = 0; i < width[0]; i++) a[0][i] = x[i];
  for (int l = 1; l <= depth; l++) {
    const double *w = params + begin(width, l - 1);
    for (int j = 0; j < width[l]; j++) {
      real z = w[width[l - 1] * width[l] + j];
      for (int i = 0; i < width[l - 1]; i++)
        z += a[l - 1][i] * w[i * width[l] + j];
      a[l][j] = 1 / (1 + expl(-z));
    }
  }
  for (int j = 0; j < width[depth]; j++) {
    real error = a[depth][j] - t[j];
    loss += error * error / 2;
    a[depth][j] = error * a[depth][j] * (1 - a[depth][j]);
  }
  for (int l = depth; l > 0; l--) {
    const double *w = params + begin(width, l - 1);
    double *s = slopes + begin(width, l - 1);
    for (int i = 0; i < width[l - 1]; i++) {
      real sum = 0, here = a[l - 1][i];
      for (int j = 0; j < width[l]; j++) {
        sum += w[i * width[l] + j] * a[l][j];
        s[i * width[l] + j] = (double)(here * a[l][j]);
      }
      a[l - 1][i] = sum * here * (1 - here);
    }
    for (int j = 0; j < width[l]; j++)
      s[width[l - 1] * width[l] + j] = (double)a[l][j];
  }
  return (double)loss;
}

double train(const int *width, int depth, double *params, const double *x,
             const double *t, int count, double rate, int epochs) {
  enum { ROOM = DEEPEST * (WIDEST + 1) * WIDEST };
  double one[ROOM], loss = 0;
  int size = begin(width, depth);
  for (int epoch = 0; epoch < epochs; epoch++) {
    real step[ROOM] = {0}, sum = 0;
    for (int e = 0; e < count; e++) {
      sum += gradient(width, depth, params, x + e * width[0],
                      t + e * width[depth], one);
      for (int i = 0; i < size; i++) step[i] += one[i];
    }
    for (int i = 0; i < size; i++)
      params[i] -= (double)(rate * step[i] / count);
    loss = (double)(sum / count);
  }
  return loss;
}
