/* rate_finder: a learning rate to begin with.
 *
 * The range test of Smith ("Cyclical learning rates for training neural
 * networks", 2017), with a rate that rises exponentially (Gugger, "How do
 * you find a good learning rate", 2018): a copy of the network is trained
 * for some batches, each at a higher rate than the one before. At first the
 * loss stays where it is, then it falls, and where the rate is too high it
 * explodes. Since the loss of a batch is noisy, what counts is its running
 * mean, corrected as Adam's means are: after k batches
 *
 *   m = 0.9 m + 0.1 loss,   smoothed = m / (1 - 0.9^k)
 *
 * The test ends early where that exceeds four times its lowest value, or
 * is not finite. The suggestion is a tenth of the rate at the lowest value
 * (Gugger's rule), to stay clear of the edge; the first tenth of the steps
 * does not count for it, since the mean has yet to settle.
 *
 * It is a rate to begin with, and not the best one: look at the curve. If
 * the loss was still falling at the end, try again with a larger `high`. */
#ifndef NN_RATE_FINDER_H
#define NN_RATE_FINDER_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  nn_loss loss;
  size_t batch;      /* examples for one step, as in training; 0: all */
  size_t steps;      /* at most so many; 0: 100 */
  nn_real low, high; /* rates, 0 < low < high; both 0: from 1e-7 to 10 */
} nn_rate_finder_options;

typedef struct {
  size_t count;      /* steps that were taken */
  nn_real *rate;     /* [count], rising */
  nn_real *loss;     /* [count] of a batch, before the step by it */
  nn_real *smoothed; /* [count] */
  nn_real suggested; /* rate; 0 if the loss was not finite at once */
} nn_rate_finding;

/* Tries rates for this rule, whose own rate and schedule are ignored.
 * params [net->params] and the generator, which shuffles the examples and
 * draws dropout's masks, stay as they are. Requires data->count > 0 and
 * data of the network's shape. */
nn_rate_finding nn_find_rate(const nn_net *net, const nn_real *params,
                             nn_optimizer_options rule,
                             const nn_dataset *data,
                             nn_rate_finder_options options,
                             const nn_rng *rng);
void nn_rate_finding_free(nn_rate_finding *finding);

#ifdef __cplusplus
}
#endif

#endif
