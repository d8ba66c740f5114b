#include <nn/loss.h>

#include "check.h"

#include <string.h>

#define EXACT IN_FLOAT_OR(1e-6, 1e-14)

static void known_values(void **state) {
  (void)state;
  const nn_real y[] = {1, 4, (nn_real)-0.5}, t[] = {3, 4, 0};
  assert_near(nn_loss_value(NN_QUADRATIC, 3, y, t), 2.125, 0);
  assert_near(nn_loss_value(NN_ABSOLUTE, 3, y, t), 2.5, 0);
  assert_near(nn_loss_value(NN_HUBER, 3, y, t), 1.5 + 0.125, 0);

  const nn_real z[] = {2, -1}, bits[] = {1, 0};
  double expected = log1p(exp(-2)) + log1p(exp(-1));
  assert_near(nn_loss_value(NN_BINARY_CROSS_ENTROPY, 2, z, bits), expected,
              EXACT);
  expected = log(exp(2) + exp(-1)) - 2;
  assert_near(nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 2, z, bits), expected,
              EXACT);
}

/* Ten classes, none preferred: ln 10. */
static void ignorance_costs_ln_10(void **state) {
  (void)state;
  const nn_real z[10] = {0}, t[10] = {[3] = 1};
  assert_near(nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 10, z, t), log(10),
              EXACT);
}

/* At +-10,000 a probability is 0 or 1 to the last bit, but its logarithm
 * is not lost. */
static void logits_may_be_large(void **state) {
  (void)state;
  const nn_real z[] = {10000, -10000}, right[] = {1, 0}, wrong[] = {0, 1};
  nn_real gradient[2];
  for (int l = NN_BINARY_CROSS_ENTROPY; l < NN_LOSSES; l++) {
    nn_loss loss = (nn_loss)l;
    assert_near(nn_loss_value(loss, 2, z, right), 0, 0);
    assert_near(nn_loss_value(loss, 2, z, wrong), 20000, 0);
    nn_loss_gradient(loss, 2, z, right, gradient);
    assert_near(gradient[0], 0, 0);
    assert_near(gradient[1], 0, 0);
    nn_loss_gradient(loss, 2, z, wrong, gradient);
    assert_near(gradient[0], 1, 0);
    assert_near(gradient[1], -1, 0);
  }
}

static void gradients_are_slopes(void **state) {
  (void)state;
  const double h = IN_FLOAT_OR(1e-2, 1e-5);
  for (int l = 0; l < NN_LOSSES; l++) {
    nn_real y[] = {(nn_real)0.3, (nn_real)-1.7, (nn_real)2.4};
    const nn_real t[] = {(nn_real)0.2, (nn_real)0.7, (nn_real)0.1};
    nn_real gradient[3];
    nn_loss_gradient((nn_loss)l, 3, y, t, gradient);
    for (int i = 0; i < 3; i++) {
      nn_real kept = y[i];
      y[i] = kept + (nn_real)h;
      double up = (double)nn_loss_value((nn_loss)l, 3, y, t);
      y[i] = kept - (nn_real)h;
      double down = (double)nn_loss_value((nn_loss)l, 3, y, t);
      y[i] = kept;
      assert_near(gradient[i], (up - down) / (2 * h),
                  IN_FLOAT_OR(1e-3, 1e-9));
    }
  }
}

static void no_error_no_slope(void **state) {
  (void)state;
  const nn_real y = (nn_real)0.4;
  for (int l = 0; l <= NN_HUBER; l++) {
    nn_real gradient = 7;
    nn_loss_gradient((nn_loss)l, 1, &y, &y, &gradient);
    assert_near(gradient, 0, 0);
    assert_near(nn_loss_value((nn_loss)l, 1, &y, &y), 0, 0);
  }
}

static void which_losses_suit(void **state) {
  (void)state;
  assert_true(nn_loss_suits(NN_BINARY_CROSS_ENTROPY, NN_SIGMOID));
  assert_true(nn_loss_suits(NN_BINARY_CROSS_ENTROPY, NN_IDENTITY));
  assert_false(nn_loss_suits(NN_BINARY_CROSS_ENTROPY, NN_SOFTMAX));
  assert_true(nn_loss_suits(NN_SOFTMAX_CROSS_ENTROPY, NN_SOFTMAX));
  assert_false(nn_loss_suits(NN_SOFTMAX_CROSS_ENTROPY, NN_TANH));
  assert_true(nn_loss_suits(NN_QUADRATIC, NN_SOFTMAX));
  for (int l = 0; l < NN_LOSSES; l++) {
    bool entropy = strstr(nn_loss_name((nn_loss)l), "entropy") != NULL;
    assert_int_equal(nn_loss_reads_logits((nn_loss)l), entropy);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_values),
      cmocka_unit_test(ignorance_costs_ln_10),
      cmocka_unit_test(logits_may_be_large),
      cmocka_unit_test(gradients_are_slopes),
      cmocka_unit_test(no_error_no_slope),
      cmocka_unit_test(which_losses_suit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
