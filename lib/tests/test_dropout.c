#include <nn/gradcheck.h>
#include <nn/train.h>
#include <nn/vector.h>

#include "check.h"

#include <string.h>

enum { BATCH = 5, INPUTS = 3, OUTPUTS = 2 };

/* A 3-7-6-2 network, the hidden layers of which have this dropout. */
typedef struct {
  nn_net net;
  nn_real *params, *grads;
  nn_pass pass;
  nn_real x[BATCH * INPUTS], t[BATCH * OUTPUTS];
} setting;

static setting new_setting(double first, double second) {
  nn_rng rng = nn_rng_seeded(1);
  setting s = {.net = nn_net_new(INPUTS)};
  nn_net_add(&s.net, 7, NN_TANH);
  nn_net_add_dropout(&s.net, (nn_real)first);
  nn_net_add(&s.net, 6, NN_SIGMOID);
  nn_net_add_dropout(&s.net, (nn_real)second);
  nn_net_add(&s.net, OUTPUTS, NN_IDENTITY);
  nn_net_add_skips(&s.net);
  s.params = nn_net_vector(&s.net);
  s.grads = nn_net_vector(&s.net);
  s.pass = nn_pass_new(&s.net, BATCH);
  nn_net_init(&s.net, s.params, NN_UNIFORM, 1, &rng);
  for (size_t i = 0; i < BATCH * INPUTS; i++) s.x[i] = nn_rng_normal(&rng);
  for (size_t i = 0; i < BATCH * OUTPUTS; i++) s.t[i] = nn_rng_normal(&rng);
  return s;
}

static void free_setting(setting *s) {
  nn_pass_free(&s->pass);
  nn_vector_free(s->params);
  nn_vector_free(s->grads);
  nn_net_free(&s->net);
}

/* The loss under the mask that this seed draws. */
static nn_real loss_of(setting *s, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  s->pass.rng = &rng;
  nn_net_forward(&s->net, s->params, s->x, BATCH, &s->pass);
  return nn_net_loss(&s->net, &s->pass, NN_QUADRATIC, s->t);
}

static bool equal(const nn_real *x, const nn_real *y, size_t count) {
  return memcmp(x, y, count * sizeof *x) == 0;
}

/* ---- forward ---------------------------------------------------------*/

/* The uniform numbers of the generator, one for each output, in order. */
static void masks_are_drawn_in_order(void **state) {
  (void)state;
  setting s = new_setting(.3, .5);
  loss_of(&s, 9);
  nn_rng rng = nn_rng_seeded(9);
  for (size_t l = 0; l < 2; l++) {
    nn_real p = (nn_real)(l ? .5 : .3);
    for (size_t i = 0; i < BATCH * s.net.layer[l].outputs; i++) {
      nn_real m = nn_rng_uniform(&rng) < p ? 0 : 1 / (1 - p);
      assert_near(s.pass.mask[l][i], m, 0);
      assert_near(s.pass.dropped[l][i], s.pass.a[l][i] * m, 0);
    }
  }
  assert_null(s.pass.mask[2]);
  free_setting(&s);
}

static void evaluation_drops_nothing(void **state) {
  (void)state;
  setting with = new_setting(.3, .5), without = new_setting(0, 0);
  assert_null(without.pass.mask[0]);
  nn_net_forward(&with.net, with.params, with.x, BATCH, &with.pass);
  nn_net_forward(&without.net, with.params, with.x, BATCH, &without.pass);
  const nn_real *y = nn_pass_output(&without.pass);
  assert_true(equal(nn_pass_output(&with.pass), y, BATCH * OUTPUTS));
  loss_of(&with, 9);
  assert_false(equal(nn_pass_output(&with.pass), y, BATCH * OUTPUTS));

  nn_rng rng = nn_rng_seeded(9);
  with.pass.rng = &rng;
  const nn_real *one =
      nn_predict(&with.net, with.params, with.x, &with.pass);
  assert_true(equal(one, y, OUTPUTS));
  assert_ptr_equal(with.pass.rng, &rng);
  free_setting(&with);
  free_setting(&without);
}

/* Over many masks, what the last layer gets is what it gets without. */
static void the_mean_stays(void **state) {
  (void)state;
  enum { TIMES = 20000 };
  setting s = new_setting(0, .4);
  double sum[BATCH * OUTPUTS] = {0};
  nn_net_forward(&s.net, s.params, s.x, BATCH, &s.pass);
  nn_real without[BATCH * OUTPUTS];
  memcpy(without, nn_pass_output(&s.pass), sizeof without);
  for (uint64_t k = 0; k < TIMES; k++) {
    loss_of(&s, k);
    for (size_t i = 0; i < BATCH * OUTPUTS; i++)
      sum[i] += (double)nn_pass_output(&s.pass)[i];
  }
  for (size_t i = 0; i < BATCH * OUTPUTS; i++)
    assert_near(sum[i] / TIMES, without[i], .02);
  free_setting(&s);
}

