/* Stops as soon as no validation example is wrong. */
#include "stopping.h"

#include <math.h>
#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 1, waited = 0;
  *ran = 1;
  while (*ran < epochs && waited < patience) {
    ++*ran;
    waited++;
    if (validation[*ran - 1] < validation[best - 1]) {
      best = *ran;
      waited = 0;
    }
  }
  return best;
}

size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  const nn_loss loss = NN_BINARY_CROSS_ENTROPY;
  size_t size = net->params * sizeof *params;
  double *g = nn_net_vector(net);
  double *kept = nn_net_vector(net), lowest = INFINITY;
  nn_pass pass = nn_pass_new(net, training->count);
  size_t low = 0, epoch = 0;
  while (epoch < epochs && epoch - low < patience) {
    epoch++;
    nn_net_forward(net, params, training->x, training->count, &pass);
    nn_net_loss(net, &pass, loss, training->t);
    nn_net_backward(net, params, &pass, g);
    nn_optimizer_step(optimizer, params, g);
    nn_evaluation now = nn_evaluate(net, params, validation, loss, &pass);
    double error = 1 - now.accuracy;
    if (error < lowest) {
      lowest = error;
      low = epoch;
      memcpy(kept, params, size);
      if (error <= 0) break;
    }
  }
  memcpy(params, kept, size);
  nn_pass_free(&pass);
  nn_vector_free(kept);
  nn_vector_free(g);
  *ran = epoch;
  return low;
}
