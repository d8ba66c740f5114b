/* Lets the better one of each half play against the other, recursively. */
#include "choose.h"

#include <math.h>
#include <stdbool.h>

static size_t winner(const double *errors, size_t from, size_t to) {
  if (to - from == 1) return from;
  size_t middle = from + (to - from) / 2;
  size_t simpler = winner(errors, from, middle);
  size_t complex = winner(errors, middle, to);
  return errors[complex] < errors[simpler] ? complex : simpler;
}

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  size_t best = winner(validation, 0, n);
  *reported = test[best];
  return best;
}

static double mean(const double *e, size_t n) {
  return n == 1 ? *e
                : ((double)(n - 1) * mean(e + 1, n - 1) + *e) / (double)n;
}

static size_t least(const double *e, size_t from, size_t to, size_t folds) {
  if (to - from == 1) return from;
  size_t middle = from + (to - from) / 2;
  size_t simpler = least(e, from, middle, folds);
  size_t complex = least(e, middle, to, folds);
  bool wins =
      mean(e + complex * folds, folds) < mean(e + simpler * folds, folds);
  return wins ? complex : simpler;
}

size_t choose_by_folds(const double *errors, size_t models, size_t folds,
                       double *limit) {
  const double *e = &errors[least(errors, 0, models, folds) * folds];
  double middle = mean(e, folds), sum = 0;
  for (size_t k = 0; k < folds; k++)
    for (size_t l = 0; l < k; l++) sum += (e[k] - e[l]) * (e[k] - e[l]);
  double n = (double)folds;
  /* Squared differences of all pairs: n times those from the mean. */
  *limit = middle + sqrt(sum / n / (n - 1) / n);
  size_t i = 0;
  while (!(mean(errors + i * folds, folds) <= *limit)) i++;
  return i;
}
