/* The digits of several chapters: a small part of MNIST, always the same,
 * and a network that learns them.
 *
 * To learn from, the first 5,000 of the 60,000 training images; to choose
 * by, the 1,000 behind them. The test images are left for later. A program
 * that includes this is started in the course's folder, or is compiled with
 * the place of its data/ as DATA. */
#ifndef DIGITS_H
#define DIGITS_H

#include <nn/idx.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef DATA
#define DATA "data"
#endif

enum {
  DIGITS_TRAINING = 5000,
  DIGITS_VALIDATION = 1000,
  DIGITS_HIDDEN = 30
};

/* Views of `all`: 784 pixels from 0 to 1 an image, and ten targets, of
 * which that of the digit is 1. */
typedef struct {
  nn_dataset all, training, validation;
} digits;

/* Ends the program, saying why, if they cannot be read. */
static digits digits_read(void) {
  static const char images[] = DATA "/mnist/train-images-idx3-ubyte.gz";
  static const char labels[] = DATA "/mnist/train-labels-idx1-ubyte.gz";
  digits d;
  nn_error error;
  if (!nn_idx_read_first(DIGITS_TRAINING + DIGITS_VALIDATION, images,
                         labels, &d.all, &error) ||
      !nn_dataset_one_hot(&d.all, 10, &error)) {
    fprintf(stderr, "%s\n", error.text);
    exit(EXIT_FAILURE);
  }
  d.training = nn_dataset_part(&d.all, 0, DIGITS_TRAINING);
  d.validation =
      nn_dataset_part(&d.all, DIGITS_TRAINING, DIGITS_VALIDATION);
  return d;
}

static void digits_free(digits *d) {
  nn_dataset_free(&d->all);
}

/* How one network is trained. */
typedef struct {
  nn_optimizer_options rule;
  size_t batch; /* 0: all examples */
  size_t epochs;
  size_t hidden;   /* neurons; 0: DIGITS_HIDDEN */
  nn_real dropout; /* of the hidden neurons; 0: none */
  bool keep_best;  /* the weights of the epoch with the lowest validation
                      loss, not the last */
  uint64_t seed;   /* of its first weights and of the shuffles */
} digits_run;

/* 784 pixels, hidden neurons with tanh, ten logits. */
static nn_net digits_network(const digits_run *run) {
  nn_net net = nn_net_new(784);
  nn_net_add(&net, run->hidden ? run->hidden : DIGITS_HIDDEN, NN_TANH);
  if (run->dropout > 0) nn_net_add_dropout(&net, run->dropout);
  nn_net_add(&net, 10, NN_IDENTITY);
  return net;
}

/* Keeps what is known after an epoch in the next place of the array. */
static bool digits_keep(const nn_epoch *epoch, void *context) {
  nn_epoch **next = context;
  *(*next)++ = *epoch;
  return true;
}

/* Trains one on the first `count` training examples, or on all if there are
 * fewer. Fills epochs [run->epochs]; those that a divergence has cut off
 * have infinite losses and an accuracy of 0. Returns its weights. */
static nn_real *digits_train(const digits *d, size_t count,
                             const digits_run *run, nn_epoch *epochs) {
  nn_rng rng = nn_rng_seeded(run->seed);
  nn_net net = digits_network(run);
  nn_real *params = nn_net_vector(&net);
  nn_net_init(&net, params, NN_XAVIER, 1, &rng);
  nn_optimizer optimizer = nn_optimizer_new(run->rule, net.params);
  if (count > d->training.count) count = d->training.count;
  nn_dataset examples = nn_dataset_part(&d->training, 0, count);
  nn_epoch *next = epochs;
  nn_train_options options = {.loss = NN_SOFTMAX_CROSS_ENTROPY,
                              .epochs = run->epochs,
                              .batch = run->batch,
                              .validation = &d->validation,
                              .patience = run->keep_best ? run->epochs : 0,
                              .after_epoch = digits_keep,
                              .context = &next};
  nn_train(&net, params, &optimizer, &examples, options, &rng);
  for (; next < epochs + run->epochs; next++)
    *next = (nn_epoch){.loss = INFINITY, .validation = {INFINITY, 0}};
  nn_optimizer_free(&optimizer);
  nn_net_free(&net);
  return params;
}

#endif
