/* Learning rates that fall. */
#include "grader.h"

#include <math.h>

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* ---- steps of 1/k ----------------------------------------------------*/

typedef struct {
  bool constant, up, slope_of_zero, written_before;
  double power, late; /* the rate is 1/(k + late)^power */
} habits;

static void run_with(const message *q, message *answer, habits h) {
  const double *a = message_values(q, "a");
  size_t n = message_count(q, "a");
  double *w = message_add(answer, "w", NULL, n), weight = 0;
  for (size_t k = 1; k <= n; k++) {
    double rate = 1 / pow((double)k + h.late, h.power);
    if (h.constant) rate = 1 / (double)n;
    double slope = (h.slope_of_zero ? 0 : weight) - a[k - 1];
    if (h.written_before) w[k - 1] = weight;
    weight -= rate * slope * (h.up ? -1 : 1);
    if (!h.written_before) w[k - 1] = weight;
  }
}

static void right_run(const message *q, message *a) {
  run_with(q, a, (habits){.power = 1});
}
static void rate_one(const message *q, message *a) {
  run_with(q, a, (habits){.power = 0});
}
static void constant(const message *q, message *a) {
  run_with(q, a, (habits){.constant = true});
}
static void squares(const message *q, message *a) {
  run_with(q, a, (habits){.power = 2});
}
static void roots(const message *q, message *a) {
  run_with(q, a, (habits){.power = 0.5});
}
static void one_late(const message *q, message *a) {
  run_with(q, a, (habits){.power = 1, .late = 1});
}
static void from_zero(const message *q, message *a) {
  run_with(q, a, (habits){.power = 1, .late = -1});
}
static void up(const message *q, message *a) {
  run_with(q, a, (habits){.power = 1, .up = true});
}
static void slope_of_zero(const message *q, message *a) {
  run_with(q, a, (habits){.power = 1, .slope_of_zero = true});
}
static void written_before(const message *q, message *a) {
  run_with(q, a, (habits){.power = 1, .written_before = true});
}

static const misconception run_known[] = {
    {"last-sample-only", rate_one, "sec:smaller-steps",
     "Each of your weights is the latest sample, as with the rate 1 in "
     "every step. The k-th step has the rate 1/k, which keeps something of "
     "all samples before."},
    {"rate-constant", constant, "sec:smaller-steps",
     "All your steps have the rate 1/n. The rate falls as the run goes on: "
     "it is 1 in the first step, 1/2 in the second, and 1/n in the last "
     "alone."},
    {"rate-squared", squares, "sec:smaller-steps",
     "Your rates are 1/k^2. They fall so fast that all steps together "
     "cover a short distance, and the weight gets stuck near the first "
     "samples."},
    {"rate-of-roots", roots, "sec:smaller-steps",
     "Your rates are 1 divided by the root of k. The task asks for 1/k, "
     "with which every sample counts the same."},
    {"one-late", one_late, "sec:smaller-steps",
     "Your rates begin with 1/2, one step ahead of the counting. So the "
     "start at 0 counts like one more sample; with 1 as the first rate it "
     "is forgotten."},
    {"counted-from-zero", from_zero, "sec:smaller-steps",
     "Your first rate is 1/0. Samples are counted from 0 in the array, but "
     "the steps from 1."},
    {"uphill", up, "sec:bowl",
     "Your steps lead away from the samples. The slope is weight minus "
     "sample, and a step goes against it."},
    {"weight-not-in-slope", slope_of_zero, "sec:smaller-steps",
     "You add a sample's share at each step and take nothing away. The "
     "slope is weight minus sample: what the weight is already belongs to "
     "it."},
    {"written-before-the-step", written_before, "sec:smaller-steps",
     "You write each weight down before its step, so all come one place "
     "too late. The first to be written is the weight after the first "
     "step."},
    {0},
};

