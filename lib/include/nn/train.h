/* train: the training loop.
 *
 * Five stages, again and again: forward, loss, backward, update for every
 * batch, and after every epoch evaluate. An epoch shows the network every
 * example once. */
#ifndef NN_TRAIN_H
#define NN_TRAIN_H

#include <nn/dataset.h>
#include <nn/evaluate.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

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
  const char *checkpoint; /* the path of a file to go on from, see below;
                             NULL: none */
} nn_train_options;

typedef struct {
  size_t epochs; /* done */
  nn_epoch best; /* that of the lowest validation loss; the last, without a
                    validation set; zeros if none was done */
  nn_epoch last;
  bool diverged; /* a loss was not finite, and training ended there */
} nn_training;

/* Trains: changes params [net->params] by the optimiser, which may have
 * steps behind it. `rng` shuffles and draws dropout's masks; it may be NULL
 * if in_order is set and no layer has dropout. Allocates at the start only.
 * Requires data->count > 0, data sets of the network's shape,
 * optimizer->count == net->params, and a validation set if there is
 * patience.
 *
 * Training ends at the first loss that is infinite or NaN, be it of a batch
 * or of the validation set, before the weights change by it. A line on
 * standard error names the epoch, the batch and the likely cause: a number
 * of the data that is not finite, or the learning rate. The epoch in which
 * this happens does not count.
 *
 * With a checkpoint, everything that changes is written to that file after
 * every epoch, when after_epoch is done. If the file exists at the
 * start, training goes on from there and ends with the same bits as if it
 * had never been interrupted: kill the program, and run it again. A
 * training that was complete goes on if there are more epochs to do now; if
 * not, its result is returned at once. To begin anew, remove the file. A
 * checkpoint that is damaged or of another training (other layers, data or
 * options) ends the program with a line on standard error. If one cannot be
 * written, a line says so and training continues. */
nn_training nn_train(const nn_net *net, nn_real *params,
                     nn_optimizer *optimizer, const nn_dataset *data,
                     nn_train_options options, nn_rng *rng);

#ifdef __cplusplus
}
#endif

#endif
