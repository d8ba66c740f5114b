/* Uses one flat loop, and counts how many in a row were right. */
#include "train.h"

#include <stdbool.h>

static bool correct(double *w, const double *x, double y, size_t n) {
  double z = 0;
  for (size_t k = 0; k < n; k++) z += w[k] * x[k];
  if (y * z > 0) return false;
  for (size_t k = 0; k < n; k++) w[k] += y * x[k];
  return true;
}

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  long updates = 0;
  size_t right = 0;
  for (size_t k = 0; k < n; k++) w[k] = 0;
  for (size_t step = 0; step < epochs_max * count; step++) {
    size_t i = step % count;
    if (i == 0) right = 0;
    if (correct(w, x + i * n, y[i], n))
      updates++;
    else if (++right == count)
      return updates;
  }
  return -1;
}
