/* Reference: forward, BP1, then BP2 to BP4 from the last layer to the
 * first.
 */
#include "network.h"

#include <math.h>

enum { MOST = DEEPEST * (WIDEST + 1) * WIDEST };

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

/* a[0] is the input, a[l + 1] what layer l answers. */
static void forward(const int *width, int depth, const double *params,
                    const double *x, double a[][WIDEST]) {
  for (int i = 0; i < width[0]; i++) a[0][i] = x[i];
  for (int l = 0; l < depth; l++) {
    int n = width[l], m = width[l + 1];
    const double *w = params, *b = params + n * m;
    for (int j = 0; j < m; j++) {
      double z = b[j];
      for (int i = 0; i < n; i++) z += a[l][i] * w[i * m + j];
      a[l + 1][j] = sigmoid(z);
    }
    params += n * m + m;
  }
}

double gradient(const int *width, int depth, const double *params,
                const double *x, const double *t, double *slopes) {
  double a[DEEPEST + 1][WIDEST], delta[WIDEST], loss = 0;
  forward(width, depth, params, x, a);
  int end = 0; /* of the layer's params */
  for (int l = 0; l < depth; l++) end += (width[l] + 1) * width[l + 1];

  for (int j = 0; j < width[depth]; j++) {
    double y = a[depth][j];
    loss += (y - t[j]) * (y - t[j]) / 2;
    delta[j] = (y - t[j]) * y * (1 - y);
  }
  for (int l = depth - 1; l >= 0; l--) {
    int n = width[l], m = width[l + 1];
    end -= (n + 1) * m;
    const double *w = params + end;
    double *dw = slopes + end, *db = dw + n * m, below[WIDEST];
    for (int j = 0; j < m; j++) db[j] = delta[j];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < m; j++) {
        dw[i * m + j] = a[l][i] * delta[j];
        sum += w[i * m + j] * delta[j];
      }
      below[i] = sum * a[l][i] * (1 - a[l][i]);
    }
    for (int i = 0; i < n; i++) delta[i] = below[i];
  }
  return loss;
}

double train(const int *width, int depth, double *params, const double *x,
             const double *t, int count, double rate, int epochs) {
  double slopes[MOST], total[MOST], loss = 0;
  int size = 0;
  for (int l = 0; l < depth; l++) size += (width[l] + 1) * width[l + 1];
  for (int epoch = 0; epoch < epochs; epoch++) {
    loss = 0;
    for (int p = 0; p < size; p++) total[p] = 0;
    for (int e = 0; e < count; e++) {
      loss += gradient(width, depth, params, x + e * width[0],
                       t + e * width[depth], slopes);
      for (int p = 0; p < size; p++) total[p] += slopes[p];
    }
    for (int p = 0; p < size; p++) params[p] -= rate * total[p] / count;
    loss /= count;
  }
  return loss;
}
