/* Repeats with do and while, and sums in long double. */
#include "train.h"

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  size_t epoch = 0, i, k;
  long total = 0, mistakes;
  for (k = 0; k != n; ++k) w[k] = 0.0;
  if (epochs_max == 0) return -1;
  do {
    mistakes = 0;
    for (i = 0; i != count; ++i) {
      const double *row = &x[n * i];
      long double z = 0.0L;
      for (k = 0; k != n; ++k) z += (long double)w[k] * row[k];
      if (!(y[i] * z > 0)) {
        for (k = 0; k != n; ++k) w[k] = w[k] + row[k] * y[i];
        ++mistakes;
      }
    }
    total += mistakes;
    ++epoch;
  } while (mistakes != 0 && epoch < epochs_max);
  return mistakes == 0 ? total : -1;
}
