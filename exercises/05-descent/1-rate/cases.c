/* Learning rates for a bowl, and for a parabola of which a run is known. */
#include "cases.h"

#include <math.h>

/* The same curvatures for all three functions: some in order, some not,
 * one alone, some equal, all of them small; of many, both ends stand far
 * behind. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 12 == 11 ? 20 : 1 + i % 6;
  double size = i % 8 == 2 ? 0.05 : 1;
  double *lambda = message_add(query, "lambda", NULL, n);
  for (size_t k = 0; k < n; k++)
    lambda[k] = size * 0.1 * exp(5 * (double)nn_rng_uniform(rng));
  if (i % 12 == 7) lambda[1] = lambda[0];
  if (n == 20) lambda[10 + i / 12] = 0.09, lambda[18] = 16;
}

/* Runs on a parabola: half of them creep, a quarter change sides at every
 * step, a quarter diverge. Each position is off by up to a thousandth of
 * the first distance to the minimum. Some runs are tiny, some long. */
static void make_run(nn_rng *rng, size_t i, message *query) {
  double size = i % 8 == 5 ? 1e-6 : 1;
  double low = i % 4 < 2 ? 0.1 : i % 4 == 2 ? 1.1 : 2.05;
  double high = i % 4 < 2 ? 0.9 : i % 4 == 2 ? 1.9 : 2.5;
  double factor = 1 - between(rng, low, high);
  size_t n = i % 12 == 9 ? 20 : 3 + nn_rng_below(rng, 8);
  double minimum = size * between(rng, -5, 5);
  double start = size * between(rng, 0.5, 4) * (i % 3 ? 1 : -1);
  double distance = start;
  double *w = message_add(query, "w", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = minimum + distance + 1e-3 * start * between(rng, -1, 1);
    distance *= factor;
  }
  message_add_number(query, "learning_rate", between(rng, 0.02, 0.9));
}

/* One that is at the minimum after a single step, and one that jumps from
 * side to side for ever. */
static const char *const run_always[] = {
    "rate_from_run(w = [5, 2, 2, 2], learning_rate = 0.25)",
    "rate_from_run(w = [3, -1, 3, -1, 3], learning_rate = 0.1)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "limit",
     .points = 2,
     .title = "the limit",
     .function = "largest_rate",
     .cases = 48,
     .make_case = make_case},
    {.id = "best",
     .points = 3,
     .title = "the best rate",
     .function = "best_rate",
     .cases = 48,
     .make_case = make_case},
    {.id = "factor",
     .points = 3,
     .title = "its factor",
     .function = "best_factor",
     .cases = 48,
     .make_case = make_case},
    {.id = "run",
     .points = 4,
     .title = "the limit from a run",
     .function = "rate_from_run",
     .always = run_always,
     .cases = 60,
     .make_case = make_run},
    {0},
};
