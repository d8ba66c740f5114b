/* Leaves the loop to nn_train, and tries ten rates for each power of ten.
 */
#include "search.h"

#include <math.h>
#include <nn/train.h>
#include <nn/vector.h>
#include <string.h>

double loss_after(const experiment *e, double learning_rate) {
  double *w = nn_net_vector(e->net);
  memcpy(w, e->start, e->net->params * sizeof *w);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_gradient_descent(learning_rate), e->net->params);
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = e->epochs,
                              .batch = e->batch,
                              .in_order = true,
                              .validation = e->validation};
  nn_training done =
      nn_train(e->net, w, &optimizer, e->training, options, NULL);
  nn_optimizer_free(&optimizer);
  nn_vector_free(w);
  return done.diverged ? NAN : done.last.validation.loss;
}

double best_rate(const experiment *e, const double *rates, size_t n) {
  double best = 0, least = INFINITY;
  while (n-- > 0) {
    double loss = loss_after(e, rates[n]);
    if (isnan(loss) || loss > least) continue;
    least = loss;
    best = rates[n];
  }
  return best;
}

double search(const experiment *e) {
  double rates[60];
  for (int k = 0; k < 60; k++) rates[k] = pow(10, -4 + k / 10.0);
  return best_rate(e, rates, 60);
}
