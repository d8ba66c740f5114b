/* What share of labelled sets is separable, and when it is a half. */
#include "grader.h"

#include <math.h>

/* As in driver.c. */
enum { BITS, RANDOM, REPEATED };

static void add_source(nn_rng *rng, message *query, int source,
                       size_t inputs) {
  message_add_number(query, "source", source);
  message_add_number(query, "inputs", (double)inputs);
  message_add_number(query, "seed", (double)nn_rng_below(rng, 1U << 19));
}

/* ---- functions of bits: here the share is exact ----------------------*/

/* The one of four bits that takes the most epochs, 11, and the next; XOR
 * of two bits first; some of three. */
static const char *const always[] = {
    "separable_share(source = 0, inputs = 1, seed = 0, points = 2, "
    "trials = 4)",
    "separable_share(source = 0, inputs = 4, seed = 241, points = 16, "
    "trials = 2)",
    "separable_share(source = 0, inputs = 2, seed = 6, points = 4, "
    "trials = 16)",
    "separable_share(source = 0, inputs = 2, seed = 7, points = 4, "
    "trials = 3)",
    "separable_share(source = 0, inputs = 3, seed = 100, points = 8, "
    "trials = 40)",
    NULL};

static void make_bits(nn_rng *rng, size_t i, message *query) {
  size_t inputs = 2 + i % 3, points = (size_t)1 << inputs;
  size_t functions = (size_t)1 << points;
  message_add_number(query, "source", BITS);
  message_add_number(query, "inputs", (double)inputs);
  message_add_number(query, "seed", (double)nn_rng_below(rng, functions));
  message_add_number(query, "points", (double)points);
  message_add_number(query, "trials", (double)(3 + nn_rng_below(rng, 8)));
}

/* ---- points at random ------------------------------------------------*/

/* The reference and the student see the same sets, so only patience makes a
 * difference. Tried with 200 seeds: those who wait for 300 epochs, for 1000
 * or as good as for ever are never off by more than 0.05 anywhere, and
 * those who wait for 30 always are somewhere. */
static void make_points(nn_rng *rng, size_t i, message *query) {
  static const struct {
    int source;
    size_t inputs, points, trials;
  } sets[] = {
      {RANDOM, 3, 4, 400},   {RANDOM, 2, 6, 200}, {RANDOM, 4, 10, 300},
      {REPEATED, 4, 6, 200}, {RANDOM, 1, 3, 200},
  };
  add_source(rng, query, sets[i].source, sets[i].inputs);
  message_add_number(query, "points", (double)sets[i].points);
  message_add_number(query, "trials", (double)sets[i].trials);
}

/* ---- where half of them are separable --------------------------------*/

static void make_random(nn_rng *rng, size_t i, message *query) {
  (void)i;
  add_source(rng, query, RANDOM, 4);
}

static void make_repeated(nn_rng *rng, size_t i, message *query) {
  (void)i;
  add_source(rng, query, REPEATED, 4 + nn_rng_below(rng, 2));
}

/* Cover's share for points in general position. */
static double cover_share(double points, size_t inputs) {
  double sum = 0, choose = 1;
  for (size_t k = 0; k <= inputs; k++) {
    sum += choose;
    choose *= (points - 1 - (double)k) / (double)(k + 1);
  }
  return sum * exp2(1 - points);
}

/* The share is a half at 2 (n + 1) points, if n inputs are independent.
 * In 200 seeds the reference found that number or one less. */
static void judge(grader *g, const message *query, const message *answer) {
  size_t inputs = (size_t)message_number(query, "inputs");
  bool repeated = message_number(query, "source") > RANDOM;
  size_t independent = repeated ? (inputs + 1) / 2 : inputs;
  double half = 2 * (double)(independent + 1);
  double found = message_number(answer, "returned");
  if (fabs(found - half) <= 1) return;
  if (found < 1) {
    grader_fail(g, _("capacity gave %.0f."), found);
    return;
  }
  grader_fail(
      g,
      _("capacity gave %.0f. Of the sets of so many points, %.0f %% "
        "are separable. It should be half of them."),
      found, 100 * cover_share(found, independent));
  if (repeated && found >= 2 * (double)inputs)
    grader_name(g, "formula-for-measurement");
  else if (found <= (double)independent + 1)
    grader_name(g, "all-for-half");
}

const exercise_part exercise_parts[] = {
    {.id = "bits",
     .points = 4,
     .title = "functions of bits",
     .function = "separable_share",
     .always = always,
     .cases = 12,
     .make_case = make_bits},
    {.id = "points",
     .points = 5,
     .title = "points at random",
     .needs = "bits",
     .function = "separable_share",
     .cases = 5,
     .make_case = make_points,
     .tolerance = 0.05},
    {.id = "half",
     .points = 3,
     .title = "how many points for a half",
     .needs = "points",
     .function = "capacity",
     .cases = 1,
     .make_case = make_random,
     .judge = judge},
    {.id = "repeated",
     .points = 2,
     .title = "when inputs repeat others",
     .needs = "half",
     .function = "capacity",
     .cases = 1,
     .make_case = make_repeated,
     .judge = judge},
    {0},
};
