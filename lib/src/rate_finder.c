#include "batches.h"
#include "require.h"
#include "shapes.h"

#include <math.h>
#include <nn/elementary.h>
#include <nn/rate_finder.h>
#include <nn/vector.h>
#include <string.h>

/* ---- a copy in training ----------------------------------------------*/

typedef struct {
  const nn_net *net;
  nn_loss loss;
  nn_real *params, *grads;
  nn_optimizer optimizer;
  nn_rng rng;
  nn_batches batches;
  size_t next; /* where in their order the next batch begins */
  nn_pass pass;
} trial;

static void end(trial *t) {
  nn_vector_free(t->params);
  nn_vector_free(t->grads);
  nn_optimizer_free(&t->optimizer);
  nn_batches_free(&t->batches);
  nn_pass_free(&t->pass);
}

/* The next batch, of an epoch without end. */
static nn_batch next_batch(trial *t) {
  size_t count = t->batches.data->count;
  if (t->next == 0) nn_rng_shuffle(&t->rng, t->batches.order, count);
  nn_batch batch = nn_batches_at(&t->batches, t->next);
  t->next = (t->next + batch.count) % count;
  return batch;
}

/* A step at this rate. Returns the loss before it. */
static nn_real step(trial *t, nn_real rate) {
  nn_batch batch = next_batch(t);
  nn_net_forward(t->net, t->params, batch.x, batch.count, &t->pass);
  nn_real loss = nn_net_loss(t->net, &t->pass, t->loss, batch.t);
  nn_net_backward(t->net, t->params, &t->pass, t->grads);
  t->optimizer.options.learning_rate = rate;
  nn_optimizer_step(&t->optimizer, t->params, t->grads);
  return loss;
}

/* ---- the test --------------------------------------------------------*/

static const nn_real kept = (nn_real)0.9; /* of the mean, at each step */

/* Steps at rising rates, until the smoothed loss explodes. */
static void test_rates(trial *t, const nn_rate_finder_options *options,
                       nn_rate_finding *f) {
  nn_real span = nn_log(options->high / options->low);
  nn_real mean = 0, power = 1, lowest = (nn_real)INFINITY;
  for (size_t k = 0; k < options->steps; k++) {
    nn_real part = (nn_real)k / (nn_real)(options->steps - 1);
    nn_real rate = options->low * nn_exp(part * span);
    nn_real loss = step(t, rate);
    power *= kept;
    mean = kept * mean + (1 - kept) * loss;
    nn_real smoothed = mean / (1 - power);
    if (!(smoothed <= 4 * lowest) || !isfinite(smoothed)) return;

    f->rate[k] = rate;
    f->loss[k] = loss;
    f->smoothed[k] = smoothed;
    f->count = k + 1;
    if (k < options->steps / 10 || smoothed >= lowest) continue;
    lowest = smoothed;
    f->suggested = rate / 10;
  }
}

static void check(const char *function, const nn_net *net,
                  const nn_dataset *data,
                  const nn_rate_finder_options *options,
                  const nn_rng *rng) {
  nn_require_shapes(function, net, data, "data");
  if (!rng)
    nn_refuse(function, "rng is NULL, but the examples are to be "
                        "shuffled: pass a generator");
  if (!(0 < options->low && options->low < options->high &&
        isfinite(options->high)))
    nn_refuse(function,
              "rates from %g to %g: low must be above 0, and high above "
              "low",
              (double)options->low, (double)options->high);
  if (options->steps < 2)
    nn_refuse(function, "steps is %zu: at least 2 are needed",
              options->steps);
}

nn_rate_finding nn_find_rate(const nn_net *net, const nn_real *params,
                             nn_optimizer_options rule,
                             const nn_dataset *data,
                             nn_rate_finder_options options,
                             const nn_rng *rng) {
  if (options.steps == 0) options.steps = 100;
  if (options.low == 0 && options.high == 0) {
    options.low = (nn_real)1e-7;
    options.high = 10;
  }
  check(__func__, net, data, &options, rng);
  rule.schedule = (nn_schedule){.kind = NN_CONSTANT_RATE};
  trial t = {.net = net,
             .loss = options.loss,
             .params = nn_net_vector(net),
             .grads = nn_net_vector(net),
             .optimizer = nn_optimizer_new(rule, net->params),
             .rng = *rng,
             .batches = nn_batches_new(data, options.batch, false)};
  t.pass = nn_pass_new(net, t.batches.size);
  t.pass.rng = &t.rng;
  memcpy(t.params, params, net->params * sizeof *params);
  nn_rate_finding finding = {.rate = nn_vector_new(options.steps),
                             .loss = nn_vector_new(options.steps),
                             .smoothed = nn_vector_new(options.steps)};
  test_rates(&t, &options, &finding);
  end(&t);
  return finding;
}

void nn_rate_finding_free(nn_rate_finding *finding) {
  nn_vector_free(finding->rate);
  nn_vector_free(finding->loss);
  nn_vector_free(finding->smoothed);
  *finding = (nn_rate_finding){0};
}