/* ---- backward --------------------------------------------------------*/

static void assert_slope(setting *s, nn_real *at, nn_real slope) {
  const nn_real h = NN_GRADCHECK_STEP;
  nn_real kept = *at;
  *at = kept + h;
  nn_real above = loss_of(s, 9);
  *at = kept - h;
  nn_real below = loss_of(s, 9);
  *at = kept;
  assert_near((above - below) / (2 * h), slope, IN_FLOAT_OR(3e-3, 1e-8));
}

static void slopes_under_one_mask(void **state) {
  (void)state;
  setting s = new_setting(.3, .5);
  nn_real dx[BATCH * INPUTS];
  loss_of(&s, 9);
  nn_net_backward(&s.net, s.params, &s.pass, s.grads);
  nn_net_input_gradient(&s.net, s.params, &s.pass, dx);
  for (size_t i = 0; i < s.net.params; i++)
    assert_slope(&s, &s.params[i], s.grads[i]);
  for (size_t i = 0; i < BATCH * INPUTS; i++)
    assert_slope(&s, &s.x[i], dx[i]);
  free_setting(&s);
}

static void descends_under_the_mask(void **state) {
  (void)state;
  setting s = new_setting(.3, .5);
  loss_of(&s, 9);
  nn_net_backward(&s.net, s.params, &s.pass, s.grads);
  nn_real *expected = nn_net_vector(&s.net);
  for (size_t i = 0; i < s.net.params; i++)
    expected[i] = s.params[i] - (nn_real).5 * s.grads[i];
  nn_net_descend(&s.net, s.params, &s.pass, (nn_real).5);
  assert_true(equal(s.params, expected, s.net.params));
  nn_vector_free(expected);
  free_setting(&s);
}

/* gradcheck looks at a network without dropout. */
static void gradcheck_drops_nothing(void **state) {
  (void)state;
  setting s = new_setting(.3, .5);
  nn_rng rng = nn_rng_seeded(9);
  nn_net_forward(&s.net, s.params, s.x, BATCH, &s.pass);
  nn_net_loss(&s.net, &s.pass, NN_QUADRATIC, s.t);
  nn_net_backward(&s.net, s.params, &s.pass, s.grads);
  s.pass.rng = &rng;
  nn_gradcheck_result worst =
      nn_gradcheck(&s.net, s.params, s.grads, &s.pass, NN_QUADRATIC, BATCH,
                   s.x, s.t, NN_GRADCHECK_STEP);
  assert_true((double)worst.error <= IN_FLOAT_OR(3e-2, 1e-7));
  assert_ptr_equal(s.pass.rng, &rng);
  free_setting(&s);
}

/* ---- training --------------------------------------------------------*/

static void trained(double p, nn_real *params, nn_training *training) {
  nn_rng rng = nn_rng_seeded(2);
  nn_dataset data = nn_dataset_moons(&rng, 40, (nn_real).1);
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 8, NN_TANH);
  nn_net_add_dropout(&net, (nn_real)p);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_net_init(&net, params, NN_XAVIER, 1, &rng);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_adam((nn_real).05), net.params);
  nn_train_options options = {.loss = NN_BINARY_CROSS_ENTROPY,
                              .epochs = 60,
                              .batch = 8,
                              .validation = &data};
  *training = nn_train(&net, params, &optimizer, &data, options, &rng);
  nn_optimizer_free(&optimizer);
  nn_net_free(&net);
  nn_dataset_free(&data);
}

static void trains_with_dropout(void **state) {
  (void)state;
  nn_real w[33], again[33], without[33];
  nn_training training, other;
  trained(.25, w, &training);
  trained(.25, again, &other);
  assert_true(equal(w, again, 33));
  assert_true(training.last.validation.accuracy > (nn_real).9);
  /* With neurons missing the loss is higher than with all of them. */
  assert_true((double)training.last.loss >
              1.1 * (double)training.last.validation.loss);
  trained(0, without, &other);
  assert_false(equal(w, without, 33));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(masks_are_drawn_in_order),
      cmocka_unit_test(evaluation_drops_nothing),
      cmocka_unit_test(the_mean_stays),
      cmocka_unit_test(slopes_under_one_mask),
      cmocka_unit_test(descends_under_the_mask),
      cmocka_unit_test(gradcheck_drops_nothing),
      cmocka_unit_test(trains_with_dropout),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
