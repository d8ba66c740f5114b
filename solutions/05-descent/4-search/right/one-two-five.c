/* Steps by a gradient and its own loop; 1, 2 and 5 in every power of ten.
 */
#include "search.h"

#include <math.h>
#include <nn/evaluate.h>
#include <stdlib.h>

static void step(const experiment *e, nn_pass *pass, double *w, double *g,
                 size_t from, size_t to, double rate) {
  nn_net_forward(e->net, w, nn_dataset_input(e->training, from), to - from,
                 pass);
  nn_net_loss(e->net, pass, NN_QUADRATIC,
              nn_dataset_target(e->training, from));
  nn_net_backward(e->net, w, pass, g);
  for (size_t p = 0; p < e->net->params; p++) w[p] -= rate * g[p];
}

double loss_after(const experiment *e, double learning_rate) {
  size_t n = e->training->count;
  double *w = malloc(2 * e->net->params * sizeof *w);
  double *g = w + e->net->params, sum = 0;
  nn_pass pass = nn_pass_new(e->net, e->batch);
  for (size_t p = 0; p < e->net->params; p++) w[p] = e->start[p];
  for (size_t left = e->epochs; left > 0; left--)
    for (size_t from = 0, to; from < n; from = to) {
      to = from + e->batch;
      if (to > n) to = n;
      step(e, &pass, w, g, from, to, learning_rate);
    }
  for (size_t i = 0; i < e->validation->count; i++) {
    nn_net_forward(e->net, w, nn_dataset_input(e->validation, i), 1, &pass);
    sum += nn_net_loss(e->net, &pass, NN_QUADRATIC,
                       nn_dataset_target(e->validation, i));
  }
  nn_pass_free(&pass);
  free(w);
  return sum / (double)e->validation->count;
}

double best_rate(const experiment *e, const double *rates, size_t n) {
  double best = rates[0], least = loss_after(e, rates[0]);
  for (size_t i = 1; i < n; i++) {
    double loss = loss_after(e, rates[i]);
    if (loss < least || isnan(least)) {
      least = loss;
      best = rates[i];
    }
  }
  return best;
}

double search(const experiment *e) {
  static const double digits[] = {1, 2, 5};
  double rates[18];
  for (int k = 0; k < 18; k++)
    rates[k] = digits[k % 3] * pow(10, k / 3 - 4);
  return best_rate(e, rates, 18);
}
