#include <nn/optimizer.h>

#include "check.h"

#define EXACT IN_FLOAT_OR(1e-6, 1e-13)

/* Where `steps` steps from w lead under gradients g[0], g[1], ... */
static double walk(nn_optimizer_options options, double w, const double *g,
                   size_t steps) {
  nn_optimizer optimizer = nn_optimizer_new(options, 1);
  nn_real weight = (nn_real)w;
  for (size_t k = 0; k < steps; k++) {
    nn_real slope = (nn_real)g[k];
    nn_optimizer_step(&optimizer, &weight, &slope);
  }
  nn_optimizer_free(&optimizer);
  return (double)weight;
}

static nn_real real(double x) {
  return (nn_real)x;
}

/* ---- known values ----------------------------------------------------*/

static void two_steps_by_hand(void **state) {
  (void)state;
  const double g[] = {2, -1};
  /* v: -0.2, then -0.18 + 0.1 = -0.08 */
  assert_near(walk(nn_gradient_descent(real(0.1)), 1, g, 2), 0.9, EXACT);
  assert_near(walk(nn_momentum(real(0.1), real(0.9)), 1, g, 2), 0.72,
              EXACT);
  /* w: 1 - 0.38, then + 0.9 * -0.08 + 0.1 */
  assert_near(walk(nn_nesterov(real(0.1), real(0.9)), 1, g, 2), 0.648,
              EXACT);
  /* s: 4, then 5 */
  assert_near(walk(nn_adagrad(real(0.1)), 1, g, 2), 0.9 + 0.1 / sqrt(5),
              EXACT + 1e-8);
}

/* From s = 0: eta / sqrt(1 - rho), whatever the gradient's size. */
static void first_step_of_rmsprop(void **state) {
  (void)state;
  for (double g = 1e-3; g < 1e4; g *= 10) {
    double w = walk(nn_rmsprop(real(0.01), real(0.9)), 0, &g, 1);
    assert_near(w / 0.01, -sqrt(10), 1e-3 * 1e-2 / g + EXACT * 10);
  }
}

/* Its correction makes Adam's first step eta. */
static void first_step_of_adam(void **state) {
  (void)state;
  for (double g = 1e-2; g < 1e4; g *= 10) {
    double w = walk(nn_adam(real(0.01)), 0, &g, 1);
    assert_near(w / 0.01, -1, IN_FLOAT_OR(1e-4, 2e-6));
  }
}

/* Under equal gradients every step is eta, since both means are right
 * from the start. */
static void adam_under_equal_gradients(void **state) {
  (void)state;
  double g[50];
  for (int k = 0; k < 50; k++) g[k] = 3;
  assert_near(walk(nn_adam(real(0.01)), 0, g, 50), -0.5,
              IN_FLOAT_OR(1e-4, 1e-8));
}

/* Nine gradients of +0.1, then one of -0.9, again and again: descent
 * stays where it is, RMSprop with rho = 0.9 drifts 0.68 eta a cycle
 * (Hinton's lecture 6 tells it of rprop). */
static void nine_against_one(void **state) {
  (void)state;
  enum { CYCLES = 100 };
  double g[CYCLES * 10];
  for (int k = 0; k < CYCLES * 10; k++) g[k] = k % 10 == 9 ? -0.9 : 0.1;
  double still = walk(nn_gradient_descent(1), 0, g, CYCLES * 10);
  assert_near(still, 0, IN_FLOAT_OR(1e-4, 1e-10));
  nn_optimizer_options rmsprop = nn_rmsprop(1, real(0.9));
  double drift = walk(rmsprop, 0, g, CYCLES * 10) -
                 walk(rmsprop, 0, g, (CYCLES - 1) * 10);
  assert_near(drift, -0.68, 0.005);
}

/* ---- rates -----------------------------------------------------------*/

/* By how much a step shrinks the distance to the minimum of the bowl
 * 1/2 (w_1^2 + kappa w_2^2), after many steps. */
static double shrinkage(nn_optimizer_options options, double kappa) {
  enum { BEFORE = 200, STEPS = 400 };
  nn_optimizer optimizer = nn_optimizer_new(options, 2);
  nn_real w[2] = {1, 1};
  double at_first = 0;
  for (int k = 0; k < STEPS; k++) {
    if (k == BEFORE) at_first = hypot((double)w[0], (double)w[1]);
    nn_real g[2] = {w[0], (nn_real)kappa * w[1]};
    nn_optimizer_step(&optimizer, w, g);
  }
  nn_optimizer_free(&optimizer);
  double at_last = hypot((double)w[0], (double)w[1]);
  return pow(at_last / at_first, 1.0 / (STEPS - BEFORE));
}

