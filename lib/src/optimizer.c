#include "require.h"

#include <math.h>
#include <nn/optimizer.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>

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

nn_optimizer_options nn_adamw(nn_real learning_rate, nn_real weight_decay) {
  nn_optimizer_options options = nn_adam(learning_rate);
  options.rule = NN_ADAMW;
  options.weight_decay = weight_decay;
  return options;
}

static void check(const char *function, const nn_optimizer_options *o) {
  if (!(0 <= o->learning_rate && isfinite(o->learning_rate)))
    nn_refuse(function,
              "the learning rate is %g: it must be finite and "
              "not negative",
              (double)o->learning_rate);
  if (!(0 <= o->beta && o->beta < 1))
    nn_refuse(function, "beta is %g: it must be at least 0 and below 1",
              (double)o->beta);
  if (!(0 <= o->rho && o->rho < 1))
    nn_refuse(function, "rho is %g: it must be at least 0 and below 1",
              (double)o->rho);
  if (!(0 <= o->weight_decay && isfinite(o->weight_decay)))
    nn_refuse(function,
              "the weight decay is %g: it must be finite and not negative",
              (double)o->weight_decay);
  if (!(0 <= o->clip_norm))
    nn_refuse(function,
              "clip_norm is %g: it must not be negative; 0 clips nothing",
              (double)o->clip_norm);
}

nn_optimizer nn_optimizer_new(nn_optimizer_options options, size_t count) {
  check(__func__, &options);
  nn_rule rule = options.rule;
  bool is_adam = rule == NN_ADAM || rule == NN_ADAMW;
  nn_optimizer optimizer = {
      .options = options, .count = count, .beta_power = 1, .rho_power = 1};
  if (rule == NN_MOMENTUM || rule == NN_NESTEROV || is_adam)
    optimizer.v = nn_vector_new(count);
  if (rule == NN_ADAGRAD || rule == NN_RMSPROP || is_adam)
    optimizer.s = nn_vector_new(count);
  return optimizer;
}

void nn_optimizer_free(nn_optimizer *optimizer) {
  nn_vector_free(optimizer->v);
  nn_vector_free(optimizer->s);
  free(optimizer->spared);
  *optimizer = (nn_optimizer){0};
}

void nn_optimizer_spare_biases(nn_optimizer *optimizer, const nn_net *net) {
  nn_require(optimizer->count == net->params,
             "the optimizer is for %zu weights, but the network has %zu",
             optimizer->count, net->params);
  free(optimizer->spared);
  optimizer->spared = malloc(net->depth * sizeof *optimizer->spared);
  if (!optimizer->spared) {
    fprintf(stderr, "nn: no memory for an optimizer\n");
    exit(EXIT_FAILURE);
  }
  optimizer->spared_count = net->depth;
  for (size_t l = 0; l < net->depth; l++) {
    const nn_layer *layer = &net->layer[l];
    optimizer->spared[l] =
        (nn_span){layer->biases, layer->biases + layer->outputs};
  }
}

nn_real nn_optimizer_rate(const nn_optimizer *optimizer) {
  const nn_optimizer_options *options = &optimizer->options;
  nn_schedule schedule =
      nn_schedule_in_steps(&options->schedule, optimizer->steps_per_epoch);
  return options->learning_rate *
         nn_schedule_factor(&schedule, optimizer->steps);
}

/* ---- the rules -------------------------------------------------------*/

/* The rate of this step, the weight's decay, and what of g is left by
 * clipping. */
typedef struct {
  nn_real eta, decay, scale;
} step;

static nn_real root(nn_real x) {
  return (nn_real)sqrt((double)x); /* of a float, rounds right as well */
}

static void descend(const nn_optimizer *o, step now, nn_real *restrict w,
                    const nn_real *restrict g) {
  for (size_t i = 0; i < o->count; i++)
    w[i] -= now.eta * (now.scale * g[i] + now.decay * w[i]);
}

static void roll(const nn_optimizer *o, step now, nn_real *restrict w,
                 const nn_real *restrict g) {
  nn_real *restrict v = o->v, beta = o->options.beta;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = now.scale * g[i] + now.decay * w[i];
    v[i] = beta * v[i] - now.eta * slope;
    w[i] += v[i];
  }
}

static void look_ahead(const nn_optimizer *o, step now, nn_real *restrict w,
                       const nn_real *restrict g) {
  nn_real *restrict v = o->v, beta = o->options.beta;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = now.scale * g[i] + now.decay * w[i];
    v[i] = beta * v[i] - now.eta * slope;
    w[i] += beta * v[i] - now.eta * slope;
  }
}

