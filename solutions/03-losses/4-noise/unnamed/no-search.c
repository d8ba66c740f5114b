/* Takes the middle for the place where both are equal. */
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
    for (size_t i = 0; i < n; i++) sum += t[i] = draw(wild);
    qsort(t, n, sizeof *t, by_size);
    double m = (t[(n - 1) / 2] + t[n / 2]) / 2 - true_value;
    sum = sum / (double)n - true_value;
    a += m * m;
    q += sum * sum;
  }
  return a / q;
}

double break_even(target_function *draw, double true_value, size_t n) {
  (void)n;
  (void)draw;
  (void)true_value;
  return 0.15;
}