static void descent_shrinks_as_theory_says(void **state) {
  (void)state;
  double best = shrinkage(nn_gradient_descent(real(2.0 / 101)), 100);
  assert_near(best, 99.0 / 101, IN_FLOAT_OR(1e-4, 1e-12));
  double cautious = shrinkage(nn_gradient_descent(real(1.0 / 100)), 100);
  assert_near(cautious, 0.99, IN_FLOAT_OR(1e-4, 1e-12));
}

static void descent_diverges_beyond_two_over_l(void **state) {
  (void)state;
  assert_true(shrinkage(nn_gradient_descent(real(1.99 / 100)), 100) < 1);
  assert_true(shrinkage(nn_gradient_descent(real(2.01 / 100)), 100) > 1);
}

/* Polyak's constants: the rate is sqrt(beta) = (10 - 1) / (10 + 1). */
static void momentum_shrinks_as_theory_says(void **state) {
  (void)state;
  double eta = 4 / (11.0 * 11.0), beta = 81.0 / 121;
  double rate = shrinkage(nn_momentum(real(eta), real(beta)), 100);
  assert_near(rate, 9.0 / 11, 0.02);
  assert_true(shrinkage(nn_momentum(real(0.0339), real(0.7)), 100) < 1);
  assert_true(shrinkage(nn_momentum(real(0.0341), real(0.7)), 100) > 1);
}

/* With eta = 1/L and its own beta: at most 1 - 1/sqrt(kappa). */
static void nesterov_shrinks_as_theory_says(void **state) {
  (void)state;
  double rate = shrinkage(nn_nesterov(real(0.01), real(9.0 / 11)), 100);
  assert_true(rate < 0.905);
  assert_true(rate > 0.88);
}

static void terminal_speed(void **state) {
  (void)state;
  double g[2000];
  for (int k = 0; k < 2000; k++) g[k] = 1;
  for (int rule = 0; rule < 2; rule++) {
    nn_optimizer_options options =
        rule ? nn_nesterov(1, real(0.9)) : nn_momentum(1, real(0.9));
    double step = walk(options, 0, g, 1001) - walk(options, 0, g, 1000);
    assert_near(step, -10, IN_FLOAT_OR(1e-2, 1e-9));
  }
}

/* ---- options ---------------------------------------------------------*/

/* Decay alone shrinks a weight by 1 - eta decay each step. */
static void weight_decay(void **state) {
  (void)state;
  const double none[10] = {0};
  nn_optimizer_options options = nn_gradient_descent(real(0.1));
  options.weight_decay = real(0.5);
  assert_near(walk(options, 2, none, 10), 2 * pow(0.95, 10), EXACT);
}

/* Every rule finds the minimum of 1/2 (w - 1)^2 + 1/2 0.5 w^2: 2/3. */
static void weight_decay_moves_the_minimum(void **state) {
  (void)state;
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(real(0.1)),    nn_momentum(real(0.1), real(0.5)),
      nn_nesterov(real(0.1), real(0.5)), nn_adagrad(real(0.5)),
      nn_rmsprop(real(0.01), real(0.9)), nn_adam(real(0.01))};
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    nn_optimizer_options options = rules[r];
    options.weight_decay = real(0.5);
    nn_optimizer optimizer = nn_optimizer_new(options, 1);
    nn_real w = 0;
    for (int k = 0; k < 3000; k++) {
      nn_real g = w - 1;
      nn_optimizer_step(&optimizer, &w, &g);
    }
    nn_optimizer_free(&optimizer);
    assert_near(w, 2.0 / 3, 0.006);
  }
}

/* w = .95, then less eta; the last from the formula in the manual of
 * torch.optim.AdamW. */
static void three_steps_of_adamw(void **state) {
  (void)state;
  const double g[] = {2, -1, .5};
  nn_optimizer_options options = nn_adamw(real(.1), real(.5));
  assert_near(walk(options, 1, g, 1), .85, IN_FLOAT_OR(1e-6, 1e-8));
  assert_near(walk(options, 1, g, 3), .707780067280071, EXACT);
}

/* Decay alone shrinks by 1 - eta decay, a schedule as well; Adam, which
 * scales all slopes to one size, takes steps of eta. */
