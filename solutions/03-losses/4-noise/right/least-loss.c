/* Looks for the targets with the least absolute loss, by adding it up; and
 * draws the line through quotients on both sides of 1. */
#include "noise.h"

#include <math.h>

static double loss(const double *t, size_t n, double c) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += fabs(t[i] - c);
  return sum;
}

static double least_absolute(const double *t, size_t n) {
  double least = INFINITY, low = 0, high = 0;
  for (size_t i = 0; i < n; i++) least = fmin(least, loss(t, n, t[i]));
  int found = 0;
  for (size_t i = 0; i < n; i++) {
    if (loss(t, n, t[i]) > least * (1 + 1e-12)) continue;
    low = found ? fmin(low, t[i]) : t[i];
    high = found ? fmax(high, t[i]) : t[i];
    found = 1;
  }
  return low / 2 + high / 2;
}

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  long double a = 0, q = 0;
  while (samples-- > 0) {
    double t[TARGETS_MAX];
    long double sum = 0;
    for (size_t i = 0; i < n; i++) sum += t[i] = draw(wild);
    a += powl((long double)least_absolute(t, n) - true_value, 2);
    q += powl(sum / n - true_value, 2);
  }
  return (double)(a / q);
}

double break_even(target_function *draw, double true_value, size_t n) {
  double low = 0, high = 0.3, at_low = 1, at_high = -1;
  for (int i = 0; i < 9; i++) {
    double x = (low + high) / 2;
    double y = log(absolute_over_quadratic(draw, x, true_value, n, 4000));
    if (y > 0) {
      low = x;
      at_low = y;
    } else {
      high = x;
      at_high = y;
    }
    if (high - low < 0.02) break;
  }
  for (int i = 0; i < 2; i++) {
    at_low += log(absolute_over_quadratic(draw, low, true_value, n, 4000));
    at_high +=
        log(absolute_over_quadratic(draw, high, true_value, n, 4000));
  }
  return low + (high - low) * at_low / (at_low - at_high);
}
