/* The factor of a run, and the steps that it needs. */
#include "cases.h"

#include <math.h>

/* A run with its factor, and distances that do not quite follow it. One
 * in five diverges. */
static void make_run(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 9 == 8 ? 24 : 2 + i % 9;
  double *d = message_add(query, "d", NULL, n);
  double factor =
      i % 5 == 4 ? between(rng, 1.05, 1.3) : between(rng, 0.5, 0.95);
  double distance = between(rng, 0.5, 10);
  for (size_t k = 0; k < n; k++, distance *= factor)
    d[k] = distance * between(rng, 0.7, 1.3);
}

/* No case comes close to a whole number of steps, except 0 and where
 * logarithms and products are exact. */
static void make_steps(nn_rng *rng, size_t i, message *query) {
  double factor, part, steps;
  do {
    factor = i % 2 ? between(rng, 0.1, 0.9) : between(rng, 0.9, 0.99);
    part = i % 3 ? between(rng, 0.05, 0.95) : between(rng, 1e-4, 1e-2);
    steps = log(part) / log(factor);
  } while (fabs(steps - round(steps)) < 1e-3);
  if (i == 2) factor = 0.5, part = 0.125;
  if (i == 10) factor = 0.25, part = 0.0625;
  message_add_number(query, "factor", factor);
  message_add_number(query, "part", i % 8 == 5 ? 1 : part);
}

/* Three steps and a thousandth, and some hundreds. */
static const char *const steps_always[] = {
    "steps_to(factor = 0.5, part = 0.1249)",
    "steps_to(factor = 0.999, part = 0.5)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "factor",
     .points = 6,
     .title = "a line through logarithms",
     .function = "fitted_factor",
     .cases = 54,
     .make_case = make_run},
    {.id = "steps",
     .points = 4,
     .title = "the number of steps",
     .function = "steps_to",
     .always = steps_always,
     .cases = 48,
     .make_case = make_steps},
    {0},
};
