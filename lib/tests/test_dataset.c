#include <nn/dataset.h>

#include "check.h"

#include <math.h>

static void counts_in_order(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_boolean(2, 0x8);
  static const nn_real x[] = {0, 0, 0, 1, 1, 0, 1, 1}, t[] = {0, 0, 0, 1};
  assert_int_equal(data.count, 4);
  assert_int_equal(data.inputs, 2);
  assert_int_equal(data.targets, 1);
  assert_memory_equal(data.x, x, sizeof x);
  assert_memory_equal(data.t, t, sizeof t);
  nn_dataset_free(&data);
  assert_null(data.x);
}

static void knows_six_inputs(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_boolean(6, UINT64_C(1) << 63);
  assert_int_equal(data.count, 64);
  for (size_t i = 0; i < 64; i++) {
    nn_real sum = 0;
    for (size_t k = 0; k < 6; k++) sum += nn_dataset_input(&data, i)[k];
    assert_true((*nn_dataset_target(&data, i) > 0) == (sum == 6));
  }
  nn_dataset_free(&data);
}

static void road_is_empty_and_labels_its_sides(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(9);
  double angle = 0.4, offset = -0.25, gap = 0.3;
  nn_dataset data = nn_dataset_road(&rng, 2000, (nn_real)angle,
                                    (nn_real)offset, (nn_real)gap);
  size_t ones = 0;
  double closest = 2;
  for (size_t i = 0; i < data.count; i++) {
    const nn_real *x = nn_dataset_input(&data, i);
    double side =
        (double)x[0] * cos(angle) + (double)x[1] * sin(angle) - offset;
    nn_real target = *nn_dataset_target(&data, i);
    assert_true(-1 <= x[0] && x[0] < 1 && -1 <= x[1] && x[1] < 1);
    assert_true(target == (nn_real)(side > 0));
    closest = fmin(closest, fabs(side));
    ones += target > 0;
  }
  assert_true(closest >= gap / 2 - 1e-6);
  assert_true(closest < gap / 2 + 0.01); /* and no wider than asked for */
  assert_true(900 < ones && ones < 1600);
  nn_dataset_free(&data);
}

static void empty_is_allowed(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_new(0, 3, 1);
  assert_non_null(data.x);
  assert_int_equal(data.count, 0);
  nn_dataset_free(&data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_in_order),
      cmocka_unit_test(knows_six_inputs),
      cmocka_unit_test(road_is_empty_and_labels_its_sides),
      cmocka_unit_test(empty_is_allowed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
