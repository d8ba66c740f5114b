/* Learning rates that fall. */
#include "cases.h"

static void make_run(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 8 == 7 ? 40 : 1 + i % 8;
  double *a = message_add(query, "a", NULL, n);
  for (size_t k = 0; k < n; k++) a[k] = between(rng, -3, 3);
}

static void make_power(nn_rng *rng, size_t i, message *query) {
  static const double at[] = {0.5, 1,   0,        2,         0.500001,
                              -1,  0.6, 1.000001, 0.4999999, 0.999999};
  enum { FIXED = sizeof at / sizeof *at };
  message_add_number(query, "p",
                     i < FIXED ? at[i] : between(rng, -1.5, 2.5));
}

const exercise_part exercise_parts[] = {
    {.id = "run",
     .points = 5,
     .title = "steps of 1/k",
     .function = "running_minimum",
     .cases = 48,
     .make_case = make_run},
    {.id = "powers",
     .points = 3,
     .title = "which powers will do",
     .function = "is_robbins_monro",
     .cases = 40,
     .make_case = make_power},
    {0},
};
