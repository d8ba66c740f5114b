/* Has a ball of its own, and the mean loss example by example. */
#include "fair.h"

#include <nn/optimizer.h>
#include <stdlib.h>

/* Moves w and v by a batch. */
static void roll(const race *r, nn_pass *pass, double *w, double *v,
                 double *g, size_t from, double rate, double beta) {
  size_t to = from + r->batch;
  if (to > r->data->count) to = r->data->count;
  nn_net_forward(r->net, w, nn_dataset_input(r->data, from), to - from,
                 pass);
  nn_net_loss(r->net, pass, NN_QUADRATIC, nn_dataset_target(r->data, from));
  nn_net_backward(r->net, w, pass, g);
  for (size_t p = 0; p < r->net->params; p++) {
    v[p] = beta * v[p] - rate * g[p];
    w[p] += v[p];
  }
}

static double mean_loss(const race *r, nn_pass *pass, const double *w) {
  long double sum = 0;
  for (size_t i = r->data->count; i-- > 0;) {
    nn_net_forward(r->net, w, nn_dataset_input(r->data, i), 1, pass);
    double a = *nn_pass_output(pass), t = *nn_dataset_target(r->data, i);
    sum += (a - t) * (a - t) / 2;
  }
  return (double)(sum / r->data->count);
}

size_t epochs_to(const race *r, double learning_rate, double beta) {
  size_t params = r->net->params, found = r->limit + 1;
  double *w = calloc(3 * params, sizeof *w);
  nn_pass pass = nn_pass_new(r->net, r->batch);
  for (size_t p = 0; p < params; p++) w[p] = r->start[p];
  for (size_t epoch = 1; epoch <= r->limit && found > r->limit; epoch++) {
    for (size_t i = 0; i < r->data->count; i += r->batch)
      roll(r, &pass, w, w + params, w + 2 * params, i, learning_rate, beta);
    if (mean_loss(r, &pass, w) <= r->goal) found = epoch;
  }
  nn_pass_free(&pass);
  free(w);
  return found;
}

double gain(const race *r, double beta, const double *rates, size_t n) {
  size_t best[2] = {r->limit + 1, r->limit + 1};
  const double betas[2] = {0, beta};
  for (int runner = 0; runner < 2; runner++)
    for (size_t i = n; i-- > 0;) {
      double rate = rates[i] * (1 - betas[runner]);
      size_t epochs = epochs_to(r, rate, betas[runner]);
      if (epochs <= best[runner]) best[runner] = epochs;
    }
  return 1.0 * (double)best[0] / (double)best[1];
}

/* The first of the best, and whether the last rate is as good. */
static size_t best_at(const size_t *epochs, size_t n, int *open) {
  size_t at = 0;
  for (size_t i = 1; i < n; i++)
    if (epochs[i] < epochs[at]) at = i;
  *open |= at == 0 || epochs[at] == epochs[n - 1];
  return at;
}

conclusion conclude(const size_t *plain, const size_t *ball, size_t n) {
  int open = 0;
  size_t p = plain[best_at(plain, n, &open)];
  size_t b = ball[best_at(ball, n, &open)];
  if (open) return TRY_OTHER_RATES;
  if ((double)p >= (double)b * 1.25) return MOMENTUM;
  return LARGER_RATE;
}
