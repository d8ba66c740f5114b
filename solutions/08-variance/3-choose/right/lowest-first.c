/* Finds the lowest error first, and then the first model that has it. */
#include "choose.h"

#include <math.h>

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  double lowest = INFINITY;
  for (const double *one = validation; one < validation + n; one++)
    lowest = fmin(lowest, *one);
  const double *found = validation;
  while (*found > lowest) found++;
  const size_t chosen = (size_t)(found - validation);
  *reported = *(test + chosen);
  return chosen;
}

size_t choose_by_folds(const double *errors, size_t models, size_t folds,
                       double *limit) {
  double lowest = INFINITY, spread = 0;
  for (size_t i = 0; i < models; i++) {
    /* Welford's running mean and sum of squared deviations. */
    double mean = 0, squares = 0;
    for (size_t k = 0; k < folds; k++) {
      double apart = errors[i * folds + k] - mean;
      mean += apart / (double)(k + 1);
      squares += apart * (errors[i * folds + k] - mean);
    }
    if (mean >= lowest) continue;
    lowest = mean;
    spread = squares;
  }
  *limit = lowest + sqrt(spread / (double)(folds * (folds - 1)));
  for (size_t i = 0; i < models; i++) {
    double mean = 0;
    for (size_t k = 0; k < folds; k++)
      mean += (errors[i * folds + k] - mean) / (double)(k + 1);
    if (mean <= *limit) return i;
  }
  return models;
}
