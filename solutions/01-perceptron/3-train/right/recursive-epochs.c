/* Lets one function be an epoch, and calls itself for the next. */
#include "train.h"

#include <string.h>

static long go_on(double *w, const double *x, const double *y, size_t count,
                  size_t n, size_t epochs_left) {
  long mistakes = 0;
  if (epochs_left == 0) return -1;
  for (size_t i = 0; i < count; i++, x += n) {
    double z = 0;
    for (size_t k = n; k > 0; k--) z += w[k - 1] * x[k - 1];
    if (z * y[i] <= 0) {
      for (size_t k = 0; k < n; k++) w[k] += y[i] * x[k];
      mistakes++;
    }
  }
  if (mistakes == 0) return 0;
  long later = go_on(w, x - count * n, y, count, n, epochs_left - 1);
  return later < 0 ? -1 : mistakes + later;
}

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  memset(w, 0, n * sizeof *w);
  return go_on(w, x, y, count, n, epochs_max);
}
