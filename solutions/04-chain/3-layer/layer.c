/* Reference: BP3 and BP4. */
#include "layer.h"

void layer_slopes(size_t batch, size_t n, size_t m, const double *inputs,
                  const double *delta, double *dw, double *db) {
  for (size_t k = 0; k < n * m; k++) dw[k] = 0;
  for (size_t j = 0; j < m; j++) db[j] = 0;

  for (size_t r = 0; r < batch; r++)
    for (size_t j = 0; j < m; j++) {
      double d = delta[r * m + j];
      db[j] += d;
      for (size_t i = 0; i < n; i++) dw[i * m + j] += inputs[r * n + i] * d;
    }
}
