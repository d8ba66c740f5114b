/* Cross-entropy that holds. */
#include "cases.h"

/* Moderate sums first, then large ones; targets 0, 1 and between. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  static const double targets[] = {0, 1, 0.25, 0.5};
  double reach = i < 40 ? 4 : i < 60 ? 40 : 10000;
  double z = reach * (2 * (double)nn_rng_uniform(rng) - 1);
  message_add_number(query, "z", i == 0 ? 0 : z);
  message_add_number(query, "t", targets[i % 4]);
}

/* By the output itself there is nothing to divide by 0. */
static void make_slope_case(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i < 60 ? i % 40 : i - 60, query);
}

/* Where a logarithm is small, and not yet 0. */
static const char *const entropy_always[] = {
    "entropy(z = 12.5, t = 1)", "entropy(z = 18, t = 1)",
    "entropy(z = -15, t = 0)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "entropy",
     .points = 6,
     .title = "the loss, for every z",
     .function = "entropy",
     .always = entropy_always,
     .cases = 80,
     .make_case = make_case},
    {.id = "slope",
     .points = 4,
     .title = "its slope",
     .function = "entropy_slope",
     .cases = 140,
     .make_case = make_slope_case,
     .derived = true,
     .slopes = true},
    {0},
};
