#include <nn/dataset.h>

#include "child.h"

#include <string.h>

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

/* ---- functions of zeros and ones -------------------------------------*/

static void parity_of_two_is_xor(void **state) {
  (void)state;
  nn_dataset parity = nn_dataset_parity(2);
  nn_dataset xor = nn_dataset_boolean(2, 0x6);
  assert_memory_equal(parity.x, xor.x, 8 * sizeof(nn_real));
  assert_memory_equal(parity.t, xor.t, 4 * sizeof(nn_real));
  nn_dataset_free(&parity);
  nn_dataset_free(&xor);
}

/* Every flip of a bit flips the parity. */
static void parity_of_many(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_parity(7);
  assert_int_equal(data.count, 128);
  assert_true(data.t[0] == 0);
  for (size_t row = 0; row < 128; row++)
    for (size_t bit = 1; bit < 128; bit <<= 1)
      assert_true(data.t[row] + data.t[row ^ bit] == 1);
  nn_dataset_free(&data);
}

static void symmetry_knows_palindromes(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_symmetry(6);
  size_t symmetric = 0;
  for (size_t row = 0; row < 64; row++) symmetric += data.t[row] > 0;
  assert_int_equal(symmetric, 8); /* three free digits */
  assert_true(data.t[0x2d] > 0);  /* 101101 */
  assert_true(data.t[0x2c] == 0); /* 101100 */
  nn_dataset_free(&data);
}

static void encoder_is_the_identity(void **state) {
  (void)state;
  nn_dataset data = nn_dataset_encoder(8);
  for (size_t i = 0; i < 8; i++)
    for (size_t j = 0; j < 8; j++) {
      assert_true(nn_dataset_input(&data, i)[j] == (i == j));
      assert_true(nn_dataset_target(&data, i)[j] == (i == j));
    }
  nn_dataset_free(&data);
}

/* ---- points and curves -----------------------------------------------*/

static double distance(const nn_real *x, double cx, double cy) {
  return hypot((double)x[0] - cx, (double)x[1] - cy);
}

static void moons_are_half_circles(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(1);
  nn_dataset data = nn_dataset_moons(&rng, 500, 0);
  for (size_t i = 0; i < data.count; i++) {
    const nn_real *x = nn_dataset_input(&data, i);
    bool lower = data.t[i] > 0;
    assert_int_equal(lower, i % 2);
    assert_near(distance(x, lower, lower ? 0.5 : 0), 1, 1e-6);
    assert_true(lower ? x[1] <= (nn_real)0.5 : x[1] >= 0);
  }
  nn_dataset_free(&data);
}

static void spirals_wind_three_and_a_half_half_turns(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(2);
  nn_dataset data = nn_dataset_spirals(&rng, 500, 0);
  double longest = 0;
  for (size_t i = 0; i < data.count; i++) {
    const nn_real *x = nn_dataset_input(&data, i);
    double radius = distance(x, 0, 0);
    double side = data.t[i] > 0 ? -1 : 1;
    double angle = radius * 3.5 * acos(-1);
    assert_near(x[0], side * radius * cos(angle), 1e-5);
    assert_near(x[1], side * radius * sin(angle), 1e-5);
    longest = fmax(longest, radius);
  }
  assert_true(longest < 1 && longest > 0.95);
  nn_dataset_free(&data);
}

static void noise_has_its_size(void **state) {
  (void)state;
  enum { COUNT = 20000 };
  nn_rng rng = nn_rng_seeded(3);
  nn_dataset blobs = nn_dataset_blobs(&rng, COUNT, 3, (nn_real)0.2);
  nn_dataset sine = nn_dataset_sine(&rng, COUNT, (nn_real)0.3);
  double blob = 0, noise = 0;
  for (size_t i = 0; i < COUNT; i++) {
    double angle = 2 * acos(-1) / 3 * (double)blobs.t[i];
    assert_true(blobs.t[i] == (nn_real)(i % 3));
    double off =
        distance(nn_dataset_input(&blobs, i), cos(angle), sin(angle));
    blob += off * off / 2 / (double)COUNT;
    double x = (double)sine.x[i];
    assert_true(0 <= x && x < 1);
    double error = (double)sine.t[i] - sin(2 * acos(-1) * x);
    noise += error * error / (double)COUNT;
  }
  assert_near(sqrt(blob), 0.2, 0.004); /* four standard errors */
  assert_near(sqrt(noise), 0.3, 0.006);
  nn_dataset_free(&blobs);
  nn_dataset_free(&sine);
}

