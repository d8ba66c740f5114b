/* Keeps one table of weights and sorts the epochs. */
#include "fair.h"

#include <nn/evaluate.h>
#include <nn/optimizer.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 64 };

static int by_size(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

size_t epochs_to(const race *r, double learning_rate, double beta) {
  const nn_net *net = r->net;
  double w[MOST], g[MOST];
  nn_pass pass = nn_pass_new(net, r->batch);
  nn_optimizer ball =
      nn_optimizer_new(nn_momentum(learning_rate, beta), net->params);
  size_t epochs = 0;
  memcpy(w, r->start, net->params * sizeof *w);
  do {
    size_t seen = 0;
    if (++epochs > r->limit) break;
    while (seen < r->data->count) {
      size_t rest = r->data->count - seen;
      if (rest > r->batch) rest = r->batch;
      nn_net_forward(net, w, r->data->x + seen * r->data->inputs, rest,
                     &pass);
      nn_net_loss(net, &pass, NN_QUADRATIC,
                  r->data->t + seen * r->data->targets);
      nn_net_backward(net, w, &pass, g);
      nn_optimizer_step(&ball, w, g);
      seen += rest;
    }
  } while (
      !(nn_evaluate(net, w, r->data, NN_QUADRATIC, &pass).loss <= r->goal));
  nn_pass_free(&pass);
  nn_optimizer_free(&ball);
  return epochs;
}

double gain(const race *r, double beta, const double *rates, size_t n) {
  size_t plain[MOST], ball[MOST];
  for (size_t i = 0; i < n; i++) {
    plain[i] = epochs_to(r, rates[i], 0);
    ball[i] = epochs_to(r, rates[i] * (1 - beta), beta);
  }
  qsort(plain, n, sizeof *plain, by_size);
  qsort(ball, n, sizeof *ball, by_size);
  return (double)plain[0] / (double)ball[0];
}

conclusion conclude(const size_t *plain, const size_t *ball, size_t n) {
  const size_t *rows[] = {plain, ball};
  size_t least[2];
  for (int k = 0; k < 2; k++) {
    size_t sorted[MOST];
    memcpy(sorted, rows[k], n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_size);
    least[k] = sorted[0];
    if (rows[k][0] == least[k] || rows[k][n - 1] == least[k])
      return TRY_OTHER_RATES;
  }
  return least[0] * 100 < least[1] * 125 ? LARGER_RATE : MOMENTUM;
}
