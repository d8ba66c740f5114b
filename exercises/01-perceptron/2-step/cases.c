/* One step of the rule. */
#include "cases.h"

/* From -2 to 2, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  return (double)nn_rng_below(rng, 4 * parts + 1) / (double)parts - 2;
}

/* Small whole numbers, or halves in every third case, so that sums of
 * exactly 0 are common, and 1/2 as well, which is 0 to an int. The first
 * two begin where training begins, at zero. In two others a float would
 * lose the 1, wherever the sum starts. Some have twelve inputs. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  bool wide = i == 3 || i == 5;
  size_t n = wide                         ? 2
             : i % 10 == 9 || i % 10 == 6 ? 12
                                          : 1 + nn_rng_below(rng, 4),
         parts = i % 3 == 2 ? 2 : 1;
  double *w = message_add(query, "w", NULL, n);
  double *b = message_add_number(query, "b", 0);
  double *x = message_add(query, "x", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = i < 2 ? 0 : small(rng, parts);
    x[k] = small(rng, parts);
  }
  *b = i < 2 ? 0 : small(rng, parts);
  if (!wide) return;
  w[0] = i == 3 ? 1e9 : 1;
  w[1] = i == 3 ? 1 : 1e9;
  x[0] = x[1] = 1;
  *b = -1e9;
}

static void make_learning_case(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query);
  message_add_number(query, "y", i % 2 ? 1 : -1);
}

/* A sum of 1 that an int would make 0, and a last input that decides. */
static const char *const fires_always[] = {
    "fires(w = [1, 1], b = 0, x = [0.5, 0.5])",
    "fires(w = [0, 0, 0, 0, 0, 0, 0, 0, 0, 2], b = -1,"
    " x = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])",
    NULL};
static const char *const learns_always[] = {
    "learn(w = [1, 1], b = 0, x = [0.5, 0.5], y = 1)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "fires",
     .points = 3,
     .title = "the neuron's answer",
     .function = "fires",
     .always = fires_always,
     .cases = 60,
     .make_case = make_case},
    {.id = "learn",
     .points = 7,
     .title = "a step of the rule",
     .needs = "fires",
     .function = "learn",
     .always = learns_always,
     .cases = 120,
     .make_case = make_learning_case},
    {0},
};
