/* Looks for the next new low within the patience, and calls itself. */
#include "stopping.h"

#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

static size_t smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

static size_t from(const double *validation, size_t low, size_t epochs,
                   size_t patience, size_t *ran) {
  size_t most = low + smaller(patience, epochs - low);
  for (size_t epoch = low + 1; epoch <= most; epoch++)
    if (validation[epoch - 1] < validation[low - 1])
      return from(validation, epoch, epochs, patience, ran);
  *ran = most;
  return low;
}

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  return from(validation, 1, epochs, patience, ran);
}

/* All that stays the same from epoch to epoch. */
typedef struct {
  const nn_net *net;
  nn_optimizer *optimizer;
  const nn_dataset *training, *validation;
  nn_pass pass;
  size_t epochs, patience;
} task;

/* Goes on from the epoch `done`; leaves the best weights in params. */
static size_t go_on(task *k, double *params, double *best, size_t low,
                    double lowest, size_t done, size_t *ran) {
  size_t bytes = k->net->params * sizeof *params;
  if (done == k->epochs || (low > 0 && done - low == k->patience)) {
    memcpy(params, best, bytes);
    *ran = done;
    return low;
  }
  double *g = nn_net_vector(k->net);
  nn_net_forward(k->net, params, k->training->x, k->training->count,
                 &k->pass);
  nn_net_loss(k->net, &k->pass, NN_BINARY_CROSS_ENTROPY, k->training->t);
  nn_net_backward(k->net, params, &k->pass, g);
  nn_optimizer_step(k->optimizer, params, g);
  nn_vector_free(g);
  done++;
  double error = -nn_evaluate(k->net, params, k->validation,
                              NN_BINARY_CROSS_ENTROPY, &k->pass)
                      .accuracy;
  if (low == 0 || error < lowest) {
    memcpy(best, params, bytes);
    lowest = error;
    low = done;
  }
  return go_on(k, params, best, low, lowest, done, ran);
}

size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  task k = {net,
            optimizer,
            training,
            validation,
            nn_pass_new(net, training->count),
            epochs,
            patience};
  double *best = nn_net_vector(net);
  size_t low = go_on(&k, params, best, 0, 0, 0, ran);
  nn_vector_free(best);
  nn_pass_free(&k.pass);
  return low;
}
