#ifndef CYCLE_H
#define CYCLE_H

#include <stddef.h>

/* Trains a perceptron from zero weights with the learning rate 1 on
 * `count` examples with n inputs each (x: count rows of n whole numbers;
 * y: count numbers, +1 or -1), and returns
 *    0  if an epoch passed without a mistake,
 *    p  if an epoch ended with the weights with which an earlier one had
 *       ended, p epochs before (the start counts as the end of epoch 0),
 *   -1  if neither happened within `epochs_max` epochs. */
long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max);

#endif
