#include <nn/rate_finder.h>
#include <nn/train.h>
#include <nn/vector.h>

#include "child.h"

#include <string.h>

static nn_real real(double x) {
  return (nn_real)x;
}

/* A line through the points (-1, 0) and (1, 0): the loss is (w^2 + b^2) /
 * 2, and a step of descent multiplies both by 1 - eta. */
typedef struct {
  nn_net net;
  nn_real params[2];
  nn_dataset data;
  nn_rng rng;
  nn_rate_finder_options options;
} setting;

static setting new_setting(void) {
  setting s = {.net = nn_net_new(1),
               .params = {3, 4},
               .data = nn_dataset_new(2, 1, 1),
               .rng = nn_rng_seeded(1),
               .options = {.loss = NN_QUADRATIC}};
  nn_net_add(&s.net, 1, NN_IDENTITY);
  s.data.x[0] = -1;
  s.data.x[1] = 1;
  return s;
}

static void free_setting(setting *s) {
  nn_dataset_free(&s->data);
  nn_net_free(&s->net);
}

static nn_rate_finding found(const setting *s) {
  return nn_find_rate(&s->net, s->params, nn_gradient_descent(1), &s->data,
                      s->options, &s->rng);
}

/* ---- known values ----------------------------------------------------*/

static void follows_the_formulas(void **state) {
  (void)state;
  const double within = IN_FLOAT_OR(1e-3, 1e-10);
  setting s = new_setting();
  s.options.low = real(1.5e-3);
  s.options.high = 150;
  s.options.steps = 51;
  nn_rate_finding f = found(&s);
  assert_true(f.count > 35 && f.count < 51);
  double w = 3, b = 4, mean = 0, lowest = HUGE_VAL, at = 0;
  for (size_t k = 0; k < f.count; k++) {
    double rate = 1.5e-3 * pow(10, (double)k / 10);
    double loss = (w * w + b * b) / 2;
    mean = .9 * mean + .1 * loss;
    double smoothed = mean / (1 - pow(.9, (double)(k + 1)));
    assert_near((double)f.rate[k] / rate, 1, within);
    assert_near((double)f.loss[k] / loss, 1, within);
    assert_near((double)f.smoothed[k] / smoothed, 1, within);
    assert_true(smoothed <= 4 * lowest);
    if (k >= 5 && smoothed < lowest) {
      lowest = smoothed;
      at = rate;
    }
    w -= rate * w;
    b -= rate * b;
  }
  assert_near((double)f.suggested / at, .1, within);
  nn_rate_finding_free(&f);
  free_setting(&s);
}

static void leaves_all_as_it_is(void **state) {
  (void)state;
  setting s = new_setting();
  nn_rng before = s.rng;
  nn_rate_finding f = found(&s), again = found(&s);
  assert_near(s.params[0], 3, 0);
  assert_near(s.params[1], 4, 0);
  assert_memory_equal(&s.rng, &before, sizeof before);
  assert_int_equal(f.count, again.count);
  assert_memory_equal(f.loss, again.loss, f.count * sizeof *f.loss);
  nn_rate_finding_free(&f);
  nn_rate_finding_free(&again);
  free_setting(&s);
}

/* By then the loss is so small that it does not explode before a rate of
 * 10. */
static void has_usual_rates(void **state) {
  (void)state;
  setting s = new_setting();
  nn_rate_finding f = found(&s);
  assert_near((double)f.rate[0] / 1e-7, 1, 1e-6);
  assert_near((double)f.rate[1] / (double)f.rate[0], pow(1e8, 1 / 99.0),
              IN_FLOAT_OR(1e-5, 1e-10));
  assert_int_equal(f.count, 100);
  assert_near((double)f.rate[99] / 10, 1, IN_FLOAT_OR(1e-5, 1e-10));
  nn_rate_finding_free(&f);
  free_setting(&s);
}

/* In batches of one, of which one has no loss at first: whichever comes
 * first, as the generator says, the mean is given time. */
