/* Keeps its memory from one call to the next, and lets it grow. */
#include "cycle.h"

#include <stdlib.h>

static double *kept; /* the weights from the end of every epoch */
static size_t room;

static double *weights(size_t epoch, size_t n) {
  size_t wanted = (epoch + 1) * n;
  if (wanted > room) {
    room = 2 * wanted;
    kept = realloc(kept, room * sizeof *kept);
    if (!kept) abort();
  }
  return kept + epoch * n;
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  double *w = weights(0, n);
  for (size_t k = 0; k < n; k++) w[k] = 0;
  for (size_t e = 1; e <= epochs_max; e++) {
    long mistakes = 0;
    w = weights(e, n);
    for (size_t k = 0; k < n; k++) w[k] = kept[(e - 1) * n + k];
    for (size_t i = 0; i < count; i++) {
      double z = 0;
      for (size_t k = 0; k < n; k++) z += w[k] * x[i * n + k];
      if (y[i] * z > 0) continue;
      mistakes++;
      for (size_t k = 0; k < n; k++) w[k] += y[i] * x[i * n + k];
    }
    if (mistakes == 0) return 0;
    for (size_t d = e; d-- > 0;) {
      size_t equal = 0;
      while (equal < n && kept[d * n + equal] == w[equal]) equal++;
      if (equal == n) return (long)(e - d);
    }
  }
  return -1;
}