/* ---- changing one ----------------------------------------------------*/

static void standardised_by_the_training_set(void **state) {
  (void)state;
  nn_dataset train = nn_dataset_new(4, 2, 1);
  nn_dataset test = nn_dataset_new(1, 2, 1);
  const nn_real tenth = (nn_real)0.1; /* its mean may round otherwise */
  const nn_real x[] = {1, tenth, 3, tenth, 5, tenth, 7, tenth};
  memcpy(train.x, x, sizeof x);
  test.x[0] = 4;
  test.x[1] = tenth + 1;
  nn_dataset_standardise(&test, &train);
  assert_near(test.x[0], 0, 0);
  assert_near(test.x[1], 1, 1e-6); /* never changed in training: shifted */
  nn_dataset_standardise(&train, &train);
  for (size_t i = 0; i < 4; i++) {
    double z = ((double)x[2 * i] - 4) / sqrt(5);
    assert_near(train.x[2 * i], z, IN_FLOAT_OR(1e-6, 1e-15));
    assert_near(train.x[2 * i + 1], 0, 0);
  }
  nn_dataset_free(&train);
  nn_dataset_free(&test);
}

static void one_hot(void **state) {
  (void)state;
  nn_error error;
  nn_dataset data = nn_dataset_new(3, 1, 1);
  data.t[1] = 2;
  data.t[2] = 1;
  assert_true(nn_dataset_one_hot(&data, 3, &error));
  const nn_real hot[] = {1, 0, 0, 0, 0, 1, 0, 1, 0};
  assert_int_equal(data.targets, 3);
  assert_memory_equal(data.t, hot, sizeof hot);
  nn_dataset_free(&data);
}

static void one_hot_refuses_what_is_no_class(void **state) {
  (void)state;
  const double wrong[] = {3, -1, 0.5, (double)NAN, HUGE_VAL};
  for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++) {
    nn_error error = {""};
    nn_dataset data = nn_dataset_new(2, 1, 1);
    data.t[1] = (nn_real)wrong[w];
    assert_false(nn_dataset_one_hot(&data, 3, &error));
    assert_non_null(strstr(error.text, "example 1"));
    assert_int_equal(data.targets, 1);
    nn_dataset_free(&data);
  }
}

/* ---- order and parts -------------------------------------------------*/

/* `count` examples of two inputs, i and -i, and the target 2i. */
static nn_dataset numbered(size_t count) {
  nn_dataset data = nn_dataset_new(count, 2, 1);
  for (size_t i = 0; i < count; i++) {
    nn_dataset_input(&data, i)[0] = (nn_real)i;
    nn_dataset_input(&data, i)[1] = -(nn_real)i;
    *nn_dataset_target(&data, i) = 2 * (nn_real)i;
  }
  return data;
}

/* Is this the example that had the number i? */
static bool is_numbered(const nn_dataset *data, size_t row, size_t i) {
  const nn_real *x = nn_dataset_input(data, row);
  return x[0] == (nn_real)i && x[1] == -(nn_real)i &&
         *nn_dataset_target(data, row) == 2 * (nn_real)i;
}

static void shuffles_as_an_order_is_shuffled(void **state) {
  (void)state;
  enum { COUNT = 100 };
  nn_rng rng = nn_rng_seeded(4), same = rng;
  nn_dataset data = numbered(COUNT);
  size_t order[COUNT], in_place = 0;
  for (size_t i = 0; i < COUNT; i++) order[i] = i;
  nn_rng_shuffle(&same, order, COUNT);
  nn_dataset_shuffle(&data, &rng);
  for (size_t i = 0; i < COUNT; i++) {
    assert_true(is_numbered(&data, i, order[i]));
    in_place += order[i] == i;
  }
  assert_true(in_place < 10);
  assert_memory_equal(&rng, &same, sizeof rng);
  nn_dataset_free(&data);
}

