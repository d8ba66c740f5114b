#ifndef CHOOSE_H
#define CHOOSE_H

#include <stddef.h>

/* Chooses one of n models (at least 1), ordered from the simplest to the
 * most complex; training[i], validation[i] and test[i] are the errors of
 * model i on the three sets. Returns the index of the one whose validation
 * error is lowest, the simplest of them if several share it, and puts its
 * error on the test set into *reported. */
size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported);

/* Chooses one of the models (at least 1), again ordered from the simplest
 * to the most complex, by cross-validation: errors[i * folds + k] is the
 * error of model i on fold k, when it has learned from all other folds.
 * There are at least 2 folds.
 *
 * The standard error of a model's mean error is the standard deviation of
 * its errors, divided by the root of `folds`. (The standard deviation is
 * the root of the sum of squared deviations from the mean, divided by
 * folds - 1.) Puts into *limit the lowest of the mean errors plus its
 * standard error, that of the simplest model if several share the lowest
 * mean. Returns the index of the simplest model whose mean error is at
 * most *limit. */
size_t choose_by_folds(const double *errors, size_t models, size_t folds,
                       double *limit);

#endif
