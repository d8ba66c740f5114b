#include "require.h"

#include <math.h>
#include <nn/optimizer.h>
#include <nn/vector.h>

#define EPSILON ((nn_real)1e-8)

nn_optimizer_options nn_gradient_descent(nn_real learning_rate) {
  return (nn_optimizer_options){.rule = NN_GRADIENT_DESCENT,
                                .learning_rate = learning_rate};
}

nn_optimizer_options nn_momentum(nn_real learning_rate, nn_real beta) {
  return (nn_optimizer_options){
      .rule = NN_MOMENTUM, .learning_rate = learning_rate, .beta = beta};
}

nn_optimizer_options nn_nesterov(nn_real learning_rate, nn_real beta) {
  return (nn_optimizer_options){
      .rule = NN_NESTEROV, .learning_rate = learning_rate, .beta = beta};
}

nn_optimizer_options nn_adagrad(nn_real learning_rate) {
  return (nn_optimizer_options){.rule = NN_ADAGRAD,
                                .learning_rate = learning_rate,
                                .epsilon = EPSILON};
}

nn_optimizer_options nn_rmsprop(nn_real learning_rate, nn_real rho) {
  return (nn_optimizer_options){.rule = NN_RMSPROP,
                                .learning_rate = learning_rate,
                                .rho = rho,
                                .epsilon = EPSILON};
}

nn_optimizer_options nn_adam(nn_real learning_rate) {
  return (nn_optimizer_options){.rule = NN_ADAM,
                                .learning_rate = learning_rate,
                                .beta = (nn_real)0.9,
                                .rho = (nn_real)0.999,
                                .epsilon = EPSILON};
}

nn_optimizer nn_optimizer_new(nn_optimizer_options options, size_t count) {
  nn_require(0 <= options.learning_rate && isfinite(options.learning_rate),
             "the learning rate is %g: it is a positive number",
             (double)options.learning_rate);
  nn_require(0 <= options.beta && options.beta < 1,
             "beta is %g: it is a number from 0 to 1, below 1",
             (double)options.beta);
  nn_require(0 <= options.rho && options.rho < 1,
             "rho is %g: it is a number from 0 to 1, below 1",
             (double)options.rho);
  nn_require(0 <= options.weight_decay && isfinite(options.weight_decay),
             "the weight decay is %g: it is a positive number, or 0 for "
             "none",
             (double)options.weight_decay);
  nn_rule rule = options.rule;
  nn_optimizer optimizer = {
      .options = options, .count = count, .beta_power = 1, .rho_power = 1};
  if (rule == NN_MOMENTUM || rule == NN_NESTEROV || rule == NN_ADAM)
    optimizer.v = nn_vector_new(count);
  if (rule == NN_ADAGRAD || rule == NN_RMSPROP || rule == NN_ADAM)
    optimizer.s = nn_vector_new(count);
  return optimizer;
}

void nn_optimizer_free(nn_optimizer *optimizer) {
  nn_vector_free(optimizer->v);
  nn_vector_free(optimizer->s);
  *optimizer = (nn_optimizer){0};
}

nn_real nn_optimizer_rate(const nn_optimizer *optimizer) {
  const nn_optimizer_options *options = &optimizer->options;
  return options->learning_rate *
         nn_schedule_factor(&options->schedule, optimizer->steps);
}

/* ---- the rules: eta is the rate of this step, decay the weight's -----*/

static nn_real root(nn_real x) {
  return (nn_real)sqrt((double)x); /* of a float, rounds right as well */
}

static void descend(nn_optimizer *o, nn_real eta, nn_real decay,
                    nn_real *restrict w, const nn_real *restrict g) {
  for (size_t i = 0; i < o->count; i++) w[i] -= eta * (g[i] + decay * w[i]);
}

static void roll(nn_optimizer *o, nn_real eta, nn_real decay,
                 nn_real *restrict w, const nn_real *restrict g) {
  nn_real *restrict v = o->v, beta = o->options.beta;
  for (size_t i = 0; i < o->count; i++) {
    v[i] = beta * v[i] - eta * (g[i] + decay * w[i]);
    w[i] += v[i];
  }
}

static void look_ahead(nn_optimizer *o, nn_real eta, nn_real decay,
                       nn_real *restrict w, const nn_real *restrict g) {
  nn_real *restrict v = o->v, beta = o->options.beta;
  for (size_t i = 0; i < o->count; i++) {
    nn_real step = eta * (g[i] + decay * w[i]);
    v[i] = beta * v[i] - step;
    w[i] += beta * v[i] - step;
  }
}

static void adagrad(nn_optimizer *o, nn_real eta, nn_real decay,
                    nn_real *restrict w, const nn_real *restrict g) {
  nn_real *restrict s = o->s, epsilon = o->options.epsilon;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = g[i] + decay * w[i];
    s[i] += slope * slope;
    w[i] -= eta * slope / (root(s[i]) + epsilon);
  }
}

static void rmsprop(nn_optimizer *o, nn_real eta, nn_real decay,
                    nn_real *restrict w, const nn_real *restrict g) {
  nn_real *restrict s = o->s;
  nn_real rho = o->options.rho, epsilon = o->options.epsilon;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = g[i] + decay * w[i];
    s[i] = rho * s[i] + (1 - rho) * slope * slope;
    w[i] -= eta * slope / (root(s[i]) + epsilon);
  }
}

static void adam(nn_optimizer *o, nn_real eta, nn_real decay,
                 nn_real *restrict w, const nn_real *restrict g) {
  nn_real *restrict m = o->v, *restrict s = o->s;
  nn_real beta = o->options.beta, rho = o->options.rho;
  nn_real epsilon = o->options.epsilon;
  o->beta_power *= beta;
  o->rho_power *= rho;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = g[i] + decay * w[i];
    m[i] = beta * m[i] + (1 - beta) * slope;
    s[i] = rho * s[i] + (1 - rho) * slope * slope;
    nn_real mean = m[i] / (1 - o->beta_power);
    nn_real square = s[i] / (1 - o->rho_power);
    w[i] -= eta * mean / (root(square) + epsilon);
  }
}

void nn_optimizer_step(nn_optimizer *optimizer, nn_real *w,
                       const nn_real *g) {
  nn_real eta = nn_optimizer_rate(optimizer);
  nn_real decay = optimizer->options.weight_decay;
  switch (optimizer->options.rule) {
  case NN_GRADIENT_DESCENT:
    descend(optimizer, eta, decay, w, g);
    break;
  case NN_MOMENTUM:
    roll(optimizer, eta, decay, w, g);
    break;
  case NN_NESTEROV:
    look_ahead(optimizer, eta, decay, w, g);
    break;
  case NN_ADAGRAD:
    adagrad(optimizer, eta, decay, w, g);
    break;
  case NN_RMSPROP:
    rmsprop(optimizer, eta, decay, w, g);
    break;
  case NN_ADAM:
    adam(optimizer, eta, decay, w, g);
    break;
  }
  optimizer->steps++;
}