static void make_run(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 8;
  double *a = message_add(query, "a", NULL, n);
  for (size_t k = 0; k < n; k++) a[k] = between(rng, -3, 3);
}

static void check_run(grader *g) {
  grader_compare(g, &(comparison){"running_minimum", 48, make_run,
                                  right_run, run_known});
}

/* ---- the conditions --------------------------------------------------*/

static void returns(message *answer, bool value) {
  message_add_number(answer, "returned", value);
}

static void right_answer(const message *q, message *a) {
  double p = message_number(q, "p");
  returns(a, p > 0.5 && p <= 1);
}
static void squares_only(const message *q, message *a) {
  returns(a, message_number(q, "p") > 0.5);
}
static void rates_only(const message *q, message *a) {
  returns(a, message_number(q, "p") <= 1);
}
static void with_half(const message *q, message *a) {
  double p = message_number(q, "p");
  returns(a, p >= 0.5 && p <= 1);
}
static void half_is_zero(const message *q, message *a) {
  double p = message_number(q, "p");
  returns(a, p > 0 && p <= 1);
}
static void without_one(const message *q, message *a) {
  double p = message_number(q, "p");
  returns(a, p > 0.5 && p < 1);
}
static void any_that_falls(const message *q, message *a) {
  returns(a, message_number(q, "p") > 0);
}
static void only_one(const message *q, message *a) {
  double p = message_number(q, "p");
  returns(a, p == 1);
}
static void sum_finite(const message *q, message *a) {
  returns(a, message_number(q, "p") > 1);
}

static const misconception answers_known[] = {
    {"squares-only", squares_only, "sec:smaller-steps",
     "You ask for a finite sum of squares, which keeps the noise small. "
     "The sum of the rates must be infinite as well, or the steps may end "
     "before the minimum: they must not fall too fast."},
    {"rates-only", rates_only, "sec:smaller-steps",
     "You ask for an infinite sum of rates, which lets the weight go any "
     "distance. The sum of the squares must be finite as well, or the "
     "noise never dies down: the rates have to fall fast enough."},
    {"half-included", with_half, "sec:smaller-steps",
     "All is right but for p = 1/2. The squares are 1/k then, and the sum "
     "of those is infinite."},
    {"half-is-zero", half_is_zero, "sec:smaller-steps",
     "You accept everything between 0 and 1/2 as well. If that is where "
     "you compare with 1/2: both are integers, so C makes it 0. Write "
     "0.5."},
    {"one-excluded", without_one, "sec:smaller-steps",
     "All is right but for p = 1. The sum of 1/k grows slowly, but beyond "
     "every bound."},
    {"any-that-falls", any_that_falls, "sec:smaller-steps",
     "You accept all rates that tend to 0. They must do so fast enough for "
     "the noise, and not so fast that the weight gets stuck on its way."},
    {"one-over-k-only", only_one, "sec:smaller-steps",
     "You accept 1/k alone. Rates that fall a little more slowly meet both "
     "conditions too: put the squares of 1/k^p into the sum."},
    {"sum-of-rates-finite", sum_finite, "sec:smaller-steps",
     "You ask for a finite sum of the rates. Then all steps together cover "
     "a bounded distance, and a minimum that is farther away is never "
     "reached."},
    {0},
};

static void make_power(nn_rng *rng, size_t i, message *query) {
  static const double at[] = {0.5, 1,   0,        2,         0.500001,
                              -1,  0.6, 1.000001, 0.4999999, 0.999999};
  enum { FIXED = sizeof at / sizeof *at };
  message_add_number(query, "p",
                     i < FIXED ? at[i] : between(rng, -1.5, 2.5));
}

static void check_powers(grader *g) {
  grader_compare(g, &(comparison){"is_robbins_monro", 40, make_power,
                                  right_answer, answers_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "run", 5, "steps of 1/k", "", check_run);
  grader_part(g, "powers", 3, "which powers will do", "", check_powers);
  return grader_end(g);
}
