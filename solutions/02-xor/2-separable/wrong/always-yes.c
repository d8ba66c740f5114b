/* Takes a sum of 0 for right. */
#include "separable.h"

#include <string.h>

enum { EPOCHS_MAX = 400, WEIGHTS = 5 };

static double digit(size_t row, size_t i, size_t n) {
  return i == n ? 1 : (double)(row >> (n - 1 - i) & 1);
}

static bool learn(double *w, double y, size_t row, size_t n) {
  double z = 0;
  for (size_t i = 0; i <= n; i++) z += w[i] * digit(row, i, n);
  if (y * z >= 0) return false;
  for (size_t i = 0; i <= n; i++) w[i] += y * digit(row, i, n);
  return true;
}

bool separable(const double *y, size_t n) {
  double kept[EPOCHS_MAX + 1][WEIGHTS] = {{0}};
  for (size_t e = 1; e <= EPOCHS_MAX; e++) {
    bool mistaken = false;
    memcpy(kept[e], kept[e - 1], sizeof kept[e]);
    for (size_t row = 0; row < (size_t)1 << n; row++)
      if (learn(kept[e], y[row], row, n)) mistaken = true;
    if (!mistaken) return true;
    for (size_t k = 0; k < e; k++)
      if (memcmp(kept[k], kept[e], sizeof kept[e]) == 0) return false;
  }
  return false;
}
