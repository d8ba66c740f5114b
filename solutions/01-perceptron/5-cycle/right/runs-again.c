/* Keeps nothing: runs again from the start to compare with each epoch. */
#include "cycle.h"

#include <stdbool.h>
#include <string.h>

static bool epoch(double *w, const double *x, const double *y, size_t count,
                  size_t n) {
  bool mistaken = false;
  for (size_t i = 0; i < count; i++) {
    const double *row = x + i * n;
    double z = 0;
    for (size_t k = 0; k < n; k++) z += w[k] * row[k];
    if (z * y[i] > 0) continue;
    mistaken = true;
    for (size_t k = 0; k < n; k++) w[k] += y[i] * row[k];
  }
  return mistaken;
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  double now[n], earlier[n];
  memset(now, 0, sizeof now);
  for (size_t e = 1; e <= epochs_max; e++) {
    if (!epoch(now, x, y, count, n)) return 0;
    memset(earlier, 0, sizeof earlier);
    for (size_t d = 0; d < e; d++) {
      size_t k = 0;
      while (k < n && earlier[k] == now[k]) k++;
      if (k == n) return (long)(e - d);
      epoch(earlier, x, y, count, n);
    }
  }
  return -1;
}
