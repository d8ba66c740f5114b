/* Reference: the mean and the median, and bisection. */
#include "noise.h"

#include <stdlib.h>

enum { SAMPLES = 10000, HALVINGS = 8 };

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double mean(const double *t, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += t[i];
  return sum / (double)n;
}

static double median(double *t, size_t n) {
  qsort(t, n, sizeof *t, by_size);
  return (t[(n - 1) / 2] + t[n / 2]) / 2;
}

static double square(double x) {
  return x * x;
}

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  double absolute = 0, quadratic = 0, t[TARGETS_MAX];
  for (size_t s = 0; s < samples; s++) {
    for (size_t i = 0; i < n; i++) t[i] = draw(wild);
    absolute += square(median(t, n) - true_value);
    quadratic += square(mean(t, n) - true_value);
  }
  return absolute / quadratic;
}

double break_even(target_function *draw, double true_value, size_t n) {
  double low = 0, high = 0.3;
  for (int i = 0; i < HALVINGS; i++) {
    double wild = (low + high) / 2;
    if (absolute_over_quadratic(draw, wild, true_value, n, SAMPLES) > 1)
      low = wild;
    else
      high = wild;
  }
  return (low + high) / 2;
}
