/* Jumps to the end once the patience is used up. */
#include "stopping.h"

#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 0, waited = 0, epoch = 0;
next:
  if (epoch == epochs) goto end;
  if (epoch == 0 || validation[epoch] < validation[best]) {
    best = epoch;
    waited = 0;
  } else if (++waited == patience) {
    epoch++;
    goto end;
  }
  epoch++;
  goto next;
end:
  *ran = epoch;
  return best + 1;
}

/* A step of the batch of all examples, one example at a time. */
static void train_epoch(const nn_net *net, double *params,
                        nn_optimizer *optimizer, const nn_dataset *data) {
  double *one = nn_net_vector(net), *mean = nn_net_vector(net);
  nn_pass pass = nn_pass_new(net, 1);
  for (size_t i = 0; i < data->count; i++) {
    nn_net_forward(net, params, nn_dataset_input(data, i), 1, &pass);
    nn_net_loss(net, &pass, NN_BINARY_CROSS_ENTROPY,
                nn_dataset_target(data, i));
    nn_net_backward(net, params, &pass, one);
    for (size_t p = 0; p < net->params; p++)
      mean[p] += one[p] / (double)data->count;
  }
  nn_optimizer_step(optimizer, params, mean);
  nn_pass_free(&pass);
  nn_vector_free(one);
  nn_vector_free(mean);
}

size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  nn_pass pass = nn_pass_new(net, 3);
  double *kept = nn_net_vector(net), highest = -1;
  size_t best = 0, epoch = 0;
next:
  train_epoch(net, params, optimizer, training);
  epoch++;
  nn_evaluation now =
      nn_evaluate(net, params, validation, NN_BINARY_CROSS_ENTROPY, &pass);
  if (now.accuracy > highest) {
    highest = now.accuracy;
    best = epoch;
    memcpy(kept, params, net->params * sizeof *kept);
  }
  if (epoch < epochs && epoch - best < patience) goto next;
  memcpy(params, kept, net->params * sizeof *kept);
  nn_vector_free(kept);
  nn_pass_free(&pass);
  *ran = epoch;
  return best;
}
