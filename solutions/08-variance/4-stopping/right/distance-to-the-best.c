/* Stops where the best epoch lies far enough back. */
#include "stopping.h"

#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 1, epoch;
  for (epoch = 1; epoch <= epochs; epoch++) {
    if (validation[epoch - 1] < validation[best - 1]) best = epoch;
    if (epoch - best >= patience) break;
  }
  *ran = epoch > epochs ? epochs : epoch;
  return best;
}

/* One epoch: returns the loss before it. */
static double train_epoch(const nn_net *net, double *params,
                          nn_optimizer *optimizer, const nn_dataset *data) {
  double *g = nn_net_vector(net);
  nn_pass pass = nn_pass_new(net, data->count);
  nn_net_forward(net, params, data->x, data->count, &pass);
  double loss = nn_net_loss(net, &pass, NN_BINARY_CROSS_ENTROPY, data->t);
  nn_net_backward(net, params, &pass, g);
  nn_optimizer_step(optimizer, params, g);
  nn_pass_free(&pass);
  nn_vector_free(g);
  return loss;
}

size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  double *errors = nn_vector_new(epochs), *best = nn_net_vector(net);
  nn_pass pass = nn_pass_new(net, 1);
  size_t epoch = 0, low = 0, stop;
  do {
    train_epoch(net, params, optimizer, training);
    errors[epoch++] = 1 - nn_evaluate(net, params, validation,
                                      NN_BINARY_CROSS_ENTROPY, &pass)
                              .accuracy;
    low = stop_early(errors, epoch, patience, &stop);
    if (low == epoch) memcpy(best, params, net->params * sizeof *best);
  } while (epoch < epochs && epoch - low < patience);
  memcpy(params, best, net->params * sizeof *best);
  nn_pass_free(&pass);
  nn_vector_free(errors);
  nn_vector_free(best);
  *ran = epoch;
  return low;
}
