#ifndef FAIR_H
#define FAIR_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <stddef.h>

/* What all runs of a race have in common. */
typedef struct {
  const nn_net *net;
  const double *start; /* the first weights, net->params of them */
  const nn_dataset *data;
  size_t batch; /* examples for one step; the last batch of an epoch may be
                   shorter */
  double goal;  /* a loss */
  size_t limit; /* epochs, at most */
} race;

/* Trains a copy of the weights by the heavy ball, from rest; with a beta of
 * 0 that is plain gradient descent. The loss is quadratic, and the examples
 * are taken in their order. Returns the number of epochs after which the
 * mean loss of all examples is first at or below the goal: 1 at least, and
 * limit + 1 if that does not happen within the limit. */
size_t epochs_to(const race *r, double learning_rate, double beta);

/* The fewest epochs of plain gradient descent with any of these n > 0
 * rates, divided by the fewest of the heavy ball with any of the same
 * effective rates. Its effective rate is learning_rate / (1 - beta). */
double gain(const race *r, double beta, const double *rates, size_t n);

/* What such a race says about momentum:
 * TRY_OTHER_RATES  the fewest epochs, of plain descent or of the ball, are
 *                  at the first or the last rate, maybe among others: a
 *                  better one may be outside of the list
 * LARGER_RATE      not so, and plain descent takes less than 1.25 times the
 *                  ball's fewest epochs: a larger rate does as much
 * MOMENTUM         it takes 1.25 times as many or more */
typedef enum { TRY_OTHER_RATES, LARGER_RATE, MOMENTUM } conclusion;

/* Says which, from the epochs at n >= 3 effective rates, the smallest
 * first. */
conclusion conclude(const size_t *plain, const size_t *ball, size_t n);

#endif