static void decay_of_adamw_is_decoupled(void **state) {
  (void)state;
  const double none[10] = {0};
  nn_optimizer_options options = nn_adamw(real(.1), real(.5));
  assert_near(walk(options, 2, none, 10), 2 * pow(.95, 10), EXACT);
  options.schedule = (nn_schedule){.kind = NN_INVERSE_TIME, .span = 1};
  assert_near(walk(options, 2, none, 2), 2 * .95 * .975, EXACT);
  options = nn_adam(real(.1));
  options.weight_decay = real(.5);
  assert_near(walk(options, 2, none, 1), 1.9, IN_FLOAT_OR(1e-6, 1e-8));
}

/* ---- clipping --------------------------------------------------------*/

/* One step of gradient descent at rate 1, from 0. */
static void step_clipped(double clip_norm, double decay, const nn_real *g,
                         size_t count, nn_real *w) {
  nn_optimizer_options options = nn_gradient_descent(1);
  options.clip_norm = real(clip_norm);
  options.weight_decay = real(decay);
  nn_optimizer optimizer = nn_optimizer_new(options, count);
  nn_optimizer_step(&optimizer, w, g);
  nn_optimizer_free(&optimizer);
}

static void long_gradients_are_clipped(void **state) {
  (void)state;
  const nn_real g[] = {3, -4};
  for (double clip = 1; clip < 8; clip++) {
    nn_real w[2] = {0};
    double scale = clip < 5 ? clip / 5 : 1;
    step_clipped(clip, 0, g, 2, w);
    assert_near(w[0], -3 * scale, EXACT);
    assert_near(w[1], 4 * scale, EXACT);
  }
}

/* A float's square would be infinite. */
static void the_norm_is_of_all_numbers(void **state) {
  (void)state;
  for (size_t count = 1; count < 40; count++) {
    nn_real w[40] = {0}, g[40];
    double squares = 0;
    for (size_t i = 0; i < count; i++) {
      g[i] = real((double)(i + 1) * 1e30);
      squares += (double)((i + 1) * (i + 1));
    }
    step_clipped(2, 0, g, count, w);
    for (size_t i = 0; i < count; i++)
      assert_near(w[i], -2 * (double)(i + 1) / sqrt(squares), EXACT);
  }
}

static void decay_is_not_clipped(void **state) {
  (void)state;
  const nn_real g = 10;
  nn_real w = 4;
  step_clipped(1, .5, &g, 1, &w);
  assert_near(w, 4 - (1 + .5 * 4), 0);
}

/* Adam's first step is eta however long g is, but from then on m and s
 * remember what was left of it. */
static void every_rule_gets_the_clipped_gradient(void **state) {
  (void)state;
  const double g[] = {8, .5}, clipped[] = {1, .5};
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(real(.1)),   nn_momentum(real(.1), real(.5)),
      nn_nesterov(real(.1), real(.5)), nn_adagrad(real(.5)),
      nn_rmsprop(real(.1), real(.9)),  nn_adam(real(.1)),
      nn_adamw(real(.1), real(.1))};
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    nn_optimizer_options options = rules[r];
    double expected = walk(options, 1, clipped, 2);
    assert_true(fabs(walk(options, 1, g, 2) - expected) > 1e-3);
    options.clip_norm = 1;
    assert_near(walk(options, 1, g, 2), expected, 0);
  }
}

/* ---- biases ----------------------------------------------------------*/

static bool is_bias(const nn_net *net, size_t i) {
  for (size_t l = 0; l < net->depth; l++) {
    const nn_layer *layer = &net->layer[l];
    if (layer->biases <= i && i < layer->biases + layer->outputs)
      return true;
  }
  return false;
}

