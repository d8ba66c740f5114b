/* Counts the patience down, from an infinite error on, with pointers. */
#include "stopping.h"

#include <math.h>
#include <nn/evaluate.h>
#include <stdint.h>
#include <stdlib.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  const double *now = validation, *const end = validation + epochs;
  double lowest = INFINITY;
  size_t left = patience, best = 0;
  while (now != end && left != 0) {
    const double error = *now++;
    if (error < lowest) {
      lowest = error;
      left = patience;
      best = (size_t)(now - validation);
    } else {
      left--;
    }
  }
  *ran = (size_t)(now - validation);
  return best;
}

/* Counts what is wrong, example by example, and trains by hand. */
static size_t count_wrong(const nn_net *net, const double *params,
                          const nn_dataset *data, nn_pass *pass) {
  size_t wrong = 0;
  for (size_t i = 0; i < data->count; i++)
    wrong += nn_predict_class(net, params, NN_BINARY_CROSS_ENTROPY,
                              nn_dataset_input(data, i),
                              pass) != (size_t)*nn_dataset_target(data, i);
  return wrong;
}

size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  double *best = malloc(2 * net->params * sizeof *best);
  if (!best) exit(1);
  double *g = best + net->params;
  nn_pass pass = nn_pass_new(net, training->count);
  size_t fewest = SIZE_MAX, left = patience, of = 0;
  for (*ran = 0; *ran < epochs && left > 0; left--) {
    nn_net_forward(net, params, training->x, training->count, &pass);
    nn_net_loss(net, &pass, NN_BINARY_CROSS_ENTROPY, training->t);
    nn_net_backward(net, params, &pass, g);
    nn_optimizer_step(optimizer, params, g);
    ++*ran;
    size_t wrong = count_wrong(net, params, validation, &pass);
    if (wrong >= fewest) continue;
    fewest = wrong;
    of = *ran;
    left = patience + 1;
    for (size_t p = 0; p < net->params; p++) best[p] = params[p];
  }
  for (size_t p = 0; p < net->params; p++) params[p] = best[p];
  nn_pass_free(&pass);
  free(best);
  return of;
}
