#ifndef DECAY_H
#define DECAY_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <stddef.h>

#define BETA 0.9
#define RHO 0.999
#define EPSILON 1e-8

/* Step number t of Adam with weight decay, on the n weights w, whose
 * gradient is g. At the first step t is 1, and m and s are all zeros.
 * Adam itself is that of the chapter: m[i] and s[i] are the running means
 * of a gradient, which keeps BETA, and of its square, which keeps RHO. With
 * both corrected for their start at 0, a weight goes down by the learning
 * rate times m', divided by the root of s' plus EPSILON. Changes w, m and
 * s; learning_rate and decay are not negative. */
typedef void decay_step(double *w, double *m, double *s, size_t t,
                        const double *g, size_t n, double learning_rate,
                        double decay);

/* With L2, a penalty of decay / 2 times the square of each weight in the
 * loss: decay * w[i] is added to g[i], and Adam sees only the sum. */
void adam_l2_step(double *w, double *m, double *s, size_t t,
                  const double *g, size_t n, double learning_rate,
                  double decay);

/* AdamW: Adam sees only g. Beside Adam's step, weight i goes down by
 * learning_rate * decay * w[i], with the w[i] from before the step. */
void adamw_step(double *w, double *m, double *s, size_t t, const double *g,
                size_t n, double learning_rate, double decay);

/* Trains a network from these params, net->params numbers, which it
 * changes. Takes `steps` steps, by calling `step` with a new m and s. Each
 * is for a batch of its own: the first for the first `batch` examples of
 * data, the second for the next, and after the last examples the first
 * ones again. batch divides data->count. The gradient is that of the
 * network's loss NN_QUADRATIC, which for a batch is a mean. */
void train(decay_step *step, const nn_net *net, double *params,
           const nn_dataset *data, size_t batch, size_t steps,
           double learning_rate, double decay);

/* How much is left of a weight: it begins as 1, and its gradient is `size`
 * in the first step, -size in the second, size in the third, and so on.
 * Calls `step` with a new m and s, and returns the weight after `steps`
 * steps. */
double left(decay_step *step, double size, size_t steps,
            double learning_rate, double decay);

#endif
