#include <nn/standardisation.h>

#include "check.h"

#include <string.h>

/* Four examples of two inputs, the second of which never changes; its mean,
 * added up, may round to another number. */
static nn_dataset four_examples(void) {
  const nn_real tenth = (nn_real)0.1;
  const nn_real x[] = {1, tenth, 3, tenth, 5, tenth, 7, tenth};
  nn_dataset data = nn_dataset_new(4, 2, 1);
  memcpy(data.x, x, sizeof x);
  return data;
}

static void measures_each_input(void **state) {
  (void)state;
  nn_dataset data = four_examples();
  nn_standardisation by = nn_standardisation_of(&data);
  assert_int_equal(by.inputs, 2);
  assert_near(by.mean[0], 4, 0);
  assert_near(by.deviation[0], sqrt(5), IN_FLOAT_OR(1e-6, 1e-15));
  assert_true(by.mean[1] == (nn_real)0.1);
  assert_true(by.deviation[1] == 1);
  nn_standardisation_free(&by);
  assert_int_equal(by.inputs, 0);
  assert_null(by.mean);
  assert_null(by.deviation);
  nn_dataset_free(&data);
}

static void has_no_deviation_of_zero(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_new(2, 1, 1);
  data.x[1] = (nn_real)IN_FLOAT_OR(1e-30, 1e-200);
  nn_standardisation by = nn_standardisation_of(&data);
  assert_true(by.deviation[0] == 1);
  nn_standardisation_free(&by);
  nn_dataset_free(&data);
}

static void standardises_as_many_rows_as_are_asked(void **state) {
  (void)state;
  nn_real mean[] = {4, 1}, deviation[] = {2, (nn_real)0.5};
  const nn_standardisation by = {2, mean, deviation};
  nn_real x[] = {8, 2, 0, 0, 6, 6};
  const nn_real expected[] = {2, 2, -2, -2, 6, 6};
  nn_standardise(&by, x, 2);
  assert_memory_equal(x, expected, sizeof x);
  nn_standardise(&by, x, 0);
  assert_memory_equal(x, expected, sizeof x);
}

static void none_changes_nothing(void **state) {
  (void)state;
  nn_standardisation none = {0};
  nn_real x[] = {8, 2};
  nn_standardise(&none, x, 2);
  assert_true(x[0] == 8 && x[1] == 2);
  nn_standardisation_free(&none);
}

/* A row by itself becomes what it is within its data set. */
static void is_that_of_a_dataset(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(3);
  nn_dataset data = nn_dataset_blobs(&rng, 50, 3, 7);
  nn_standardisation by = nn_standardisation_of(&data);
  nn_real row[2];
  memcpy(row, nn_dataset_input(&data, 20), sizeof row);
  nn_dataset_standardise(&data, &data);
  nn_standardise(&by, row, 1);
  assert_memory_equal(row, nn_dataset_input(&data, 20), sizeof row);
  nn_standardisation_free(&by);
  nn_dataset_free(&data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(measures_each_input),
      cmocka_unit_test(has_no_deviation_of_zero),
      cmocka_unit_test(standardises_as_many_rows_as_are_asked),
      cmocka_unit_test(none_changes_nothing),
      cmocka_unit_test(is_that_of_a_dataset),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
