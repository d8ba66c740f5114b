#include <nn/elementary.h>

#include "check.h"

/* What the C library says, to more digits than an nn_real has. */
#ifdef NN_REAL_IS_FLOAT
typedef double precise;
#define PRECISE(function) function
#else
typedef long double precise;
#define PRECISE(function) function##l
#endif

/* The worst error over many points of an interval, in units of the last
 * place of 1. */
static double worst_error(nn_real (*ours)(nn_real),
                          precise (*theirs)(precise), nn_real low,
                          nn_real high) {
  enum { POINTS = 200000 };
  double worst = 0;
  for (int i = 0; i <= POINTS; i++) {
    nn_real x = low + (high - low) * (nn_real)i / (nn_real)POINTS;
    precise wanted = theirs((precise)x);
    if (wanted == 0) continue;
    precise off = ((precise)ours(x) - wanted) / wanted;
    worst = fmax(worst, fabs((double)(off / (precise)NN_REAL_EPSILON)));
  }
  return worst;
}

static void exp_is_exact_to_two_places(void **state) {
  (void)state;
  assert_true(worst_error(nn_exp, PRECISE(exp), -1, 1) < 2);
  assert_true(worst_error(nn_exp, PRECISE(exp), -80, 80) < 2);
}

static void log_is_exact_to_two_places(void **state) {
  (void)state;
  const nn_real tiny = (nn_real)1e-30;
  assert_true(worst_error(nn_log, PRECISE(log), tiny, 1) < 2);
  assert_true(worst_error(nn_log, PRECISE(log), 1, 100000) < 2);
}

static void sin_and_cos_are_exact_to_two_places(void **state) {
  (void)state;
  assert_true(worst_error(nn_sin, PRECISE(sin), -7, 7) < 2);
  assert_true(worst_error(nn_cos, PRECISE(cos), -7, 7) < 2);
  assert_true(worst_error(nn_sin, PRECISE(sin), 0, 100) < 2);
}

static void ends_of_the_range(void **state) {
  (void)state;
  const nn_real infinite = (nn_real)INFINITY;
  assert_true(nn_exp(-10000) == 0);
  assert_true(nn_exp(-infinite) == 0);
  assert_true(isinf(nn_exp(10000)) && isinf(nn_exp(infinite)));
  assert_true(isnan(nn_exp((nn_real)NAN)));
  assert_true(nn_exp(0) == 1);
  assert_true(nn_log(1) == 0);
  assert_true(nn_log(0) == -infinite);
  assert_true(nn_log(infinite) == infinite);
  assert_true(isnan(nn_log(-1)) && isnan(nn_log((nn_real)NAN)));
  assert_true(nn_sin(0) == 0 && nn_cos(0) == 1);
}

/* Numbers so small that they have lost digits. */
static void log_of_subnormal_numbers(void **state) {
  (void)state;
#ifdef NN_REAL_IS_FLOAT
  assert_near(nn_log(0x1p-140F), -140 * 0.69314718055994531, 1e-5);
#else
  assert_near(nn_log(0x1p-1070), -1070 * 0.69314718055994531, 1e-12);
#endif
}

/* Up to the last number before infinity. */
static void exp_goes_all_the_way(void **state) {
  (void)state;
  nn_real most = IN_FLOAT_OR(88.7F, 709.7);
  assert_true(isfinite(nn_exp(most)));
  assert_near((double)nn_log(nn_exp(most)), (double)most, 1e-4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(exp_is_exact_to_two_places),
      cmocka_unit_test(log_is_exact_to_two_places),
      cmocka_unit_test(sin_and_cos_are_exact_to_two_places),
      cmocka_unit_test(ends_of_the_range),
      cmocka_unit_test(log_of_subnormal_numbers),
      cmocka_unit_test(exp_goes_all_the_way),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
