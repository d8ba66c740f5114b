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

#endif
