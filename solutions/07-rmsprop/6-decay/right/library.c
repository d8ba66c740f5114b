/* Both steps by nn's own optimiser, with its memory filled in. */
#include "decay.h"

#include <math.h>
#include <nn/optimizer.h>
#include <nn/vector.h>

static void by_library(nn_rule rule, double *w, double *m, double *s,
                       size_t t, const double *g, size_t n,
                       double learning_rate, double decay) {
  nn_optimizer_options options = nn_adamw(learning_rate, decay);
  options.rule = rule;
  nn_optimizer own = {.options = options,
                      .count = n,
                      .steps = t - 1,
                      .v = m,
                      .s = s,
                      .beta_power = pow(BETA, (double)(t - 1)),
                      .rho_power = pow(RHO, (double)(t - 1))};
  nn_optimizer_step(&own, w, g);
}

void adam_l2_step(double *w, double *m, double *s, size_t t,
                  const double *g, size_t n, double learning_rate,
                  double decay) {
  by_library(NN_ADAM, w, m, s, t, g, n, learning_rate, decay);
}

void adamw_step(double *w, double *m, double *s, size_t t, const double *g,
                size_t n, double learning_rate, double decay) {
  by_library(NN_ADAMW, w, m, s, t, g, n, learning_rate, decay);
}

void train(decay_step *step, const nn_net *net, double *params,
           const nn_dataset *data, size_t batch, size_t steps,
           double learning_rate, double decay) {
  nn_real *memory[] = {nn_net_vector(net), nn_net_vector(net),
                       nn_net_vector(net)};
  nn_pass pass = nn_pass_new(net, batch);
  size_t batches = data->count / batch;
  for (size_t k = 0; k < steps; k++) {
    size_t at = k % batches * batch;
    nn_net_forward(net, params, data->x + at * data->inputs, batch, &pass);
    nn_net_loss(net, &pass, NN_QUADRATIC, data->t + at * data->targets);
    nn_net_backward(net, params, &pass, memory[2]);
    step(params, memory[0], memory[1], k + 1, memory[2], net->params,
         learning_rate, decay);
  }
  nn_pass_free(&pass);
  for (size_t i = 0; i < 3; i++) nn_vector_free(memory[i]);
}

double left(decay_step *step, double size, size_t steps,
            double learning_rate, double decay) {
  double w = 1, m = 0, s = 0;
  for (size_t k = 1; k <= steps; k++)
    step(&w, &m, &s, k, (const double[]){pow(-1, (double)k - 1) * size}, 1,
         learning_rate, decay);
  return w;
}
