/* The shortest weights that meet every target. */
#include "cases.h"

/* No example is nearly a sum of others, in the first n features alone. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 8, p = n + 1 + i / 8 % 5;
  double *phi = message_add(query, "phi", NULL, n * p);
  double *t = message_add(query, "t", NULL, n);
  for (size_t k = 0; k < n; k++) {
    for (size_t j = 0; j < p; j++)
      phi[k * p + j] = between(rng, -1, 1) + (j == k ? 4 : 0);
    t[k] = between(rng, -3, 3);
  }
  message_add_number(query, "p", (double)p);
}

const exercise_part exercise_parts[] = {
    {.id = "outputs",
     .points = 5,
     .title = "every target is met",
     .function = "least_norm",
     .cases = 40,
     .make_case = make_case,
     .fields = "outputs"},
    {.id = "weights",
     .points = 7,
     .title = "by the shortest weights",
     .needs = "outputs",
     .function = "least_norm",
     .cases = 40,
     .make_case = make_case,
     .fields = "w"},
    {0},
};
