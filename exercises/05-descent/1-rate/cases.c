/* Learning rates for a bowl. */
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
    {0},
};
