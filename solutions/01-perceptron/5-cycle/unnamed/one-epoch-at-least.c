/* Runs one epoch even where none is allowed. */
#include "cycle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* One epoch; true if it brought a mistake. */
static bool epoch(double *w, const double *x, const double *y, size_t count,
                  size_t n) {
  bool mistakes = false;
  for (size_t i = 0; i < count; i++) {
    double z = 0;
    for (size_t k = 0; k < n; k++) z += w[k] * x[i * n + k];
    if (y[i] * z > 0) continue;
    for (size_t k = 0; k < n; k++) w[k] += y[i] * x[i * n + k];
    mistakes = true;
  }
  return mistakes;
}

static bool equal(const double *a, const double *b, size_t n) {
  for (size_t k = 0; k < n; k++)
    if (a[k] != b[k]) return false;
  return true;
}

/* `kept` holds the weights from the end of every epoch, n for each. */
static long watch(double *kept, const double *x, const double *y,
                  size_t count, size_t n, size_t epochs_max) {
  for (size_t e = 1; e == 1 || e <= epochs_max; e++) {
    double *w = kept + e * n;
    memcpy(w, w - n, n * sizeof *w);
    if (!epoch(w, x, y, count, n)) return 0;
    for (size_t d = 0; d < e; d++)
      if (equal(kept + d * n, w, n)) return (long)(e - d);
  }
  return -1;
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  double *kept = calloc((epochs_max + 2) * n, sizeof *kept);
  if (!kept) return -1;
  long length = watch(kept, x, y, count, n, epochs_max);
  free(kept);
  return length;
}
