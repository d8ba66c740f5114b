/* Prefers a more complex model only if it is better by a millionth. */
#include "choose.h"

#include <math.h>

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (validation[i] < validation[best] - 1e-6) best = i;
  *reported = test[best];
  return best;
}

static double mean_of(const double *values, size_t n) {
  double sum = 0;
  for (size_t k = 0; k < n; k++) sum += values[k];
  return sum / (double)n;
}

/* Of the mean of n values. */
static double standard_error(const double *values, size_t n) {
  double mean = mean_of(values, n), squares = 0;
  for (size_t k = 0; k < n; k++)
    squares += (values[k] - mean) * (values[k] - mean);
  double deviation = sqrt(squares / (double)(n - 1));
  return deviation / sqrt((double)n);
}

size_t choose_by_folds(const double *errors, size_t models, size_t folds,
                       double *limit) {
  size_t best = 0, chosen = 0;
  double lowest = mean_of(errors, folds);
  for (size_t i = 1; i < models; i++) {
    double mean = mean_of(errors + i * folds, folds);
    if (mean < lowest) {
      lowest = mean;
      best = i;
    }
  }
  *limit = lowest + standard_error(errors + best * folds, folds);
  while (mean_of(errors + chosen * folds, folds) > *limit) chosen++;
  return chosen;
}
