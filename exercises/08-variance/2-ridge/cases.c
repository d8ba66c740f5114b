/* Ridge regression by the normal equations. */
#include "cases.h"

/* No feature is nearly a sum of others: each has examples of its own. */
static void make_data(nn_rng *rng, size_t n, size_t p, message *query) {
  double *phi = message_add(query, "phi", NULL, n * p);
  double *t = message_add(query, "t", NULL, n);
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < p; j++)
      phi[i * p + j] = between(rng, -1, 1) + (i % p == j ? 2 : 0);
    t[i] = between(rng, -3, 3);
  }
  message_add_number(query, "p", (double)p);
}

static void make_squares(nn_rng *rng, size_t i, message *query) {
  size_t p = i % 8 == 7 ? 8 : 1 + i % 4;
  make_data(rng, p + 1 + i / 4 % 4, p, query);
  message_add_number(query, "lambda", 0);
}

static void make_ridge(nn_rng *rng, size_t i, message *query) {
  size_t p = i % 8 == 7 ? 8 : 1 + i % 4;
  make_data(rng, p + i / 4 % 4, p, query);
  message_add_number(query, "lambda", between(rng, 0.2, 3));
}

static void make_few(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 5;
  make_data(rng, n, n + 1 + i % 3, query);
  message_add_number(query, "lambda", between(rng, 0.2, 3));
}

const exercise_part exercise_parts[] = {
    {.id = "squares",
     .points = 4,
     .title = "least squares",
     .function = "ridge_fit",
     .cases = 40,
     .make_case = make_squares},
    {.id = "ridge",
     .points = 6,
     .title = "with a penalty",
     .needs = "squares",
     .function = "ridge_fit",
     .cases = 40,
     .make_case = make_ridge},
    {.id = "few",
     .points = 2,
     .title = "fewer examples than weights",
     .needs = "ridge",
     .function = "ridge_fit",
     .cases = 30,
     .make_case = make_few},
    {0},
};
