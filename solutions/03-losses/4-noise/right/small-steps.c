/* Walks up from 0 in small steps, with the sums of squares kept apart. */
#include "noise.h"

#include <stdlib.h>
#include <string.h>

static int order(const void *p, const void *q) {
  double a, b;
  memcpy(&a, p, sizeof a);
  memcpy(&b, q, sizeof b);
  if (a < b) return -1;
  return a > b;
}

static void add_squares(target_function *draw, double wild, double right,
                        size_t n, double sums[2]) {
  double *t = malloc(n * sizeof *t), total = 0;
  for (size_t i = 0; i < n; i++) t[i] = draw(wild);
  for (size_t i = n; i-- > 0;) total += t[i];
  qsort(t, n, sizeof *t, order);
  double m = (t[n / 2] + t[n - 1 - n / 2]) * 0.5;
  sums[0] += (m - right) * (m - right);
  sums[1] += (total / (double)n - right) * (total / (double)n - right);
  free(t);
}

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  double sums[2] = {0};
  for (size_t s = 0; s < samples; s++)
    add_squares(draw, wild, true_value, n, sums);
  return sums[0] / sums[1];
}

/* At the first of many places where it looks below 1 it may be so by
 * chance: goes up by a tenth each time, and measures well. */
double break_even(target_function *draw, double true_value, size_t n) {
  double before = 0, wild = 0.01;
  while (absolute_over_quadratic(draw, wild, true_value, n, 12000) > 1) {
    before = wild;
    wild *= 1.1;
  }
  return (before + wild) / 2;
}
