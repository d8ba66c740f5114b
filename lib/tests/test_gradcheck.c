#include <nn/gradcheck.h>
#include <nn/vector.h>

#include "check.h"

/* A float's difference quotient has three digits, a double's nine. */
#define TOLERANCE IN_FLOAT_OR(3e-2, 1e-7)

static const bool is_float = sizeof(nn_real) == sizeof(float);

enum { BATCH = 7, INPUTS = 4, OUTPUTS = 3 };

typedef struct {
  nn_net net;
  nn_pass pass;
  nn_real *params, *grads, *x, *t;
  nn_loss loss;
} check;

static check new_check(nn_net net, nn_loss loss, nn_rng *rng) {
  check c = {.net = net, .loss = loss};
  c.pass = nn_pass_new(&net, BATCH);
  c.params = nn_net_vector(&net);
  c.grads = nn_net_vector(&net);
  c.x = nn_vector_new(BATCH * net.inputs);
  c.t = nn_vector_new(BATCH * net.outputs);
  nn_net_init(&net, c.params, NN_UNIFORM, (nn_real)0.7, rng);
  for (size_t i = 0; i < BATCH * net.inputs; i++)
    c.x[i] = nn_rng_normal(rng);
  for (size_t r = 0; r < BATCH; r++)
    for (size_t j = 0; j < net.outputs; j++) {
      nn_real *t = c.t + r * net.outputs + j;
      if (loss == NN_SOFTMAX_CROSS_ENTROPY)
        *t = j == r % net.outputs;
      else
        *t = nn_rng_uniform(rng);
    }
  return c;
}

static void free_check(check *c) {
  nn_pass_free(&c->pass);
  nn_vector_free(c->params);
  nn_vector_free(c->grads);
  nn_vector_free(c->x);
  nn_vector_free(c->t);
  nn_net_free(&c->net);
}

/* A difference across a kink is no slope: is any sum within reach of
 * one? So are absolute errors near 0, and Huber's near 1. */
static bool at_a_kink(const check *c) {
  const double near = IN_FLOAT_OR(0.2, 1e-3);
  size_t last = c->net.depth - 1;
  for (size_t l = 0; l <= last; l++) {
    nn_activation f = c->net.layer[l].activation;
    if (f != NN_RELU && f != NN_LEAKY_RELU) continue;
    for (size_t i = 0; i < BATCH * c->net.layer[l].outputs; i++)
      if (fabs((double)c->pass.z[l][i]) < near) return true;
  }
  for (size_t i = 0; i < BATCH * c->net.outputs; i++) {
    double error = fabs((double)(c->pass.a[last][i] - c->t[i]));
    if (c->loss == NN_ABSOLUTE && error < near) return true;
    if (c->loss == NN_HUBER && fabs(error - 1) < near) return true;
  }
  return false;
}

static nn_gradcheck_result run_check(check *c) {
  nn_net_forward(&c->net, c->params, c->x, BATCH, &c->pass);
  nn_net_loss(&c->net, &c->pass, c->loss, c->t);
  nn_net_backward(&c->net, c->params, &c->pass, c->grads);
  return nn_gradcheck(&c->net, c->params, c->grads, &c->pass, c->loss,
                      BATCH, c->x, c->t, NN_GRADCHECK_STEP);
}

/* Draws until no kink is near, and checks. */
static void assert_right(nn_net (*build)(const int *choice),
                         const int *choice, nn_loss loss, nn_rng *rng) {
  for (;;) {
    check c = new_check(build(choice), loss, rng);
    nn_net_forward(&c.net, c.params, c.x, BATCH, &c.pass);
    if (!at_a_kink(&c)) {
      nn_gradcheck_result worst = run_check(&c);
      if (!((double)worst.error <= TOLERANCE))
        fail_msg(
            "%s, hidden %s, out %s: %c of layer %zu [%zu][%zu]: "
            "%g, difference %g",
            nn_loss_name(loss),
            nn_activation_name(c.net.layer[0].activation),
            nn_activation_name(c.net.layer[c.net.depth - 1].activation),
            worst.part, worst.layer, worst.from, worst.to,
            (double)worst.gradient, (double)worst.difference);
      free_check(&c);
      return;
    }
    free_check(&c);
  }
}

/* ---- every activation with every loss --------------------------------*/

static bool has_kink(int activation) {
  return activation == NN_RELU || activation == NN_LEAKY_RELU;
}

/* choice: activation of the hidden layer, of the last layer, skips. In
 * float, whose steps are large, few neurons with kinks can be kept away
 * from them. */
static nn_net build_pair(const int *choice) {
  size_t hidden = is_float && has_kink(choice[0]) ? 1 : 5;
  size_t out = is_float && has_kink(choice[1]) ? 1 : OUTPUTS;
  nn_net net = nn_net_new(INPUTS);
  nn_net_add(&net, hidden, (nn_activation)choice[0]);
  nn_net_add(&net, out, (nn_activation)choice[1]);
  if (choice[2]) nn_net_add_skips(&net);
  return net;
}

