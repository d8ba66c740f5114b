#ifndef SEARCH_H
#define SEARCH_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <stddef.h>

/* What all runs have in common: everything but the learning rate. */
typedef struct {
  const nn_net *net;
  const double *start; /* the first weights, net->params of them */
  const nn_dataset *training, *validation;
  size_t batch; /* examples for one step; the last batch of an epoch may
                   be shorter */
  size_t epochs;
} experiment;

/* One run: trains a copy of the weights by plain gradient descent, with the
 * quadratic loss and the examples in their order. Returns the mean loss on
 * the validation set after the last epoch, which is infinite or NaN if the
 * run has diverged. */
double loss_after(const experiment *e, double learning_rate);

/* Of these n > 0 rates, the one whose run has the least loss on the
 * validation set. Each run begins at the same start. At least one of the
 * losses is finite; a loss that is not never wins. */
double best_rate(const experiment *e, const double *rates, size_t n);

/* A rate between 1e-4 and 1e2 whose loss on the validation set is at most
 * 5 % above the least that there is with such a rate. */
double search(const experiment *e);

#endif
