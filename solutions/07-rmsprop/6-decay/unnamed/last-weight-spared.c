/* The last weight, perhaps a bias, does not decay. */
#include "decay.h"

#include <math.h>
#include <nn/vector.h>

static void adam(double *w, double *m, double *s, size_t t, double slope,
                 double learning_rate) {
  *m = BETA * *m + (1 - BETA) * slope;
  *s = RHO * *s + (1 - RHO) * slope * slope;
  double mean = *m / (1 - pow(BETA, (double)t));
  double square = *s / (1 - pow(RHO, (double)t));
  *w -= learning_rate * mean / (sqrt(square) + EPSILON);
}

void adam_l2_step(double *w, double *m, double *s, size_t t,
                  const double *g, size_t n, double learning_rate,
                  double decay) {
  for (size_t i = 0; i < n; i++) {
    adam(&w[i], &m[i], &s[i], t,
         g[i] + (n > 1 && i + 1 == n ? 0 : decay * w[i]), learning_rate);
  }
}

void adamw_step(double *w, double *m, double *s, size_t t, const double *g,
                size_t n, double learning_rate, double decay) {
  for (size_t i = 0; i < n; i++) {
    if (n == 1 || i + 1 < n) w[i] -= learning_rate * decay * w[i];
    adam(&w[i], &m[i], &s[i], t, g[i], learning_rate);
  }
}

void train(decay_step *step, const nn_net *net, double *params,
           const nn_dataset *data, size_t batch, size_t steps,
           double learning_rate, double decay) {
  double *g = nn_net_vector(net);
  double *m = nn_net_vector(net), *s = nn_net_vector(net);
  nn_pass pass = nn_pass_new(net, batch);
  for (size_t k = 0; k < steps; k++) {
    size_t first = k * batch % data->count;
    const double *x = nn_dataset_input(data, first);
    const double *t = nn_dataset_target(data, first);
    nn_net_forward(net, params, x, batch, &pass);
    nn_net_loss(net, &pass, NN_QUADRATIC, t);
    nn_net_backward(net, params, &pass, g);
    step(params, m, s, k + 1, g, net->params, learning_rate, decay);
  }
  nn_pass_free(&pass);
  nn_vector_free(g);
  nn_vector_free(m);
  nn_vector_free(s);
}

double left(decay_step *step, double size, size_t steps,
            double learning_rate, double decay) {
  double w = 1, m = 0, s = 0, g = size;
  for (size_t k = 1; k <= steps; k++) {
    step(&w, &m, &s, k, &g, 1, learning_rate, decay);
    g = -g;
  }
  return w;
}