static void a_part_is_a_view(void **state) {
  (void)state;
  nn_dataset data = numbered(9);
  nn_dataset part = nn_dataset_part(&data, 3, 5);
  nn_dataset within = nn_dataset_part(&part, 1, 2);
  nn_dataset none = nn_dataset_part(&data, 9, 0);
  assert_false(data.is_view);
  assert_true(part.is_view && within.is_view);
  assert_int_equal(part.count, 5);
  assert_int_equal(none.count, 0);
  for (size_t i = 0; i < 5; i++) assert_true(is_numbered(&part, i, 3 + i));
  assert_ptr_equal(nn_dataset_input(&within, 0),
                   nn_dataset_input(&data, 4));
  nn_dataset_target(&within, 1)[0] = 77;
  assert_true(data.t[5] == 77);
  nn_dataset_free(&within);
  nn_dataset_free(&part);
  nn_dataset_free(&none);
  assert_null(part.x);
  assert_true(is_numbered(&data, 3, 3)); /* and still there */
  nn_dataset_free(&data);
}

static void split_is_a_shuffle_and_two_views(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(4), same = rng;
  nn_dataset data = numbered(100), first, rest;
  nn_dataset shuffled = numbered(100);
  nn_dataset_split(&data, 30, &rng, &first, &rest);
  nn_dataset_shuffle(&shuffled, &same);
  assert_memory_equal(data.x, shuffled.x, 200 * sizeof *data.x);
  assert_memory_equal(data.t, shuffled.t, 100 * sizeof *data.t);
  assert_true(first.is_view && rest.is_view);
  assert_int_equal(first.count, 30);
  assert_int_equal(rest.count, 70);
  assert_ptr_equal(first.x, data.x);
  assert_ptr_equal(rest.x, nn_dataset_input(&data, 30));
  assert_ptr_equal(rest.t, nn_dataset_target(&data, 30));
  nn_dataset_free(&first);
  nn_dataset_free(&rest);
  nn_dataset_free(&data);
  nn_dataset_free(&shuffled);
}

static void one_hot_refuses_a_view(void **state) {
  (void)state;
  nn_error error = {""};
  nn_dataset data = numbered(4), part = nn_dataset_part(&data, 0, 2);
  assert_false(nn_dataset_one_hot(&part, 10, &error));
  assert_string_equal(error.text,
                      "a part of a data set cannot get more targets: "
                      "nn_dataset_one_hot comes before it is split");
  assert_int_equal(part.targets, 1);
  assert_true(is_numbered(&part, 1, 1));
  nn_dataset_free(&data);
}

/* ---- misuse ----------------------------------------------------------*/

typedef void misuse(nn_dataset *data);
static misuse *present;

static int misuse_four_examples(int argc, char **argv) {
  (void)argc, (void)argv;
  nn_dataset data = numbered(4);
  present(&data);
  return 0;
}

static void assert_refuses(misuse *what, const char *sentence) {
  present = what;
  assert_refused(misuse_four_examples, sentence);
}

static void input_of_none(nn_dataset *data) {
  nn_dataset_input(data, 4);
}

static void target_of_none(nn_dataset *data) {
  nn_dataset_target(data, 7);
}

static void standardise_by_others(nn_dataset *data) {
  nn_dataset other = nn_dataset_parity(3);
  nn_dataset_standardise(data, &other);
}

static void standardise_by_none(nn_dataset *data) {
  nn_dataset none = nn_dataset_part(data, 0, 0);
  nn_dataset_standardise(data, &none);
}

static void one_hot_twice(nn_dataset *data) {
  nn_error error;
  nn_dataset_one_hot(data, 7, &error);
  nn_dataset_one_hot(data, 7, &error);
}

static void no_classes(nn_dataset *data) {
  nn_error error;
  nn_dataset_one_hot(data, 0, &error);
}

static void too_large_a_part(nn_dataset *data) {
  nn_dataset_part(data, 3, 2);
}

static void a_part_too_far(nn_dataset *data) {
  nn_dataset_part(data, 5, SIZE_MAX);
}

static void too_large_a_split(nn_dataset *data) {
  nn_rng rng = nn_rng_seeded(1);
  nn_dataset first, rest;
  nn_dataset_split(data, 5, &rng, &first, &rest);
}

static void split_without_rng(nn_dataset *data) {
  nn_dataset first, rest;
  nn_dataset_split(data, 2, NULL, &first, &rest);
}

