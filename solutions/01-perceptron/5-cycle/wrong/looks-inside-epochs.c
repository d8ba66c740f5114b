/* Compares after every update, not at the ends of epochs. */
#include "cycle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool equal(const double *a, const double *b, size_t n) {
  for (size_t k = 0; k < n; k++)
    if (a[k] != b[k]) return false;
  return true;
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  double *kept = calloc((epochs_max * count + 1) * n, sizeof *kept);
  size_t made = 0;
  if (!kept) return -1;

  for (size_t e = 1; e <= epochs_max; e++) {
    size_t before = made;
    for (size_t i = 0; i < count; i++) {
      double *w = kept + made * n, z = 0;
      for (size_t k = 0; k < n; k++) z += w[k] * x[i * n + k];
      if (y[i] * z > 0) continue;
      for (size_t k = 0; k < n; k++) w[n + k] = w[k] + y[i] * x[i * n + k];
      made++;
      for (size_t d = 0; d < made; d++)
        if (equal(kept + d * n, w + n, n)) {
          free(kept);
          return (long)e;
        }
    }
    if (made == before) {
      free(kept);
      return 0;
    }
  }
  free(kept);
  return -1;
}
