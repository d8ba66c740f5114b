/* Adds up the slopes of the weights in single precision. */
#include "layer.h"

void layer_slopes(size_t batch, size_t n, size_t m, const double *inputs,
                  const double *delta, double *dw, double *db) {
  for (size_t j = 0; j < m; j++) {
    db[j] = 0;
    for (size_t r = 0; r < batch; r++) db[j] += delta[r * m + j];
    for (size_t i = 0; i < n; i++) {
      float sum = 0;
      for (size_t r = 0; r < batch; r++)
        sum += (float)(inputs[r * n + i] * delta[r * m + j]);
      dw[i * m + j] = (double)sum;
    }
  }
}
