/* Leaves the loop to nn_train, which is told to stop at the goal. */
#include "fair.h"

#include <math.h>
#include <nn/train.h>
#include <nn/vector.h>

static bool goes_on(const nn_epoch *epoch, void *context) {
  const double *goal = context;
  return epoch->validation.loss > *goal;
}

size_t epochs_to(const race *r, double learning_rate, double beta) {
  double *w = nn_net_vector(r->net), goal = r->goal;
  for (size_t p = 0; p < r->net->params; p++) w[p] = r->start[p];
  nn_optimizer optimizer =
      nn_optimizer_new(beta > 0 ? nn_momentum(learning_rate, beta)
                                : nn_gradient_descent(learning_rate),
                       r->net->params);
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = r->limit,
                              .batch = r->batch,
                              .in_order = true,
                              .validation = r->data,
                              .after_epoch = goes_on,
                              .context = &goal};
  nn_training done =
      nn_train(r->net, w, &optimizer, r->data, options, NULL);
  nn_optimizer_free(&optimizer);
  nn_vector_free(w);
  bool arrived = done.epochs > 0 && !done.diverged &&
                 done.last.validation.loss <= goal;
  return arrived ? done.epochs : r->limit + 1;
}

double gain(const race *r, double beta, const double *rates, size_t n) {
  double plain = INFINITY, ball = INFINITY;
  for (const double *rate = rates; rate < rates + n; rate++) {
    plain = fmin(plain, (double)epochs_to(r, *rate, 0));
    ball = fmin(ball, (double)epochs_to(r, *rate - beta * *rate, beta));
  }
  return plain / ball;
}

static size_t fewest(const size_t *epochs, size_t n) {
  return n == 1 ? epochs[0]
         : epochs[0] < fewest(epochs + 1, n - 1)
             ? epochs[0]
             : fewest(epochs + 1, n - 1);
}

/* The fewest of the inner rates must beat both ends. */
static bool ends_lose(const size_t *epochs, size_t n) {
  size_t inner = fewest(epochs + 1, n - 2);
  return inner < epochs[0] && inner < epochs[n - 1];
}

conclusion conclude(const size_t *plain, const size_t *ball, size_t n) {
  if (!ends_lose(plain, n)) return TRY_OTHER_RATES;
  if (!ends_lose(ball, n)) return TRY_OTHER_RATES;
  double quotient = (double)fewest(plain, n) / (double)fewest(ball, n);
  return quotient >= 1.25 ? MOMENTUM : LARGER_RATE;
}
