/* Goes up threefold, then tries both sides with ever smaller factors. */
#include "search.h"

#include <math.h>
#include <nn/evaluate.h>
#include <nn/vector.h>

double loss_after(const experiment *e, double learning_rate) {
  double *w = nn_net_vector(e->net), loss;
  size_t done = 0, all = e->epochs * e->training->count;
  nn_pass pass = nn_pass_new(e->net, e->batch);
  for (size_t p = 0; p < e->net->params; p++) w[p] = e->start[p];
  while (done < all) {
    size_t first = done % e->training->count, count = 0;
    while (count < e->batch && first + count < e->training->count) count++;
    nn_dataset part = nn_dataset_part(e->training, first, count);
    nn_net_forward(e->net, w, part.x, count, &pass);
    nn_net_loss(e->net, &pass, NN_QUADRATIC, part.t);
    nn_net_descend(e->net, w, &pass, learning_rate);
    done += count;
  }
  loss = nn_evaluate(e->net, w, e->validation, NN_QUADRATIC, &pass).loss;
  nn_vector_free(w);
  nn_pass_free(&pass);
  return isnan(loss) ? INFINITY : loss;
}

double best_rate(const experiment *e, const double *rates, size_t n) {
  double rest, a, b;
  if (n == 1) return rates[0];
  rest = best_rate(e, rates + 1, n - 1);
  a = loss_after(e, rates[0]);
  b = loss_after(e, rest);
  return a < b ? rates[0] : rest;
}

double search(const experiment *e) {
  double best = 1e-4;
  for (double rate = 1e-4; rate < 100; rate *= 3)
    best = best_rate(e, (double[]){best, rate}, 2);
  for (double factor = 3; factor > 1.05; factor = sqrt(factor)) {
    double three[] = {best, best / factor, best * factor};
    best = best_rate(e, three, 3);
  }
  return best;
}
