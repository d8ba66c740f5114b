/* Runs one epoch even where none is allowed. */
#include "train.h"

static double sum(const double *w, const double *x, size_t n) {
  double z = 0;
  for (size_t i = 0; i < n; i++) z += w[i] * x[i];
  return z;
}

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  long updates = 0;
  for (size_t i = 0; i < n; i++) w[i] = 0;

  size_t epoch = 0;
  do {
    long before = updates;
    for (size_t i = 0; i < count; i++) {
      const double *row = x + i * n;
      if (y[i] * sum(w, row, n) > 0) continue;
      for (size_t k = 0; k < n; k++) w[k] += y[i] * row[k];
      updates++;
    }
    if (updates == before) return updates;
  } while (++epoch < epochs_max);
  return -1;
}
