#include "require.h"
#include "shapes.h"

#include <math.h>
#include <nn/train.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- evaluate --------------------------------------------------------*/

static size_t at_most(size_t n, size_t limit) {
  return n < limit ? n : limit;
}

static size_t largest(size_t n, const nn_real *y) {
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (y[i] > y[best]) best = i;
  return best;
}

/* From where on a single output says yes: 1/2, or 0 if it is a logit. */
static nn_real threshold(const nn_net *net, nn_loss loss) {
  bool identity = net->layer[net->depth - 1].activation == NN_IDENTITY;
  bool logit = identity && nn_loss_reads_logits(loss);
  return logit ? 0 : (nn_real)0.5;
}

static bool is_right(size_t n, const nn_real *y, const nn_real *t,
                     nn_real yes) {
  if (n == 1) return (y[0] > yes) == (t[0] > (nn_real)0.5);
  return largest(n, y) == largest(n, t);
}

nn_evaluation nn_evaluate(const nn_net *net, const nn_real *params,
                          const nn_dataset *data, nn_loss loss,
                          nn_pass *pass) {
  nn_require_shapes(__func__, net, data, "data");
  size_t n = net->outputs, right = 0;
  nn_real sum = 0, yes = threshold(net, loss);
  for (size_t i = 0; i < data->count; i += pass->capacity) {
    size_t batch = at_most(data->count - i, pass->capacity);
    const nn_real *t = nn_dataset_target(data, i);
    nn_net_forward(net, params, nn_dataset_input(data, i), batch, pass);
    sum += nn_net_loss(net, pass, loss, t) * (nn_real)batch;
    const nn_real *y = nn_pass_output(pass);
    for (size_t row = 0; row < batch; row++)
      right += is_right(n, y + row * n, t + row * n, yes);
  }
  nn_real count = (nn_real)data->count;
  return (nn_evaluation){.loss = sum / count,
                         .accuracy = (nn_real)right / count};
}

/* ---- what a training holds -------------------------------------------*/

typedef struct {
  const nn_net *net;
  const nn_dataset *data;
  const nn_train_options *options;
  size_t batch;
  nn_pass pass;
  size_t *order;  /* [data->count] */
  nn_real *grads; /* [net->params] */
  nn_real *best;  /* [net->params]: weights of the lowest validation loss */
  nn_real *x, *t; /* the examples of a batch, row after row */
} training;

static training begin(const nn_net *net, const nn_dataset *data,
                      const nn_train_options *options) {
  size_t batch =
      at_most(options->batch ? options->batch : data->count, data->count);
  training t = {.net = net,
                .data = data,
                .options = options,
                .batch = batch,
                .pass = nn_pass_new(net, batch),
                .order = malloc(data->count * sizeof *t.order),
                .grads = nn_net_vector(net),
                .best = nn_net_vector(net),
                .x = nn_vector_new(batch * data->inputs),
                .t = nn_vector_new(batch * data->targets)};
  if (!t.order) {
    fprintf(stderr, "nn: no memory to train\n");
    exit(EXIT_FAILURE);
  }
  for (size_t i = 0; i < data->count; i++) t.order[i] = i;
  return t;
}

static void end(training *t) {
  nn_pass_free(&t->pass);
  free(t->order);
  nn_vector_free(t->grads);
  nn_vector_free(t->best);
  nn_vector_free(t->x);
  nn_vector_free(t->t);
}

/* Puts the examples first, first + 1, ... of the order side by side. */
static void gather(training *t, size_t first, size_t batch) {
  const nn_dataset *data = t->data;
  for (size_t row = 0; row < batch; row++) {
    size_t i = t->order[first + row];
    memcpy(t->x + row * data->inputs, nn_dataset_input(data, i),
           data->inputs * sizeof *t->x);
    memcpy(t->t + row * data->targets, nn_dataset_target(data, i),
           data->targets * sizeof *t->t);
  }
}

/* ---- the loop --------------------------------------------------------*/

/* Four of the five stages, for one batch. Returns its loss. */
static nn_real train_batch(training *t, nn_real *params,
                           nn_optimizer *optimizer, size_t batch) {
  nn_net_forward(t->net, params, t->x, batch, &t->pass);
  nn_real loss = nn_net_loss(t->net, &t->pass, t->options->loss, t->t);
  nn_net_backward(t->net, params, &t->pass, t->grads);
  nn_optimizer_step(optimizer, params, t->grads);
  return loss;
}

/* Every example once. Returns the mean loss. */
static nn_real train_epoch(training *t, nn_real *params,
                           nn_optimizer *optimizer, nn_rng *rng) {
  size_t count = t->data->count;
  nn_real sum = 0;
  if (!t->options->in_order) nn_rng_shuffle(rng, t->order, count);
  for (size_t first = 0; first < count; first += t->batch) {
    size_t batch = at_most(count - first, t->batch);
    gather(t, first, batch);
    sum += train_batch(t, params, optimizer, batch) * (nn_real)batch;
  }
  return sum / (nn_real)count;
}

/* A bar for people who wait; nothing where nobody looks. */
static void show_progress(const nn_train_options *options,
                          const nn_epoch *epoch, bool done) {
  enum { WIDTH = 30 };
  if (!options->progress || !isatty(STDERR_FILENO)) return;
  size_t filled = WIDTH * epoch->epoch / options->epochs;
  fprintf(stderr, "\repoch %zu/%zu [", epoch->epoch, options->epochs);
  for (size_t i = 0; i < WIDTH; i++) fputc(i < filled ? '#' : ' ', stderr);
  fprintf(stderr, "] loss %-10.4g%s", (double)epoch->loss,
          done ? "\n" : "");
}

nn_training nn_train(const nn_net *net, nn_real *params,
                     nn_optimizer *optimizer, const nn_dataset *data,
                     nn_train_options options, nn_rng *rng) {
  nn_require_shapes(__func__, net, data, "data");
  if (options.validation)
    nn_require_shapes(__func__, net, options.validation, "validation data");
  nn_require(optimizer->count == net->params,
             "the optimizer is for %zu weights, but the network has %zu: "
             "make it with nn_optimizer_new(options, net.params)",
             optimizer->count, net->params);
  nn_require(rng || options.in_order,
             "rng is NULL, but the examples are to be shuffled: give a "
             "generator, or set .in_order");
  nn_require(options.validation || !options.patience,
             "patience looks at the validation loss: set .validation");
  training t = begin(net, data, &options);
  nn_training result = {0};
  nn_real lowest = (nn_real)INFINITY;
  bool more = options.epochs > 0;

  while (more) {
    nn_epoch epoch = {.epoch = result.epochs + 1};
    epoch.loss = train_epoch(&t, params, optimizer, rng);
    if (options.validation)
      epoch.validation = nn_evaluate(net, params, options.validation,
                                     options.loss, &t.pass);
    if (!options.validation || epoch.validation.loss < lowest) {
      lowest = epoch.validation.loss;
      result.best = epoch;
      if (options.patience)
        memcpy(t.best, params, net->params * sizeof *params);
    }
    result.epochs = epoch.epoch;
    result.last = epoch;
    more = epoch.epoch < options.epochs;
    if (options.patience &&
        epoch.epoch - result.best.epoch >= options.patience)
      more = false;
    if (options.after_epoch &&
        !options.after_epoch(&epoch, options.context))
      more = false;
    show_progress(&options, &epoch, !more);
  }
  if (options.patience && result.best.epoch)
    memcpy(params, t.best, net->params * sizeof *params);
  end(&t);
  return result;
}
