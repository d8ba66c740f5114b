#include <nn/activation.h>

#include "check.h"

static nn_real activated(nn_activation activation, double z) {
  nn_real x = (nn_real)z, a;
  nn_activate(activation, 1, &x, &a);
  return a;
}

static void known_values(void **state) {
  (void)state;
  const double exact = IN_FLOAT_OR(2e-7, 4e-16);
  assert_near(activated(NN_IDENTITY, -1.5), -1.5, 0);
  assert_near(activated(NN_STEP, 0.1), 1, 0);
  assert_near(activated(NN_STEP, 0), 0, 0);
  assert_near(activated(NN_SIGMOID, 0), 0.5, 0);
  assert_near(activated(NN_SIGMOID, 2), 1 / (1 + exp(-2)), exact);
  assert_near(activated(NN_TANH, 0.5), tanh(0.5), exact);
  assert_near(activated(NN_TANH, -0.5), -tanh(0.5), exact);
  assert_near(activated(NN_RELU, 3), 3, 0);
  assert_near(activated(NN_RELU, -3), 0, 0);
  assert_near(activated(NN_LEAKY_RELU, -3), -0.03, exact);
  assert_near(activated(NN_SOFTPLUS, 0), log(2), exact);
  assert_near(activated(NN_SOFTPLUS, 3), log1p(exp(3)), 4 * exact);
}

/* Where e^z alone would be infinite, or nothing. */
static void far_from_zero(void **state) {
  (void)state;
  assert_near(activated(NN_SIGMOID, 10000), 1, 0);
  assert_near(activated(NN_SIGMOID, -10000), 0, 0);
  assert_near(activated(NN_TANH, 10000), 1, 0);
  assert_near(activated(NN_TANH, -10000), -1, 0);
  assert_near(activated(NN_SOFTPLUS, 10000), 10000, 0);
  assert_near(activated(NN_SOFTPLUS, -10000), 0, 0);
  nn_real z[] = {10000, -10000, 10000}, a[3];
  nn_activate(NN_SOFTMAX, 3, z, a);
  assert_near(a[0], 0.5, 0);
  assert_near(a[1], 0, 0);
  assert_near(a[2], 0.5, 0);
}

/* tanh and softplus keep the digits of small results. */
static void close_to_zero(void **state) {
  (void)state;
  const double tiny = 1e-6, relative = IN_FLOAT_OR(3e-7, 1e-15);
  double z = (double)(nn_real)tiny;
  assert_near((double)activated(NN_TANH, z) / tanh(z), 1, relative);
  double w = (double)(nn_real)-14.3;
  assert_near((double)activated(NN_SOFTPLUS, w) / log1p(exp(w)), 1,
              relative);
}

/* Whatever the width of a layer, and wherever in it: some of its neurons
 * are computed in vectors, some one by one. Its neighbours stay what they
 * are, but for softmax, where they share a sum. */
static void not_a_number_stays_one(void **state) {
  (void)state;
  enum { WIDEST = 40 };
  for (int f = 0; f < NN_ACTIVATIONS; f++)
    for (size_t n = 1; n <= WIDEST; n++)
      for (size_t i = 0; i < n; i++) {
        nn_real z[WIDEST] = {0}, a[WIDEST];
        z[i] = (nn_real)NAN;
        nn_activate((nn_activation)f, n, z, a);
        for (size_t j = 0; j < n; j++)
          assert_int_equal(isnan(a[j]) != 0, j == i || f == NN_SOFTMAX);
      }
}

static void softmax_is_a_distribution(void **state) {
  (void)state;
  nn_real z[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, a[11], sum = 0;
  nn_activate(NN_SOFTMAX, 11, z, a);
  for (int i = 0; i < 11; i++) sum += a[i];
  assert_near(sum, 1, IN_FLOAT_OR(1e-6, 1e-15));
  for (int i = 1; i < 11; i++)
    assert_near(a[i] / a[i - 1], exp(1), IN_FLOAT_OR(1e-5, 1e-13));
}

/* f'(z) against a centred difference; long arrays, so that whole vectors
 * and what is left over of them are both seen. */
static void slopes_are_slopes(void **state) {
  (void)state;
  enum { N = 37 };
  const double h = IN_FLOAT_OR(1e-2, 1e-5);
  for (int f = 0; f < NN_SOFTMAX; f++) {
    if (f == NN_STEP) continue;
    nn_activation activation = (nn_activation)f;
    nn_real z[N], a[N], slope[N];
    for (int i = 0; i < N; i++) {
      z[i] = (nn_real)(0.17 * i - 3.1);
      slope[i] = 2;
    }
    nn_activate(activation, N, z, a);
    nn_activation_backward(activation, N, z, a, slope);
    for (int i = 0; i < N; i++) {
      double up = (double)activated(activation, (double)z[i] + h);
      double down = (double)activated(activation, (double)z[i] - h);
      assert_near(slope[i], 2 * (up - down) / (2 * h),
                  IN_FLOAT_OR(1e-4, 1e-9));
    }
  }
}

static void works_in_place(void **state) {
  (void)state;
  for (int f = 0; f < NN_ACTIVATIONS; f++) {
    nn_real z[] = {-2, -1, 0, 1, 2}, a[5];
    nn_activate((nn_activation)f, 5, z, a);
    nn_activate((nn_activation)f, 5, z, z);
    assert_memory_equal(a, z, sizeof a);
  }
}

static void names(void **state) {
  (void)state;
  for (int f = 0; f < NN_ACTIVATIONS; f++) {
    nn_activation found = NN_ACTIVATIONS;
    const char *name = nn_activation_name((nn_activation)f);
    assert_true(nn_activation_named(name, &found));
    assert_int_equal(found, f);
  }
  nn_activation untouched = NN_TANH;
  assert_false(nn_activation_named("sigmoids", &untouched));
  assert_int_equal(untouched, NN_TANH);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_values),
      cmocka_unit_test(far_from_zero),
      cmocka_unit_test(close_to_zero),
      cmocka_unit_test(not_a_number_stays_one),
      cmocka_unit_test(softmax_is_a_distribution),
      cmocka_unit_test(slopes_are_slopes),
      cmocka_unit_test(works_in_place),
      cmocka_unit_test(names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