static void every_activation_with_every_loss(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(1);
  int checked = 0;
  for (int loss = 0; loss < NN_LOSSES; loss++)
    for (int hidden = 0; hidden < NN_ACTIVATIONS; hidden++)
      for (int out = 0; out < NN_ACTIVATIONS; out++)
        for (int skips = 0; skips < 2; skips++) {
          if (hidden == NN_STEP || out == NN_STEP) continue;
          if (!nn_loss_suits((nn_loss)loss, (nn_activation)out)) continue;
          /* In float the absolute error's kink cannot be kept away. */
          if (is_float && loss == NN_ABSOLUTE) continue;
          if (is_float && has_kink(hidden) && has_kink(out)) continue;
          const int choice[] = {hidden, out, skips};
          assert_right(build_pair, choice, (nn_loss)loss, &rng);
          checked++;
        }
  assert_int_equal(checked, is_float ? 236 : 350);
}

/* ---- random shapes ---------------------------------------------------*/

/* choice: the widths of the layers, 0 for the end. */
static nn_net build_deep(const int *choice) {
  static const nn_activation smooth[] = {NN_TANH, NN_SIGMOID, NN_SOFTPLUS};
  nn_net net = nn_net_new((size_t)choice[0]);
  for (int l = 1; choice[l]; l++)
    nn_net_add(&net, (size_t)choice[l], smooth[l % 3]);
  return net;
}

static void random_shapes(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(2);
  for (int trial = 0; trial < 40; trial++) {
    int widths[6] = {0};
    size_t layers = 2 + nn_rng_below(&rng, 4);
    for (size_t l = 0; l < layers; l++)
      widths[l] = 1 + (int)nn_rng_below(&rng, 21);
    assert_right(build_deep, widths, NN_QUADRATIC, &rng);
  }
}

/* ---- what it finds ---------------------------------------------------*/

static void names_the_worst(void **state) {
  (void)state;
  static const struct {
    size_t index, layer, from, to;
    char part;
  } places[] = {{0, 0, 0, 0, 'W'},  {7, 0, 1, 2, 'W'},  {20, 0, 0, 0, 'b'},
                {24, 0, 0, 4, 'b'}, {25, 1, 0, 0, 'W'}, {39, 1, 4, 2, 'W'},
                {40, 1, 0, 0, 'b'}, {43, 1, 0, 0, 'V'}, {54, 1, 3, 2, 'V'}};
  nn_rng rng = nn_rng_seeded(3);
  const int choice[] = {NN_TANH, NN_SIGMOID, 1};
  check c = new_check(build_pair(choice), NN_QUADRATIC, &rng);
  run_check(&c);
  for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
    nn_real kept = c.grads[places[p].index];
    c.grads[places[p].index] = kept * 2 + 1;
    nn_gradcheck_result worst =
        nn_gradcheck(&c.net, c.params, c.grads, &c.pass, c.loss, BATCH, c.x,
                     c.t, NN_GRADCHECK_STEP);
    c.grads[places[p].index] = kept;
    assert_int_equal(worst.index, places[p].index);
    assert_int_equal(worst.layer, places[p].layer);
    assert_int_equal(worst.part, places[p].part);
    assert_int_equal(worst.from, places[p].from);
    assert_int_equal(worst.to, places[p].to);
    assert_true((double)worst.error > 0.04);
  }
  free_check(&c);
}

static void not_a_number_is_worst(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(4);
  const int choice[] = {NN_TANH, NN_SIGMOID, 0};
  check c = new_check(build_pair(choice), NN_QUADRATIC, &rng);
  run_check(&c);
  c.grads[30] = (nn_real)NAN;
  nn_gradcheck_result worst =
      nn_gradcheck(&c.net, c.params, c.grads, &c.pass, c.loss, BATCH, c.x,
                   c.t, NN_GRADCHECK_STEP);
  assert_int_equal(worst.index, 30);
  assert_true(isnan(worst.error));
  free_check(&c);
}

static void puts_the_weights_back(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(5);
  const int choice[] = {NN_TANH, NN_SOFTMAX, 0};
  check c = new_check(build_pair(choice), NN_SOFTMAX_CROSS_ENTROPY, &rng);
  nn_real before[64];
  for (size_t i = 0; i < c.net.params; i++) before[i] = c.params[i];
  run_check(&c);
  assert_memory_equal(before, c.params, c.net.params * sizeof *before);
  free_check(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_activation_with_every_loss),
      cmocka_unit_test(random_shapes),
      cmocka_unit_test(names_the_worst),
      cmocka_unit_test(not_a_number_is_worst),
      cmocka_unit_test(puts_the_weights_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
