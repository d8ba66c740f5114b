/* A single step with a switch, and the batch as a view of the data. */
#include "decay.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static void any_step(double *w, double *m, double *s, size_t t,
                     const double *g, size_t n, double learning_rate,
                     double decay, bool inside) {
  const double m_filled = -expm1((double)t * log(BETA));
  const double s_filled = -expm1((double)t * log(RHO));
  for (size_t i = 0; i < n; i++) {
    const double pull = decay * w[i];
    const double slope = inside ? g[i] + pull : g[i];
    m[i] += (1 - BETA) * (slope - m[i]);
    s[i] += (1 - RHO) * (slope * slope - s[i]);
    double direction = m[i] / m_filled / (sqrt(s[i] / s_filled) + EPSILON);
    if (!inside) direction += pull;
    w[i] -= learning_rate * direction;
  }
}

void adam_l2_step(double *w, double *m, double *s, size_t t,
                  const double *g, size_t n, double learning_rate,
                  double decay) {
  any_step(w, m, s, t, g, n, learning_rate, decay, true);
}

void adamw_step(double *w, double *m, double *s, size_t t, const double *g,
                size_t n, double learning_rate, double decay) {
  any_step(w, m, s, t, g, n, learning_rate, decay, false);
}

void train(decay_step *step, const nn_net *net, double *params,
           const nn_dataset *data, size_t batch, size_t steps,
           double learning_rate, double decay) {
  double *m = calloc(3 * net->params, sizeof *m);
  if (!m) exit(1);
  double *s = m + net->params, *g = s + net->params;
  nn_pass pass = nn_pass_new(net, data->count);
  size_t first = 0, taken = 0;
  while (taken < steps) {
    nn_dataset part = nn_dataset_part(data, first, batch);
    nn_net_forward(net, params, part.x, part.count, &pass);
    (void)nn_net_loss(net, &pass, NN_QUADRATIC, part.t);
    nn_net_backward(net, params, &pass, g);
    step(params, m, s, ++taken, g, net->params, learning_rate, decay);
    first += batch;
    if (first == data->count) first = 0;
  }
  nn_pass_free(&pass);
  free(m);
}

double left(decay_step *step, double size, size_t steps,
            double learning_rate, double decay) {
  double weight[] = {1}, mean[] = {0}, square[] = {0}, gradient[] = {size};
  for (size_t k = 0; k < steps; k++, *gradient = -*gradient)
    step(weight, mean, square, k + 1, gradient, 1, learning_rate, decay);
  return *weight;
}
