/* Nesterov's momentum. */
#include "cases.h"

static void make_case(nn_rng *rng, size_t i, message *query, size_t steps) {
  double w = between(rng, -2, 2), v = between(rng, -1, 1);
  if (i % 5 == 4) v = 0;
  message_add_number(query, "slope", (double)(i % 3));
  message_add_number(query, "w", w);
  message_add_number(query, "v", v);
  message_add_number(query, "learning_rate", between(rng, 0.05, 0.3));
  message_add_number(query, "beta", i == 7 ? 0 : between(rng, 0.3, 0.95));
  message_add_number(query, "steps", (double)steps);
}

static void make_step(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query, 1);
}

static void make_path(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query, 2 + i % 9);
}

const exercise_part exercise_parts[] = {
    {.id = "step",
     .points = 6,
     .title = "one step",
     .function = "nesterov",
     .cases = 45,
     .make_case = make_step},
    {.id = "path",
     .points = 4,
     .title = "many steps",
     .needs = "step",
     .function = "nesterov",
     .cases = 45,
     .make_case = make_path},
    {0},
};
