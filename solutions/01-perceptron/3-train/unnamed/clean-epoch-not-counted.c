/* Allows one epoch more: the clean one at the end is not counted. */
#include "train.h"

static double sum(const double *w, const double *x, size_t n) {
  double z = 0;
  for (size_t k = 0; k < n; k++) z += w[k] * x[k];
  return z;
}

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  long updates = 0;
  for (size_t k = 0; k < n; k++) w[k] = 0;
  for (size_t epoch = 0; epoch <= epochs_max; epoch++) {
    long before = updates;
    for (size_t i = 0; i < count; i++) {
      if (y[i] * sum(w, x + i * n, n) > 0) continue;
      if (epoch == epochs_max) return -1;
      for (size_t k = 0; k < n; k++) w[k] += y[i] * x[i * n + k];
      updates++;
    }
    if (updates == before) return updates;
  }
  return -1;
}
