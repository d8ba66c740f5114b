#ifndef EPOCH_H
#define EPOCH_H

#include <stddef.h>

/* One epoch of mini-batch gradient descent for the neuron a = *w x + *b,
 * which is linear. Example number e has the input x[e] and the target
 * t[e]; there are n > 0 of them. order holds the numbers 0 ... n-1, each
 * once: the examples are taken in this order, first order[0].
 *
 * Each `batch` (> 0) of them in turn make one batch. The last one is
 * shorter if there are not enough left, also if it is the only one. For
 * each batch the loss is the mean of 1/2 (a - t)^2 over the examples that
 * are in it, and *w and *b change once, by minus the learning rate times
 * their slopes. Returns the number of these steps. */
size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate);

#endif
