/* train: the training loop.
 *
 * Five stages, again and again: forward, loss, backward, update for every
 * batch, and after every epoch evaluate. An epoch shows the network every
 * example once. */
#ifndef NN_TRAIN_H
#define NN_TRAIN_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a network does on a data set, with its weights as they are. */
typedef struct {
  nn_real loss;     /* the mean over the examples */
  nn_real accuracy; /* for classes, the share that is right: where the
                       largest output belongs to the largest target; of
                       one output, for targets 0 and 1, where it is above
                       1/2 (a logit: above 0) just for target 1 */
} nn_evaluation;

/* The last of the five stages. The pass gives room; its capacity is the
 * batch that is evaluated at once. Requires data->count > 0. */
nn_evaluation nn_evaluate(const nn_net *net, const nn_real *params,
                          const nn_dataset *data, nn_loss loss,
                          nn_pass *pass);

/* What is known after an epoch. */
typedef struct {
  size_t epoch;             /* 1 for the first */
  nn_real loss;             /* mean over the epoch's batches, each before
                               its update */
  nn_evaluation validation; /* zeros if there is no validation set */
} nn_epoch;

typedef struct {
  nn_loss loss;
  size_t epochs; /* at most so many */
  size_t batch;  /* examples for one update; 0: all of them. The last
                    batch of an epoch is shorter if they do not divide */
  bool in_order; /* take the examples as they come, without shuffling */
  const nn_dataset *validation; /* NULL: none */
  size_t patience; /* stop after so many epochs in which the validation
                      loss found no new low; 0: never. However training
                      ends, the weights are then those of the lowest */
  bool (*after_epoch)(const nn_epoch *epoch, void *context); /* or NULL;
                      false: stop */
  void *context; /* passed to after_epoch */
  bool progress; /* a bar on standard error, if that is a terminal */
} nn_train_options;

typedef struct {
  size_t epochs; /* done */
  nn_epoch best; /* that of the lowest validation loss; zeros if none was a
                    number; the last, without a validation set */
  nn_epoch last;
} nn_training;

/* Trains: changes params [net->params] by the optimiser, which may have
 * steps behind it. `rng` shuffles and may be NULL where in_order is set.
 * Allocates at the start only. Requires data->count > 0, data sets of
 * the network's shape, optimizer->count == net->params, and a validation
 * set if there is patience. */
nn_training nn_train(const nn_net *net, nn_real *params,
                     nn_optimizer *optimizer, const nn_dataset *data,
                     nn_train_options options, nn_rng *rng);

#ifdef __cplusplus
}
#endif

#endif
