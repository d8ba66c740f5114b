/* Looks for XOR in every pair of inputs while the others are kept. */
#include "separable.h"

static bool is_xor(double a, double b, double c, double d) {
  return a == d && b == c && a != b;
}

bool separable(const double *y, size_t n) {
  for (size_t i = 0; i < n; i++)
    for (size_t j = i + 1; j < n; j++)
      for (size_t row = 0; row < (size_t)1 << n; row++) {
        size_t p = (size_t)1 << i, q = (size_t)1 << j;
        if (row & (p | q)) continue;
        if (is_xor(y[row], y[row | p], y[row | q], y[row | p | q]))
          return false;
      }
  return true;
}
