/* Reference: powers of ten, then three rates for each around the best. */
#include "search.h"

#include <math.h>
#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

/* Changes w. Returns the loss on the validation set. */
static double train(const experiment *e, double *w, double learning_rate) {
  nn_pass pass = nn_pass_new(e->net, e->training->count);
  for (size_t epoch = 0; epoch < e->epochs; epoch++)
    for (size_t i = 0; i < e->training->count; i += e->batch) {
      size_t left = e->training->count - i;
      size_t count = left < e->batch ? left : e->batch;
      nn_dataset batch = nn_dataset_part(e->training, i, count);
      nn_net_forward(e->net, w, batch.x, batch.count, &pass);
      nn_net_loss(e->net, &pass, NN_QUADRATIC, batch.t);
      nn_net_descend(e->net, w, &pass, learning_rate);
    }
  nn_evaluation result =
      nn_evaluate(e->net, w, e->validation, NN_QUADRATIC, &pass);
  nn_pass_free(&pass);
  return result.loss;
}

double loss_after(const experiment *e, double learning_rate) {
  double *w = nn_net_vector(e->net);
  memcpy(w, e->start, e->net->params * sizeof *w);
  double loss = train(e, w, learning_rate);
  nn_vector_free(w);
  return loss;
}

double best_rate(const experiment *e, const double *rates, size_t n) {
  size_t best = 0;
  double least = INFINITY;
  for (size_t i = 0; i < n; i++) {
    double loss = loss_after(e, rates[i]);
    if (loss < least) {
      least = loss;
      best = i;
    }
  }
  return rates[best];
}

/* The best of at most seven rates, each `factor` times the one before. */
static double best_from(const experiment *e, double rate, double factor,
                        size_t n) {
  double rates[7] = {rate};
  for (size_t i = 1; i < n; i++) rates[i] = rates[i - 1] * factor;
  return best_rate(e, rates, n);
}

double search(const experiment *e) {
  double power = best_from(e, 1e-4, 10, 7);
  return best_from(e, power / cbrt(100), cbrt(10), 5);
}
