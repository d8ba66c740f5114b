/* Finds the middle targets by parting the sample, and measures less often
 * but longer. */
#include "noise.h"

static double nth(double *t, size_t count, size_t k) {
  double pivot = t[count / 2], rest[TARGETS_MAX];
  size_t below = 0, above = 0, equal = 0;
  for (size_t i = 0; i < count; i++) {
    if (t[i] < pivot)
      t[below++] = t[i];
    else if (t[i] > pivot)
      rest[above++] = t[i];
    else
      equal++;
  }
  if (k < below) return nth(t, below, k);
  if (k < below + equal) return pivot;
  return nth(rest, above, k - below - equal);
}

static double middle(const double *t, size_t n) {
  double copy[TARGETS_MAX], other[TARGETS_MAX];
  for (size_t i = 0; i < n; i++) copy[i] = other[i] = t[i];
  double upper = nth(copy, n, n / 2);
  return n % 2 ? upper : 0.5 * upper + 0.5 * nth(other, n, n / 2 - 1);
}

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  double of_median = 0, of_mean = 0;
  for (size_t left = samples; left > 0; left--) {
    double t[TARGETS_MAX], off = 0;
    for (size_t i = 0; i < n; i++) {
      t[i] = draw(wild);
      off += t[i] - true_value;
    }
    double d = middle(t, n) - true_value, m = off / (double)n;
    of_median += d * d / (double)samples;
    of_mean += m * m / (double)samples;
  }
  return of_median / of_mean;
}

double break_even(target_function *draw, double true_value, size_t n) {
  double from = 0, width = 0.3;
  while (width > 0.002) {
    width /= 2;
    double q =
        absolute_over_quadratic(draw, from + width, true_value, n, 15000);
    if (q >= 1) from += width;
  }
  return from + width / 2;
}
