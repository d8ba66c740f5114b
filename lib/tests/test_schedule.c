#include <nn/schedule.h>

#include "check.h"

#define EXACT IN_FLOAT_OR(1e-6, 1e-14)

static double factor(nn_schedule schedule, size_t k) {
  return (double)nn_schedule_factor(&schedule, k);
}

static void zeros_are_constant(void **state) {
  (void)state;
  assert_near(factor((nn_schedule){0}, 0), 1, 0);
  assert_near(factor((nn_schedule){0}, 123456), 1, 0);
}

static void inverse_time(void **state) {
  (void)state;
  nn_schedule harmonic = {.kind = NN_INVERSE_TIME, .span = 1};
  for (size_t k = 0; k < 10; k++)
    assert_near(factor(harmonic, k), 1.0 / (double)(k + 1), EXACT);
  nn_schedule slow = {.kind = NN_INVERSE_TIME, .span = 50};
  assert_near(factor(slow, 50), 0.5, 0);
}

static void step_decay(void **state) {
  (void)state;
  nn_schedule tenths = {
      .kind = NN_STEP_DECAY, .span = 30, .factor = (nn_real)0.1};
  assert_near(factor(tenths, 29), 1, 0);
  assert_near(factor(tenths, 30), 0.1, EXACT);
  assert_near(factor(tenths, 60), 0.01, EXACT);
  assert_near(factor(tenths, 1000000), 0, 1e-30);
}

static void cosine(void **state) {
  (void)state;
  nn_schedule schedule = {.kind = NN_COSINE, .span = 100};
  assert_near(factor(schedule, 0), 1, 0);
  assert_near(factor(schedule, 50), 0.5, EXACT);
  assert_near(factor(schedule, 25), (1 + sqrt(0.5)) / 2, EXACT);
  assert_near(factor(schedule, 100), 0, 0);
  assert_near(factor(schedule, 1000), 0, 0);
}

static void warm_up(void **state) {
  (void)state;
  nn_schedule schedule = {.warm_up = 4};
  const double expected[] = {0.25, 0.5, 0.75, 1, 1, 1};
  for (size_t k = 0; k < 6; k++)
    assert_near(factor(schedule, k), expected[k], 0);
}

static void in_epochs(void **state) {
  (void)state;
  nn_schedule epochs = {
      .kind = NN_COSINE, .span = 7, .warm_up = 2, .in_epochs = true};
  nn_schedule steps = nn_schedule_in_steps(&epochs, 10);
  assert_int_equal(steps.kind, NN_COSINE);
  assert_int_equal(steps.span, 70);
  assert_int_equal(steps.warm_up, 20);
  assert_false(steps.in_epochs);
  nn_schedule same = nn_schedule_in_steps(&steps, 10);
  assert_int_equal(same.span, 70);
  assert_near(nn_schedule_factor(&steps, 0), .05, 1e-7);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(zeros_are_constant),
      cmocka_unit_test(inverse_time),
      cmocka_unit_test(step_decay),
      cmocka_unit_test(cosine),
      cmocka_unit_test(warm_up),
      cmocka_unit_test(in_epochs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
