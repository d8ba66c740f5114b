/* Starts from zero weights, but for the bias's, which it takes as it is. */
#include "train.h"

static double sum(const double *w, const double *x, size_t n) {
  double z = 0;
  for (size_t k = 0; k < n; k++) z += w[k] * x[k];
  return z;
}

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  long updates = 0;
  for (size_t k = 0; k + 1 < n; k++) w[k] = 0;
  for (size_t epoch = 0; epoch < epochs_max; epoch++) {
    long before = updates;
    for (size_t i = 0; i < count; i++) {
      if (y[i] * sum(w, x + i * n, n) > 0) continue;
      for (size_t k = 0; k < n; k++) w[k] += y[i] * x[i * n + k];
      updates++;
    }
    if (updates == before) return updates;
  }
  return -1;
}
