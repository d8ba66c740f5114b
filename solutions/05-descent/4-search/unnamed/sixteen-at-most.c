/* Takes at most 16 examples of a batch. */
#include "search.h"

#include <math.h>
#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

double loss_after(const experiment *e, double learning_rate) {
  double *w = nn_net_vector(e->net);
  memcpy(w, e->start, e->net->params * sizeof *w);
  nn_pass pass = nn_pass_new(e->net, 16);
  for (size_t epoch = 0; epoch < e->epochs; epoch++)
    for (size_t i = 0; i < e->training->count; i += e->batch) {
      size_t count = e->training->count - i;
      if (count > e->batch) count = e->batch;
      if (count > 16) count = 16;
      nn_net_forward(e->net, w, nn_dataset_input(e->training, i), count,
                     &pass);
      nn_net_loss(e->net, &pass, NN_QUADRATIC,
                  nn_dataset_target(e->training, i));
      nn_net_descend(e->net, w, &pass, learning_rate);
    }
  double loss =
      nn_evaluate(e->net, w, e->validation, NN_QUADRATIC, &pass).loss;
  nn_pass_free(&pass);
  nn_vector_free(w);
  return loss;
}

double best_rate(const experiment *e, const double *rates, size_t n) {
  double best = 0, least = INFINITY;
  for (size_t i = 0; i < n; i++) {
    double loss = loss_after(e, rates[i]);
    if (loss < least) least = loss, best = rates[i];
  }
  return best;
}

double search(const experiment *e) {
  double rates[61];
  for (int k = 0; k <= 60; k++) rates[k] = pow(10, k / 10.0 - 4);
  return best_rate(e, rates, 61);
}
