/* Tries the first eight rates of a list. */
#include "fair.h"

#include <nn/evaluate.h>
#include <nn/optimizer.h>
#include <nn/vector.h>
#include <stdbool.h>
#include <string.h>

/* Returns the mean loss after the epoch. */
static double train_epoch(const race *r, nn_optimizer *optimizer, double *w,
                          double *g, nn_pass *pass) {
  for (size_t i = 0; i < r->data->count; i += r->batch) {
    size_t left = r->data->count - i;
    nn_dataset part =
        nn_dataset_part(r->data, i, left < r->batch ? left : r->batch);
    nn_net_forward(r->net, w, part.x, part.count, pass);
    nn_net_loss(r->net, pass, NN_QUADRATIC, part.t);
    nn_net_backward(r->net, w, pass, g);
    nn_optimizer_step(optimizer, w, g);
  }
  return nn_evaluate(r->net, w, r->data, NN_QUADRATIC, pass).loss;
}

static size_t epochs_with(const race *r, nn_optimizer *optimizer) {
  double *w = nn_net_vector(r->net), *g = nn_net_vector(r->net);
  nn_pass pass = nn_pass_new(r->net, r->data->count);
  size_t epoch = 1;
  memcpy(w, r->start, r->net->params * sizeof *w);
  while (epoch <= r->limit &&
         !(train_epoch(r, optimizer, w, g, &pass) <= r->goal))
    epoch++;
  nn_pass_free(&pass);
  nn_vector_free(w);
  nn_vector_free(g);
  return epoch;
}

size_t epochs_to(const race *r, double learning_rate, double beta) {
  nn_optimizer_options options = nn_momentum(learning_rate, beta);
  nn_optimizer optimizer = nn_optimizer_new(options, r->net->params);
  size_t epochs = epochs_with(r, &optimizer);
  nn_optimizer_free(&optimizer);
  return epochs;
}

/* Over these effective rates. */
static size_t fewest_epochs(const race *r, double beta, const double *rates,
                            size_t n) {
  size_t fewest = r->limit + 1;
  for (size_t i = 0; i < n && i < 8; i++) {
    size_t epochs = epochs_to(r, (1 - beta) * rates[i], beta);
    if (epochs < fewest) fewest = epochs;
  }
  return fewest;
}

double gain(const race *r, double beta, const double *rates, size_t n) {
  size_t plain = fewest_epochs(r, 0, rates, n);
  size_t ball = fewest_epochs(r, beta, rates, n);
  return (double)plain / (double)ball;
}

static size_t least(const size_t *epochs, size_t n) {
  size_t smallest = epochs[0];
  for (size_t i = 1; i < n; i++)
    if (epochs[i] < smallest) smallest = epochs[i];
  return smallest;
}

static bool is_at_an_end(const size_t *epochs, size_t n) {
  size_t smallest = least(epochs, n);
  return epochs[0] == smallest || epochs[n - 1] == smallest;
}

conclusion conclude(const size_t *plain, const size_t *ball, size_t n) {
  if (is_at_an_end(plain, n) || is_at_an_end(ball, n))
    return TRY_OTHER_RATES;
  return 4 * least(plain, n) < 5 * least(ball, n) ? LARGER_RATE : MOMENTUM;
}
