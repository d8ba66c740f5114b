#include "batches.h"
#include "checkpoint_parts.h"
#include "divergence.h"
#include "require.h"
#include "shapes.h"

#include <errno.h>
#include <math.h>
#include <nn/train.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- what it takes ---------------------------------------------------*/

static bool has_dropout(const nn_net *net) {
  for (size_t l = 0; l < net->depth; l++)
    if (net->layer[l].dropout > 0) return true;
  return false;
}

static void check(const char *function, const nn_net *net,
                  const nn_optimizer *optimizer, const nn_dataset *data,
                  const nn_train_options *options, const nn_rng *rng) {
  nn_require_shapes(function, net, data, "data");
  if (options->validation)
    nn_require_shapes(function, net, options->validation,
                      "validation data");
  if (optimizer->count != net->params)
    nn_refuse(function,
              "the optimizer is for %zu weights, but the network has %zu: "
              "make it with nn_optimizer_new(options, net.params)",
              optimizer->count, net->params);
  if (!rng && !options->in_order)
    nn_refuse(function, "rng is NULL, but the examples are to be "
                        "shuffled: pass a generator, or set .in_order");
  if (!rng && has_dropout(net))
    nn_refuse(function,
              "rng is NULL, but dropout draws random masks: pass a "
              "generator");
  if (options->patience && !options->validation)
    nn_refuse(function,
              "patience needs a validation loss: set .validation");
}

/* ---- what a training holds -------------------------------------------*/

typedef struct {
  const nn_net *net;
  nn_real *params;
  nn_optimizer *optimizer;
  const nn_train_options *options;
  nn_rng *rng;
  nn_batches batches;
  nn_pass pass;
  bool plain;     /* gradient descent of small batches: no need of grads */
  nn_real *grads; /* [net->params], unless plain */
  nn_real *best;  /* [net->params] of the lowest validation loss, if there
                     is patience */
  nn_training result;
  nn_checkpoint checkpoint; /* all of that which changes */
  char *identity;           /* for it; NULL: none is asked for */
} training;

/* Is a step nothing but w -= eta g? */
static bool is_plain(const nn_optimizer_options *options) {
  return options->rule == NN_GRADIENT_DESCENT &&
         options->weight_decay == 0 && options->clip_norm == 0;
}

/* Its room, and how it updates the weights. */
static void begin(training *t, const nn_dataset *data) {
  const nn_train_options *options = t->options;
  t->batches = nn_batches_new(data, options->batch, options->in_order);
  t->pass = nn_pass_new(t->net, t->batches.size);
  t->pass.rng = t->rng;
  t->optimizer->steps_per_epoch = nn_batches_count(&t->batches);
  t->plain = is_plain(&t->optimizer->options) &&
             t->batches.size <= NN_DESCEND_BATCH;
  if (!t->plain) t->grads = nn_net_vector(t->net);
  if (options->patience) t->best = nn_net_vector(t->net);
}

static void end(training *t) {
  free(t->identity);
  nn_batches_free(&t->batches);
  nn_pass_free(&t->pass);
  nn_vector_free(t->grads);
  nn_vector_free(t->best);
}

/* ---- its checkpoint --------------------------------------------------*/

/* What a checkpoint holds of it. */
static void begin_checkpoint(training *t) {
  const nn_train_options *options = t->options;
  const nn_dataset *data = t->batches.data;
  t->checkpoint = (nn_checkpoint){.net = t->net,
                                  .optimizer = t->optimizer,
                                  .rng = t->rng,
                                  .result = &t->result,
                                  .best = t->best,
                                  .examples = data->count};
  if (!options->in_order) t->checkpoint.order = t->batches.order;
  t->identity = nn_checkpoint_identity(&t->checkpoint, options, data);
  t->checkpoint.identity = t->identity;
}

/* Goes on from the file, if there is one. */
static void resume(training *t) {
  nn_error error;
  const char *path = t->options->checkpoint;
  begin_checkpoint(t);
  if (access(path, F_OK) != 0 && errno == ENOENT) return;
  if (nn_checkpoint_read(path, &t->checkpoint, t->params, &error)) return;
  fprintf(stderr, "nn: nn_train: %s; to begin anew, remove it\n",
          error.text);
  exit(EXIT_FAILURE);
}

static void save(const training *t) {
  nn_error error;
  const char *path = t->options->checkpoint;
  if (!nn_checkpoint_write(path, &t->checkpoint, t->params, &error))
    fprintf(stderr, "nn: nn_train: the checkpoint %s\n", error.text);
}

/* ---- a batch ---------------------------------------------------------*/

/* Backward and update in one. */
static void descend(training *t) {
  nn_real rate = nn_optimizer_rate(t->optimizer);
  nn_net_descend(t->net, t->params, &t->pass, rate);
  t->optimizer->steps++;
}

