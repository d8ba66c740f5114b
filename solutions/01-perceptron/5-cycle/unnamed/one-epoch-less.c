/* Gives up one epoch too early. */
#include "cycle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  double *kept = calloc((epochs_max + 1) * n, sizeof *kept);
  long length = -1;
  for (size_t e = 1; e < epochs_max && length < 0; e++) {
    double *w = memcpy(kept + e * n, kept + (e - 1) * n, n * sizeof *w);
    if (!epoch(w, x, y, count, n)) length = 0;
    for (size_t d = 0; d < e && length < 0; d++)
      if (equal(kept + d * n, w, n)) length = (long)(e - d);
  }
  free(kept);
  return length;
}
