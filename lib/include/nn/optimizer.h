/* optimizer: what is done with a gradient.
 *
 * Backpropagation computes the gradient g; an optimiser turns it into a
 * step. It is a loop over one long vector of weights w and knows nothing
 * of layers. With eta the learning rate:
 *
 *   gradient descent  w -= eta g
 *   momentum          v = beta v - eta g, w += v        (Polyak, 1964)
 *   Nesterov          v = beta v - eta g, w += beta v - eta g
 *   AdaGrad           s += g^2, w -= eta g / (sqrt(s) + epsilon)
 *   RMSprop           s = rho s + (1 - rho) g^2,
 *                     w -= eta g / (sqrt(s) + epsilon)
 *   Adam              m = beta m + (1 - beta) g,
 *                     s = rho s + (1 - rho) g^2, after step t
 *                     w -= eta m' / (sqrt(s') + epsilon) with
 *                     m' = m / (1 - beta^t), s' = s / (1 - rho^t)
 *   AdamW             w -= eta decay w, then Adam without decay
 *                     (Loshchilov and Hutter, 2019)
 *
 * GD, mini-batch and SGD are the first, with the gradient of all
 * examples, of some or of one.
 *
 * Momentum is the heavy ball: under a constant gradient its step grows
 * to eta g / (1 - beta). Some libraries average instead, v = beta v +
 * (1 - beta) g, w -= eta v: the same path at a rate 1 / (1 - beta) times
 * as large, so their eta is not this one. PyTorch keeps eta out of v, v =
 * beta v + g, w -= eta v: the same path until a schedule changes eta.
 * (README.md has a table of what differs from PyTorch and Keras.)
 * Nesterov is written for w at the point to which the ball is about to
 * roll, where the gradient is taken (Sutskever et al., 2013).
 *
 * Weight decay adds decay * w to g: the penalty 1/2 decay |w|^2 in the
 * loss. AdamW's does not pass through m and s, so that all weights shrink
 * at the same rate. Either acts on the biases too, unless they are spared.
 *
 * Clipping (Pascanu, Mikolov and Bengio, 2013) scales a g that is longer
 * than clip_norm down to this length, before decay is added. */
#ifndef NN_OPTIMIZER_H
#define NN_OPTIMIZER_H

#include <nn/net.h>
#include <nn/real.h>
#include <nn/schedule.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  NN_GRADIENT_DESCENT,
  NN_MOMENTUM,
  NN_NESTEROV,
  NN_ADAGRAD,
  NN_RMSPROP,
  NN_ADAM,
  NN_ADAMW
} nn_rule;

typedef struct {
  nn_rule rule;
  nn_real learning_rate; /* eta */
  nn_real beta;          /* how much of v or m is kept, 0 <= beta < 1 */
  nn_real rho;           /* how much of s is kept, 0 <= rho < 1 */
  nn_real epsilon;       /* keeps a quotient finite */
  nn_real weight_decay;
  nn_real clip_norm; /* the length of g at most; 0: any */
  nn_schedule schedule;
} nn_optimizer_options;

/* Options with what their authors recommend: epsilon 1e-8, for Adam and
 * AdamW beta 0.9 and rho 0.999. Change any field before nn_optimizer_new.
 */
nn_optimizer_options nn_gradient_descent(nn_real learning_rate);
nn_optimizer_options nn_momentum(nn_real learning_rate, nn_real beta);
nn_optimizer_options nn_nesterov(nn_real learning_rate, nn_real beta);
nn_optimizer_options nn_adagrad(nn_real learning_rate);
nn_optimizer_options nn_rmsprop(nn_real learning_rate, nn_real rho);
nn_optimizer_options nn_adam(nn_real learning_rate);
nn_optimizer_options nn_adamw(nn_real learning_rate, nn_real weight_decay);

/* Weights from begin to before end. */
typedef struct {
  size_t begin, end;
} nn_span;

typedef struct {
  nn_optimizer_options options;
  size_t count; /* weights */
  size_t steps; /* taken so far */
  nn_real *v;   /* [count] velocity or mean, where the rule has one */
  nn_real *s;   /* [count] squares, where the rule has them */
  nn_real beta_power, rho_power; /* beta^steps, rho^steps */
  size_t steps_per_epoch; /* for a schedule in epochs; nn_train sets it */
  nn_span *spared;        /* [spared_count], rising: do not decay */
  size_t spared_count;
} nn_optimizer;

/* An optimiser for `count` weights, at rest. */
nn_optimizer nn_optimizer_new(nn_optimizer_options options, size_t count);
void nn_optimizer_free(nn_optimizer *optimizer);

/* Weight decay is to leave the biases of this network alone. Requires
 * optimizer->count == net->params. */
void nn_optimizer_spare_biases(nn_optimizer *optimizer, const nn_net *net);

/* The learning rate of the next step. */
nn_real nn_optimizer_rate(const nn_optimizer *optimizer);

/* One step: changes w [count] by the gradient g [count]. */
void nn_optimizer_step(nn_optimizer *optimizer, nn_real *w,
                       const nn_real *g);

#ifdef __cplusplus
}
#endif

#endif
