/* Sums over the examples inside, for one weight or bias at a time. */
#include "layer.h"

void layer_slopes(size_t batch, size_t n, size_t m, const double *inputs,
                  const double *delta, double *dw, double *db) {
  for (size_t j = 0; j < m; j++) {
    for (size_t i = 0; i < n; i++) {
      double sum = 0;
      for (size_t r = batch; r-- > 0;)
        sum += inputs[r * n + i] * delta[r * m + j];
      dw[i * m + j] = sum;
    }
    db[j] = 0;
    for (size_t r = batch; r-- > 0;) db[j] += delta[r * m + j];
  }
}
