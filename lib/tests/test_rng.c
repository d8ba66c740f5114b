#include <nn/rng.h>

#include "check.h"

#include <math.h>

/* The reference implementation's first outputs from the state 1, 2, 3, 4
 * (Blackman and Vigna's C, as other libraries test against it). */
static void follows_the_reference(void **state) {
  (void)state;
  static const uint64_t expected[] = {
      UINT64_C(11520),
      UINT64_C(0),
      UINT64_C(1509978240),
      UINT64_C(1215971899390074240),
      UINT64_C(1216172134540287360),
      UINT64_C(607988272756665600),
      UINT64_C(16172922978634559625),
      UINT64_C(8476171486693032832),
      UINT64_C(10595114339597558777),
      UINT64_C(2904607092377533576),
  };
  nn_rng rng = {{1, 2, 3, 4}};
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
    assert_true(nn_rng_next(&rng) == expected[i]);
}

static void same_seed_same_stream(void **state) {
  (void)state;
  nn_rng a = nn_rng_seeded(5), b = nn_rng_seeded(5), c = nn_rng_seeded(6);
  int different = 0;
  for (int i = 0; i < 100; i++) {
    uint64_t bits = nn_rng_next(&a);
    assert_true(bits == nn_rng_next(&b));
    different += bits != nn_rng_next(&c);
  }
  assert_int_equal(different, 100);
}

static void seed_zero_is_a_good_seed(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(0);
  uint64_t all = 0;
  for (int i = 0; i < 64; i++) all |= nn_rng_next(&rng);
  assert_true(all == UINT64_MAX);
}

static void uniform_fills_its_interval(void **state) {
  (void)state;
  enum { DRAWS = 100000 };
  nn_rng rng = nn_rng_seeded(1);
  double sum = 0, least = 1, most = 0;
  for (int i = 0; i < DRAWS; i++) {
    double x = (double)nn_rng_uniform(&rng);
    assert_true(0 <= x && x < 1);
    sum += x;
    least = fmin(least, x);
    most = fmax(most, x);
  }
  /* 5 standard errors */
  assert_true(fabs(sum / (double)DRAWS - 0.5) < 0.005);
  assert_true(least < 0.001 && most > 0.999);
}

static void between_stays_between(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(2);
  for (int i = 0; i < 10000; i++) {
    nn_real x = nn_rng_between(&rng, -2, (nn_real)0.5);
    assert_true(-2 <= x && x < (nn_real)0.5);
  }
  assert_true(nn_rng_between(&rng, 3, 3) == 3);
}

static void below_is_fair(void **state) {
  (void)state;
  enum { SIDES = 6, DRAWS = 60000 };
  nn_rng rng = nn_rng_seeded(3);
  int counts[SIDES] = {0};
  for (int i = 0; i < DRAWS; i++) {
    size_t side = nn_rng_below(&rng, SIDES);
    assert_true(side < SIDES);
    counts[side]++;
  }
  double chi2 = 0;
  for (int i = 0; i < SIDES; i++) {
    double off = counts[i] - (double)DRAWS / (double)SIDES;
    chi2 += off * off / ((double)DRAWS / (double)SIDES);
  }
  assert_true(chi2 < 20.5); /* 5 degrees of freedom, p = 0.001 */
  for (int i = 0; i < 10; i++) assert_int_equal(nn_rng_below(&rng, 1), 0);
}

static void normal_has_its_moments(void **state) {
  (void)state;
  enum { DRAWS = 100000 };
  nn_rng rng = nn_rng_seeded(4);
  double sum = 0, squares = 0;
  int within = 0;
  for (int i = 0; i < DRAWS; i++) {
    double x = (double)nn_rng_normal(&rng);
    sum += x;
    squares += x * x;
    within += fabs(x) < 1;
  }
  assert_true(fabs(sum / (double)DRAWS) < 0.016);
  assert_true(fabs(squares / (double)DRAWS - 1) < 0.023);
  assert_true(fabs((double)within / (double)DRAWS - 0.682689) < 0.008);
}

static void shuffle_makes_every_order(void **state) {
  (void)state;
  enum { SHUFFLES = 6000 };
  nn_rng rng = nn_rng_seeded(5);
  int counts[27] = {0}, orders = 0;
  for (int i = 0; i < SHUFFLES; i++) {
    size_t order[3] = {0, 1, 2};
    nn_rng_shuffle(&rng, order, 3);
    assert_int_equal(order[0] + order[1] + order[2], 3);
    counts[9 * order[0] + 3 * order[1] + order[2]]++;
  }
  for (int i = 0; i < 27; i++) {
    if (!counts[i]) continue;
    orders++;
    assert_true(850 < counts[i] && counts[i] < 1150);
  }
  assert_int_equal(orders, 6);
  nn_rng_shuffle(&rng, NULL, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(follows_the_reference),
      cmocka_unit_test(same_seed_same_stream),
      cmocka_unit_test(seed_zero_is_a_good_seed),
      cmocka_unit_test(uniform_fills_its_interval),
      cmocka_unit_test(between_stays_between),
      cmocka_unit_test(below_is_fair),
      cmocka_unit_test(normal_has_its_moments),
      cmocka_unit_test(shuffle_makes_every_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
