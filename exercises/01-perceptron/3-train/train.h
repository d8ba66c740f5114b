#ifndef TRAIN_H
#define TRAIN_H

#include <stddef.h>

/* Trains a perceptron with the learning rate 1, from zero weights, on
 * `count` examples with n inputs each (x: count rows of n; y: count
 * numbers, +1 or -1). What is in w at the start does not matter; at the
 * end w[0 ... n-1] are the weights.
 * Returns the number of updates, or -1 if `epochs_max` epochs have passed
 * and none of them was without a mistake. */
long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max);

#endif