/* Four of the five stages, for one batch. Returns its loss. */
static nn_real train_batch(training *t, const nn_batch *batch) {
  nn_net_forward(t->net, t->params, batch->x, batch->count, &t->pass);
  nn_real loss = nn_net_loss(t->net, &t->pass, t->options->loss, batch->t);
  if (!isfinite(loss)) return loss;
  if (t->plain) {
    descend(t);
  } else {
    nn_net_backward(t->net, t->params, &t->pass, t->grads);
    nn_optimizer_step(t->optimizer, t->params, t->grads);
  }
  return loss;
}

/* ---- an epoch --------------------------------------------------------*/

/* A bar for people who wait; nothing where nobody looks. */
static bool shows_progress(const nn_train_options *options) {
  return options->progress && isatty(STDERR_FILENO);
}

static void show_progress(const nn_train_options *options,
                          const nn_epoch *epoch, bool done) {
  enum { WIDTH = 30 };
  if (!shows_progress(options)) return;
  size_t filled = WIDTH * epoch->epoch / options->epochs;
  fprintf(stderr, "\repoch %zu/%zu [", epoch->epoch, options->epochs);
  for (size_t i = 0; i < WIDTH; i++) fputc(i < filled ? '#' : ' ', stderr);
  fprintf(stderr, "] loss %-10.4g%s", (double)epoch->loss,
          done ? "\n" : "");
}

/* Ends the training: what was seen where is in `seen`. Returns false. */
static bool diverge(training *t, nn_divergence seen) {
  const nn_optimizer *optimizer = t->optimizer;
  seen.rate = optimizer->steps ? nn_optimizer_rate(optimizer) : 0;
  seen.best = t->options->patience ? t->result.best.epoch : 0;
  if (shows_progress(t->options)) fputc('\n', stderr); /* below the bar */
  nn_divergence_tell(&seen);
  t->result.diverged = true;
  return false;
}

/* Every example once. False if the training diverged. */
static bool train_epoch(training *t, nn_epoch *epoch) {
  nn_batches *batches = &t->batches;
  size_t count = batches->data->count;
  nn_real sum = 0;
  if (!t->options->in_order) nn_rng_shuffle(t->rng, batches->order, count);
  for (size_t first = 0; first < count; first += batches->size) {
    nn_batch batch = nn_batches_at(batches, first);
    nn_real loss = train_batch(t, &batch);
    if (!isfinite(loss))
      return diverge(t, (nn_divergence){.epoch = epoch->epoch,
                                        .batch = first / batches->size + 1,
                                        .loss = loss,
                                        .data = batches->data,
                                        .examples = batch.examples,
                                        .count = batch.count});
    sum += loss * (nn_real)batch.count;
  }
  epoch->loss = sum / (nn_real)count;
  return true;
}

/* The last stage. False if the training diverged. */
static bool validate(training *t, nn_epoch *epoch) {
  const nn_dataset *data = t->options->validation;
  if (!data) return true;
  epoch->validation =
      nn_evaluate(t->net, t->params, data, t->options->loss, &t->pass);
  nn_real loss = epoch->validation.loss;
  if (isfinite(loss)) return true;
  return diverge(t, (nn_divergence){.epoch = epoch->epoch,
                                    .loss = loss,
                                    .data = data,
                                    .count = data->count});
}

static void keep_result(training *t, const nn_epoch *epoch) {
  nn_training *result = &t->result;
  result->epochs = epoch->epoch;
  result->last = *epoch;
  bool best = !t->options->validation || !result->best.epoch ||
              epoch->validation.loss < result->best.validation.loss;
  if (!best) return;
  result->best = *epoch;
  if (t->best)
    memcpy(t->best, t->params, t->net->params * sizeof *t->params);
}

/* ---- all epochs ------------------------------------------------------*/

static bool is_complete(const training *t) {
  size_t done = t->result.epochs, patience = t->options->patience;
  return done >= t->options->epochs ||
         (patience && done - t->result.best.epoch >= patience);
}

/* One epoch. Should another follow? */
static bool run_epoch(training *t) {
  const nn_train_options *options = t->options;
  nn_epoch epoch = {.epoch = t->result.epochs + 1};
  if (!train_epoch(t, &epoch) || !validate(t, &epoch)) return false;
  keep_result(t, &epoch);
  bool more = !is_complete(t);
  if (options->after_epoch &&
      !options->after_epoch(&epoch, options->context))
    more = false;
  if (options->checkpoint) save(t);
  show_progress(options, &epoch, !more);
  return more;
}

nn_training nn_train(const nn_net *net, nn_real *params,
                     nn_optimizer *optimizer, const nn_dataset *data,
                     nn_train_options options, nn_rng *rng) {
  check(__func__, net, optimizer, data, &options, rng);
  training t = {.net = net,
                .params = params,
                .optimizer = optimizer,
                .options = &options,
                .rng = rng};
  begin(&t, data);
  if (options.checkpoint) resume(&t);
  bool more = !is_complete(&t);
  while (more) more = run_epoch(&t);
  if (t.best && t.result.best.epoch)
    memcpy(params, t.best, net->params * sizeof *params);
  end(&t);
  return t.result;
}
