#ifndef STOPPING_H
#define STOPPING_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <stddef.h>

/* Early stopping. Epochs are counted from 1, and validation[e - 1] is the
 * error on the validation set after epoch e; there are `epochs` of them,
 * at least 1, if nothing stops training. An epoch is a new low if its
 * error is lower than that of every epoch before it, so the first always
 * is. Training stops after `patience` epochs (at least 1) in a row that
 * were no new low. Returns the epoch of the last new low until then, whose
 * weights are kept, and puts the number of epochs run into *ran. */
size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran);

/* The same for a network that is still to be trained, from these params,
 * net->params numbers. Each epoch is one step of the optimiser, with all
 * of the training set in one batch and the loss NN_BINARY_CROSS_ENTROPY.
 * The error after it is the share of the validation set whose class the
 * network gets wrong. Trains no epoch more than stop_early would, and
 * `epochs` at most. Returns the epoch of the last new low, leaves in
 * params the weights that the network had after that epoch, and puts the
 * number of epochs run into *ran. */
size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran);

#endif
