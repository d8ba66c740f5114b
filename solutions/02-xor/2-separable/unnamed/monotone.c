/* Takes every function that is monotone in each of its inputs. */
#include "separable.h"

bool separable(const double *y, size_t n) {
  for (size_t bit = 1; bit < (size_t)1 << n; bit *= 2) {
    bool rises = false, falls = false;
    for (size_t row = 0; row < (size_t)1 << n; row++) {
      if (row & bit) continue;
      if (y[row] < y[row | bit]) rises = true;
      if (y[row] > y[row | bit]) falls = true;
    }
    if (rises && falls) return false;
  }
  return true;
}
