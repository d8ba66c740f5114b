/* Goes from the most complex model to the simplest. */
#include "choose.h"

#include <math.h>
#include <stdlib.h>

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  size_t best = n - 1;
  for (size_t i = n - 1; i-- > 0;)
    if (validation[i] <= validation[best]) best = i;
  *reported = test[best];
  return best;
}

/* Means and standard errors of all models, then from the most complex to
 * the simplest. */
size_t choose_by_folds(const double *errors, size_t models, size_t folds,
                       double *limit) {
  double *mean = malloc(2 * models * sizeof *mean);
  if (!mean) exit(1);
  double *error = mean + models;
  for (size_t i = 0; i < models; i++) {
    mean[i] = error[i] = 0;
    for (size_t k = folds; k-- > 0;) mean[i] += errors[i * folds + k];
    mean[i] /= (double)folds;
    for (size_t k = folds; k-- > 0;)
      error[i] += pow(errors[i * folds + k] - mean[i], 2);
    error[i] = sqrt(error[i] / (double)folds / (double)(folds - 1));
  }
  size_t best = models - 1, chosen = models - 1;
  for (size_t i = models; i-- > 0;)
    if (mean[i] <= mean[best]) best = i;
  *limit = mean[best] + error[best];
  for (size_t i = models; i-- > 0;)
    if (mean[i] <= *limit) chosen = i;
  free(mean);
  return chosen;
}
