/* Marks all new lows first, and then looks for a gap between them. */
#include "stopping.h"

#include <nn/evaluate.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  bool *low = calloc(epochs, sizeof *low);
  double lowest = validation[0];
  size_t best = 0, waited = 0, e = 0;
  if (!low) exit(1);
  for (size_t i = 0; i < epochs; i++) {
    low[i] = i == 0 || validation[i] < lowest;
    if (low[i]) lowest = validation[i];
  }
  do {
    waited = low[e] ? 0 : waited + 1;
    if (low[e]) best = e;
    e++;
  } while (e < epochs && waited != patience);
  free(low);
  *ran = e;
  return best + 1;
}

/* Keeps the weights of every epoch, and goes back to those of the best. */
size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  double *all = calloc((epochs + 1) * net->params, sizeof *all);
  double *error = malloc(epochs * sizeof *error);
  if (!all || !error) exit(1);
  double *g = all + epochs * net->params;
  nn_pass pass = nn_pass_new(net, training->count + validation->count);
  size_t best = 0;
  for (*ran = 0; *ran < epochs && *ran < best + patience;) {
    size_t counts[4] = {0};
    nn_net_forward(net, params, training->x, training->count, &pass);
    nn_net_loss(net, &pass, NN_BINARY_CROSS_ENTROPY, training->t);
    nn_net_backward(net, params, &pass, g);
    nn_optimizer_step(optimizer, params, g);
    nn_confusion(net, params, validation, NN_BINARY_CROSS_ENTROPY, &pass,
                 counts);
    memcpy(&all[*ran * net->params], params, net->params * sizeof *all);
    error[(*ran)++] = (double)(counts[1] + counts[2]);
    if (best == 0 || error[*ran - 1] < error[best - 1]) best = *ran;
  }
  memcpy(params, &all[(best - 1) * net->params], net->params * sizeof *all);
  nn_pass_free(&pass);
  free(all);
  free(error);
  return best;
}