static void biases_may_be_spared(void **state) {
  (void)state;
  enum { STEPS = 5 };
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 3, NN_TANH);
  nn_net_add(&net, 1, NN_TANH);
  nn_net_add(&net, 3, NN_TANH);
  nn_net_add_skips(&net);
  assert_int_equal(net.params, 25);
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(real(.1)),   nn_momentum(real(.1), real(.5)),
      nn_nesterov(real(.1), real(.5)), nn_adagrad(real(.5)),
      nn_rmsprop(real(.1), real(.9)),  nn_adam(real(.1)),
      nn_adamw(real(.1), real(.5))};
  const double g[STEPS] = {2, -1, .5, 0, 1};
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    nn_optimizer_options decaying = rules[r], not_decaying = rules[r];
    decaying.weight_decay = real(.5);
    not_decaying.weight_decay = 0;
    nn_optimizer optimizer = nn_optimizer_new(decaying, net.params);
    nn_optimizer_spare_biases(&optimizer, &net);
    nn_real w[25], slopes[25];
    for (size_t i = 0; i < 25; i++) w[i] = 2;
    for (size_t k = 0; k < STEPS; k++) {
      for (size_t i = 0; i < 25; i++) slopes[i] = real(g[k]);
      nn_optimizer_step(&optimizer, w, slopes);
    }
    assert_int_equal(optimizer.steps, STEPS);
    for (size_t i = 0; i < 25; i++) {
      nn_optimizer_options rule =
          is_bias(&net, i) ? not_decaying : decaying;
      assert_near(w[i], walk(rule, 2, g, STEPS), 0);
    }
    nn_optimizer_free(&optimizer);
  }
  nn_net_free(&net);
}

/* ---- schedules -------------------------------------------------------*/

static void a_schedule_may_be_in_epochs(void **state) {
  (void)state;
  nn_optimizer_options options = nn_gradient_descent(1);
  options.schedule = (nn_schedule){.kind = NN_STEP_DECAY,
                                   .span = 2,
                                   .factor = real(.5),
                                   .in_epochs = true};
  nn_optimizer optimizer = nn_optimizer_new(options, 1);
  optimizer.steps_per_epoch = 3;
  nn_real w = 0, g = 1;
  for (int k = 0; k < 14; k++) {
    assert_near(nn_optimizer_rate(&optimizer), pow(.5, k / 6), 0);
    nn_optimizer_step(&optimizer, &w, &g);
  }
  nn_optimizer_free(&optimizer);
}

static void the_schedule_is_followed(void **state) {
  (void)state;
  nn_optimizer_options options = nn_gradient_descent(1);
  options.schedule = (nn_schedule){.kind = NN_INVERSE_TIME, .span = 1};
  const double g[] = {1, 1, 1};
  assert_near(walk(options, 0, g, 3), -(1 + 0.5 + 1.0 / 3), EXACT);
}

/* Runs more weights than one, each by itself. */
static void weights_do_not_meet(void **state) {
  (void)state;
  enum { COUNT = 37, STEPS = 20 };
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(real(0.1)),    nn_momentum(real(0.1), real(0.5)),
      nn_nesterov(real(0.1), real(0.5)), nn_adagrad(real(0.5)),
      nn_rmsprop(real(0.01), real(0.9)), nn_adam(real(0.01))};
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    nn_optimizer optimizer = nn_optimizer_new(rules[r], COUNT);
    nn_real w[COUNT] = {0}, g[COUNT];
    double slopes[COUNT][STEPS];
    for (int k = 0; k < STEPS; k++) {
      for (int i = 0; i < COUNT; i++) {
        slopes[i][k] = (double)(nn_real)sin(i + 2.0 * k);
        g[i] = (nn_real)slopes[i][k];
      }
      nn_optimizer_step(&optimizer, w, g);
    }
    for (int i = 0; i < COUNT; i++)
      assert_near(w[i], walk(rules[r], 0, slopes[i], STEPS), 0);
    nn_optimizer_free(&optimizer);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_steps_by_hand),
      cmocka_unit_test(first_step_of_rmsprop),
      cmocka_unit_test(first_step_of_adam),
      cmocka_unit_test(adam_under_equal_gradients),
      cmocka_unit_test(nine_against_one),
      cmocka_unit_test(descent_shrinks_as_theory_says),
      cmocka_unit_test(descent_diverges_beyond_two_over_l),
      cmocka_unit_test(momentum_shrinks_as_theory_says),
      cmocka_unit_test(nesterov_shrinks_as_theory_says),
      cmocka_unit_test(terminal_speed),
      cmocka_unit_test(weight_decay),
      cmocka_unit_test(weight_decay_moves_the_minimum),
      cmocka_unit_test(three_steps_of_adamw),
      cmocka_unit_test(decay_of_adamw_is_decoupled),
      cmocka_unit_test(long_gradients_are_clipped),
      cmocka_unit_test(the_norm_is_of_all_numbers),
      cmocka_unit_test(decay_is_not_clipped),
      cmocka_unit_test(every_rule_gets_the_clipped_gradient),
      cmocka_unit_test(biases_may_be_spared),
      cmocka_unit_test(a_schedule_may_be_in_epochs),
      cmocka_unit_test(the_schedule_is_followed),
      cmocka_unit_test(weights_do_not_meet),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
