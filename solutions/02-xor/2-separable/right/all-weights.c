/* Tries all neurons with small whole weights, which are enough. */
#include "separable.h"

#include <math.h>

enum { LARGEST = 3 }; /* up to four bits, no larger ones are needed */

static bool has_bias(const double *y, size_t n, const int *w) {
  int least_firing = 100, most_silent = -100;
  for (size_t row = 0; row < (size_t)1 << n; row++) {
    int sum = 0;
    for (size_t i = 0; i < n; i++)
      if (row & (size_t)1 << (n - 1 - i)) sum += w[i];
    if (y[row] > 0 && sum < least_firing) least_firing = sum;
    if (y[row] < 0 && sum > most_silent) most_silent = sum;
  }
  return most_silent < least_firing;
}

static bool try_from(const double *y, size_t n, int *w, size_t i) {
  if (i == n) return has_bias(y, n, w);
  for (w[i] = -LARGEST; w[i] <= LARGEST; w[i]++)
    if (try_from(y, n, w, i + 1)) return true;
  return false;
}

bool separable(const double *y, size_t n) {
  int w[4] = {0};
  return try_from(y, n, w, 0);
}
