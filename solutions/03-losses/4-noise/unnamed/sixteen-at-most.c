/* Fits to no more than sixteen targets of a sample. */
#include "noise.h"

#include <stdlib.h>

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  double a = 0, q = 0;
  for (size_t s = 0; s < samples; s++) {
    double t[TARGETS_MAX], sum = 0;
    for (size_t i = 0; i < n; i++) t[i] = draw(wild);
    size_t used = n > 16 ? 16 : n;
    qsort(t, used, sizeof *t, by_size);
    for (size_t i = 0; i < used; i++) sum += t[i];
    double m = (t[(used - 1) / 2] + t[used / 2]) / 2 - true_value;
    sum = sum / (double)used - true_value;
    a += m * m;
    q += sum * sum;
  }
  return a / q;
}

double break_even(target_function *draw, double true_value, size_t n) {
  double low = 0, high = 0.3;
  while (high - low > 0.002) {
    double wild = (low + high) / 2;
    if (absolute_over_quadratic(draw, wild, true_value, n, 9000) > 1)
      low = wild;
    else
      high = wild;
  }
  return low;
}
