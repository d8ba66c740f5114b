/* Checking a gradient by differences. */
#include "cases.h"

static void make_slope(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 4;
  double *w = message_add(query, "w", NULL, n);
  for (size_t k = 0; k < n; k++) w[k] = between(rng, 0.2, 1.2);
  message_add_number(query, "i", (double)(nn_rng_next(rng) % n));
  message_add_number(query, "h", between(rng, 0.01, 0.1));
  message_add_number(query, "loss", (double)(i / 4 % 2));
}

static void make_error(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 5;
  double *g = message_add(query, "g", NULL, n);
  double *d = message_add(query, "d", NULL, n);
  double size = i % 3 == 0 ? 1e-3 : i % 3 == 1 ? 1 : 10;
  if (i % 8 == 4) size = 1e-12; /* small, but not zero */
  for (size_t k = 0; k < n; k++) {
    g[k] = i % 8 == 7 ? 0 : size * between(rng, -1, 1);
    d[k] = i % 16 == 15 ? 0 : size * between(rng, -1, 1);
  }
}

const exercise_part exercise_parts[] = {
    {.id = "slope",
     .points = 4,
     .title = "a centred difference",
     .function = "slope_by_difference",
     .cases = 40,
     .make_case = make_slope,
     .fields = "returned w"},
    {.id = "unchanged",
     .points = 1,
     .title = "w is as it was, to the last digit",
     .needs = "slope",
     .function = "slope_by_difference",
     .cases = 40,
     .make_case = make_slope,
     .fields = "unchanged"},
    {.id = "error",
     .points = 3,
     .title = "a relative error",
     .function = "relative_error",
     .cases = 64,
     .make_case = make_error},
    {0},
};
