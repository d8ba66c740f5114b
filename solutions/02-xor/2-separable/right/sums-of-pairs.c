/* Looks for two firing inputs whose sum is that of two silent ones. */
#include "separable.h"

/* Digits of the sum of two inputs, with room for the carry of each. */
static size_t spread(size_t row) {
  size_t wide = 0;
  for (size_t bit = 0; bit < 4; bit++)
    wide |= (row >> bit & 1) << (2 * bit);
  return wide;
}

/* Up to eight bits, a function is that of a neuron if and only if there are
 * no such pairs: it is then "2-asummable". */
bool separable(const double *y, size_t n) {
  bool firing[256] = {false}, silent[256] = {false};
  size_t rows = (size_t)1 << n;
  for (size_t a = 0; a < rows; a++)
    for (size_t b = a; b < rows; b++) {
      size_t sum = spread(a) + spread(b);
      if (y[a] > 0 && y[b] > 0) firing[sum] = true;
      if (y[a] < 0 && y[b] < 0) silent[sum] = true;
    }
  for (size_t sum = 0; sum < 256; sum++)
    if (firing[sum] && silent[sum]) return false;
  return true;
}