static void adagrad(const nn_optimizer *o, step now, nn_real *restrict w,
                    const nn_real *restrict g) {
  nn_real *restrict s = o->s, epsilon = o->options.epsilon;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = now.scale * g[i] + now.decay * w[i];
    s[i] += slope * slope;
    w[i] -= now.eta * slope / (root(s[i]) + epsilon);
  }
}

static void rmsprop(const nn_optimizer *o, step now, nn_real *restrict w,
                    const nn_real *restrict g) {
  nn_real *restrict s = o->s;
  nn_real rho = o->options.rho, epsilon = o->options.epsilon;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = now.scale * g[i] + now.decay * w[i];
    s[i] = rho * s[i] + (1 - rho) * slope * slope;
    w[i] -= now.eta * slope / (root(s[i]) + epsilon);
  }
}

static void adam(const nn_optimizer *o, step now, nn_real *restrict w,
                 const nn_real *restrict g) {
  nn_real *restrict m = o->v, *restrict s = o->s;
  nn_real beta = o->options.beta, rho = o->options.rho;
  nn_real epsilon = o->options.epsilon;
  for (size_t i = 0; i < o->count; i++) {
    nn_real slope = now.scale * g[i] + now.decay * w[i];
    m[i] = beta * m[i] + (1 - beta) * slope;
    s[i] = rho * s[i] + (1 - rho) * slope * slope;
    nn_real mean = m[i] / (1 - o->beta_power);
    nn_real square = s[i] / (1 - o->rho_power);
    w[i] -= now.eta * mean / (root(square) + epsilon);
  }
}

static void adamw(const nn_optimizer *o, step now, nn_real *restrict w,
                  const nn_real *restrict g) {
  for (size_t i = 0; i < o->count; i++) w[i] -= now.eta * now.decay * w[i];
  now.decay = 0;
  adam(o, now, w, g);
}

/* ---- a step ----------------------------------------------------------*/

/* |g|. Eight sums side by side, in double, so that their order does not
 * depend on how wide vectors are. */
static double norm_of(size_t count, const nn_real *g) {
  enum { SUMS = 8 };
  double sums[SUMS] = {0}, total = 0;
  size_t whole = count - count % SUMS;
  for (size_t i = 0; i < whole; i += SUMS)
    for (size_t k = 0; k < SUMS; k++)
      sums[k] += (double)g[i + k] * (double)g[i + k];
  for (size_t i = whole; i < count; i++)
    sums[i - whole] += (double)g[i] * (double)g[i];
  for (size_t k = 0; k < SUMS; k++) total += sums[k];
  return sqrt(total);
}

static nn_real scale_of(const nn_optimizer *o, const nn_real *g) {
  double most = (double)o->options.clip_norm;
  if (most == 0) return 1;
  double norm = norm_of(o->count, g);
  return norm > most ? (nn_real)(most / norm) : 1;
}

/* Changes the weights from begin to end by the rule. */
static void step_part(const nn_optimizer *optimizer, step now, size_t begin,
                      size_t end, nn_real *w, const nn_real *g) {
  nn_optimizer part = *optimizer;
  part.count = end - begin;
  if (part.v) part.v += begin;
  if (part.s) part.s += begin;
  w += begin;
  g += begin;
  switch (part.options.rule) {
  case NN_GRADIENT_DESCENT:
    descend(&part, now, w, g);
    break;
  case NN_MOMENTUM:
    roll(&part, now, w, g);
    break;
  case NN_NESTEROV:
    look_ahead(&part, now, w, g);
    break;
  case NN_ADAGRAD:
    adagrad(&part, now, w, g);
    break;
  case NN_RMSPROP:
    rmsprop(&part, now, w, g);
    break;
  case NN_ADAM:
    adam(&part, now, w, g);
    break;
  case NN_ADAMW:
    adamw(&part, now, w, g);
    break;
  }
}

void nn_optimizer_step(nn_optimizer *optimizer, nn_real *w,
                       const nn_real *g) {
  const nn_optimizer_options *options = &optimizer->options;
  step now = {.eta = nn_optimizer_rate(optimizer),
              .decay = options->weight_decay,
              .scale = scale_of(optimizer, g)};
  step spared = {.eta = now.eta, .scale = now.scale};
  size_t begin = 0;
  optimizer->beta_power *= options->beta;
  optimizer->rho_power *= options->rho;
  for (size_t k = 0; k < optimizer->spared_count; k++) {
    nn_span span = optimizer->spared[k];
    step_part(optimizer, now, begin, span.begin, w, g);
    step_part(optimizer, spared, span.begin, span.end, w, g);
    begin = span.end;
  }
  step_part(optimizer, now, begin, optimizer->count, w, g);
  optimizer->steps++;
}
