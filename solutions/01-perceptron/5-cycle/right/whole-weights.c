/* Keeps the weights as whole numbers, in a block that doubles. */
#include "cycle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool epoch(long *w, const double *x, const double *y, size_t count,
                  size_t n) {
  bool mistakes = false;
  for (size_t i = 0; i < count; i++) {
    long z = 0, target = y[i] > 0 ? 1 : -1;
    for (size_t k = 0; k < n; k++) z += w[k] * (long)x[i * n + k];
    if (target * z > 0) continue;
    for (size_t k = 0; k < n; k++) w[k] += target * (long)x[i * n + k];
    mistakes = true;
  }
  return mistakes;
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  size_t room = 8, bytes = n * sizeof(long);
  long *kept = calloc(room, bytes), length = -1;
  for (size_t e = 1; kept && e <= epochs_max && length < 0; e++) {
    if (e == room) {
      room *= 2;
      long *more = realloc(kept, room * bytes);
      if (!more) break;
      kept = more;
    }
    long *now = memcpy(kept + e * n, kept + (e - 1) * n, bytes);
    if (!epoch(now, x, y, count, n)) length = 0;
    for (size_t p = 1; p <= e && length < 0; p++)
      if (memcmp(now, now - p * n, bytes) == 0) length = (long)p;
  }
  free(kept);
  return length;
}
