/* Refuses XOR and its like only. */
#include "separable.h"

bool separable(const double *y, size_t n) {
  if (n == 1) return true;
  for (size_t row = 0; row < (size_t)1 << n; row++)
    for (size_t bit = 1; bit < (size_t)1 << n; bit <<= 1)
      if (y[row] == y[row ^ bit]) return true;
  return false;
}
