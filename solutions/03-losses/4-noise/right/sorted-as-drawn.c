/* Puts each target in its place as it comes, and takes the mean of several
 * searches. */
#include "noise.h"

typedef struct {
  double of_median, of_mean;
} errors;

static errors one_sample(target_function *draw, double wild, double right,
                         size_t n) {
  double t[TARGETS_MAX], mean = 0;
  for (size_t have = 0; have < n; have++) {
    double next = draw(wild);
    size_t at = have;
    for (; at > 0 && t[at - 1] > next; at--) t[at] = t[at - 1];
    t[at] = next;
    mean += (next - mean) / (double)(have + 1);
  }
  double median =
      n % 2 == 1 ? t[n / 2] : t[n / 2 - 1] + (t[n / 2] - t[n / 2 - 1]) / 2;
  return (errors){(median - right) * (median - right),
                  (mean - right) * (mean - right)};
}

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  errors sum = {0, 0};
  for (size_t s = 0; s < samples; s++) {
    errors e = one_sample(draw, wild, true_value, n);
    sum.of_median += e.of_median;
    sum.of_mean += e.of_mean;
  }
  return (sum.of_median / (double)samples) /
         (sum.of_mean / (double)samples);
}

static double search(target_function *draw, double right, size_t n,
                     double low, double high, int depth) {
  double middle = (low + high) / 2;
  if (depth == 0) return middle;
  return absolute_over_quadratic(draw, middle, right, n, 4000) < 1
             ? search(draw, right, n, low, middle, depth - 1)
             : search(draw, right, n, middle, high, depth - 1);
}

double break_even(target_function *draw, double true_value, size_t n) {
  enum { SEARCHES = 5 };
  double sum = 0;
  for (int i = 0; i < SEARCHES; i++)
    sum += search(draw, true_value, n, 0, 0.3, 9);
  return sum / SEARCHES;
}