static void the_mean_settles(void **state) {
  (void)state;
  setting s = new_setting();
  s.params[0] = s.params[1] = 1; /* y = 0 and 2 */
  s.options.batch = 1;
  size_t zeros = 0;
  for (uint64_t seed = 0; seed < 10; seed++) {
    s.rng = nn_rng_seeded(seed);
    nn_rate_finding f = found(&s);
    assert_true(f.count > 80);
    assert_true((double)f.suggested > 1e-3);
    zeros += f.loss[0] == 0;
    nn_rate_finding_free(&f);
  }
  assert_true(0 < zeros && zeros < 10);
  free_setting(&s);
}

static void first_loss_of_nan(void **state) {
  (void)state;
  setting s = new_setting();
  s.data.x[1] = (nn_real)NAN;
  nn_rate_finding f = found(&s);
  assert_int_equal(f.count, 0);
  assert_near(f.suggested, 0, 0);
  nn_rate_finding_free(&f);
  free_setting(&s);
}

/* ---- in use ----------------------------------------------------------*/

/* With dropout, in batches over several epochs: training at the suggested
 * rate learns, with every rule. */
static void rates_to_train_by(void **state) {
  (void)state;
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(1), nn_momentum(1, real(.9)),
      nn_rmsprop(1, real(.9)), nn_adam(1)};
  nn_rng rng = nn_rng_seeded(2);
  nn_dataset data = nn_dataset_moons(&rng, 200, real(.2));
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 16, NN_TANH);
  nn_net_add_dropout(&net, real(.1));
  nn_net_add(&net, 1, NN_SIGMOID);
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    nn_real *params = nn_net_vector(&net);
    nn_net_init(&net, params, NN_XAVIER, 1, &rng);
    nn_rate_finding f =
        nn_find_rate(&net, params, rules[r], &data,
                     (nn_rate_finder_options){
                         .loss = NN_BINARY_CROSS_ENTROPY, .batch = 16},
                     &rng);
    nn_optimizer_options rule = rules[r];
    rule.learning_rate = f.suggested;
    nn_optimizer optimizer = nn_optimizer_new(rule, net.params);
    nn_train_options options = {.loss = NN_BINARY_CROSS_ENTROPY,
                                .epochs = 100,
                                .batch = 16,
                                .validation = &data};
    nn_training training =
        nn_train(&net, params, &optimizer, &data, options, &rng);
    assert_true((double)training.last.validation.accuracy > .8);
    nn_rate_finding_free(&f);
    nn_optimizer_free(&optimizer);
    nn_vector_free(params);
  }
  nn_net_free(&net);
  nn_dataset_free(&data);
}

/* ---- misuse ----------------------------------------------------------*/

static int find_between(nn_real low, nn_real high, size_t steps,
                        const nn_rng *rng) {
  setting s = new_setting();
  s.options.low = low;
  s.options.high = high;
  s.options.steps = steps;
  nn_find_rate(&s.net, s.params, nn_gradient_descent(1), &s.data, s.options,
               rng);
  return 0;
}

static int find_downwards(int argc, char **argv) {
  (void)argc, (void)argv;
  nn_rng rng = nn_rng_seeded(1);
  return find_between(1, real(.5), 9, &rng);
}

static int find_in_one_step(int argc, char **argv) {
  (void)argc, (void)argv;
  nn_rng rng = nn_rng_seeded(1);
  return find_between(1, 2, 1, &rng);
}

static int find_without_rng(int argc, char **argv) {
  (void)argc, (void)argv;
  return find_between(1, 2, 9, NULL);
}

static void misuse(void **state) {
  (void)state;
  assert_refused(
      find_downwards,
      "nn: nn_find_rate: rates from 1 to 0.5: low must be above 0, and "
      "high above low\n");
  assert_refused(find_in_one_step,
                 "nn: nn_find_rate: steps is 1: at least 2 are needed\n");
  assert_refused(
      find_without_rng,
      "nn: nn_find_rate: rng is NULL, but the examples are to be "
      "shuffled: pass a generator\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(follows_the_formulas),
      cmocka_unit_test(leaves_all_as_it_is),
      cmocka_unit_test(has_usual_rates),
      cmocka_unit_test(the_mean_settles),
      cmocka_unit_test(first_loss_of_nan),
      cmocka_unit_test(rates_to_train_by),
      cmocka_unit_test(misuse),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