static void shuffle_without_rng(nn_dataset *data) {
  nn_dataset_shuffle(data, NULL);
}

static void moons_without_rng(nn_dataset *data) {
  *data = nn_dataset_moons(NULL, 3, 0);
}

static void boolean_of_seven(nn_dataset *data) {
  *data = nn_dataset_boolean(7, 0);
}

static void parity_of_none(nn_dataset *data) {
  *data = nn_dataset_parity(0);
}

static void too_wide_a_road(nn_dataset *data) {
  nn_rng rng = nn_rng_seeded(1);
  *data = nn_dataset_road(&rng, 3, 0, 0, 1);
}

static void blobs_of_no_class(nn_dataset *data) {
  nn_rng rng = nn_rng_seeded(1);
  *data = nn_dataset_blobs(&rng, 3, 0, 1);
}

static void refuses_misuse(void **state) {
  (void)state;
  assert_refuses(input_of_none, "nn: nn_dataset_input: example 4 of 4, "
                                "counted from 0\n");
  assert_refuses(target_of_none, "nn: nn_dataset_target: example 7 of 4, "
                                 "counted from 0\n");
  assert_refuses(
      standardise_by_others,
      "nn: nn_dataset_standardise: the data have 2 inputs, those "
      "to standardise by 3\n");
  assert_refuses(standardise_by_none,
                 "nn: nn_standardisation_of: the data have no example to "
                 "measure\n");
  assert_refuses(one_hot_twice,
                 "nn: nn_dataset_one_hot: the data have 7 targets for each "
                 "example, where the number of its class is expected\n");
  assert_refuses(no_classes,
                 "nn: nn_dataset_one_hot: there are 0 classes\n");
  assert_refuses(too_large_a_part,
                 "nn: nn_dataset_part: 2 examples from 3 on, but the data "
                 "have only 4\n");
  present = a_part_too_far;
  assert_int_equal(run_body(misuse_four_examples, 0, NULL), -1);
  assert_refuses(
      too_large_a_split,
      "nn: nn_dataset_split: a first part of 5 examples, but the "
      "data have only 4\n");
  assert_refuses(split_without_rng, "nn: nn_dataset_split: rng is NULL: "
                                    "make one with nn_rng_seeded\n");
  assert_refuses(shuffle_without_rng,
                 "nn: nn_dataset_shuffle: rng is NULL: "
                 "make one with nn_rng_seeded\n");
  assert_refuses(moons_without_rng, "nn: nn_dataset_moons: rng is NULL: "
                                    "make one with nn_rng_seeded\n");
  assert_refuses(boolean_of_seven, "nn: nn_dataset_boolean: 7 inputs: it "
                                   "takes 1 to 6\n");
  assert_refuses(parity_of_none,
                 "nn: nn_dataset_parity: 0 inputs: it takes "
                 "1 to 20\n");
  assert_refuses(too_wide_a_road, "nn: nn_dataset_road: the gap is 1: it "
                                  "takes 0 or more, but less than 1\n");
  assert_refuses(blobs_of_no_class, "nn: nn_dataset_blobs: there are 0 "
                                    "classes\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_in_order),
      cmocka_unit_test(knows_six_inputs),
      cmocka_unit_test(road_is_empty_and_labels_its_sides),
      cmocka_unit_test(empty_is_allowed),
      cmocka_unit_test(parity_of_two_is_xor),
      cmocka_unit_test(parity_of_many),
      cmocka_unit_test(symmetry_knows_palindromes),
      cmocka_unit_test(encoder_is_the_identity),
      cmocka_unit_test(moons_are_half_circles),
      cmocka_unit_test(spirals_wind_three_and_a_half_half_turns),
      cmocka_unit_test(noise_has_its_size),
      cmocka_unit_test(standardised_by_the_training_set),
      cmocka_unit_test(one_hot),
      cmocka_unit_test(one_hot_refuses_what_is_no_class),
      cmocka_unit_test(shuffles_as_an_order_is_shuffled),
      cmocka_unit_test(a_part_is_a_view),
      cmocka_unit_test(split_is_a_shuffle_and_two_views),
      cmocka_unit_test(one_hot_refuses_a_view),
      cmocka_unit_test(refuses_misuse),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
