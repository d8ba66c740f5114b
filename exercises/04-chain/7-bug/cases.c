/* Which slopes of a gradient are wrong, and how. */
#include "cases.h"

/* As in bug.h. */
enum { RIGHT, FROZEN, UPHILL, SCALED, CONFUSED };

static void add_random(nn_rng *rng, message *query, const char *name,
                       size_t count, double low, double high) {
  double *values = message_add(query, name, NULL, count);
  for (size_t k = 0; k < count; k++) values[k] = between(rng, low, high);
}

/* Inputs of about 1, or of thousandths: then the slopes of the hidden
 * weights are far smaller than the others. Now and then one input is 0, and
 * so are the slopes of its weights. */
static void add_problem(nn_rng *rng, message *query, size_t i) {
  double size = i % 3 == 1 ? 1e-3 : 1;
  add_random(rng, query, "w", 26, -1.5, 1.5);
  double *x = message_add(query, "x", NULL, 9);
  for (size_t k = 0; k < 9; k++)
    x[k] = i % 5 == k % 3 ? 0 : size * between(rng, -2, 2);
  double *t = message_add(query, "t", NULL, 6);
  for (size_t k = 0; k < 6; k++) t[k] = (double)nn_rng_below(rng, 2);
}

static void make_right(nn_rng *rng, size_t i, message *query) {
  add_problem(rng, query, i);
  message_add_number(query, "made", RIGHT);
  message_add_number(query, "group", 0);
  message_add_number(query, "factor", 1);
}

static void make_broken(nn_rng *rng, size_t i, message *query) {
  static const double factors[] = {2, 0.5, -2, 3, 1.01, -0.25};
  add_problem(rng, query, i / 16);
  message_add_number(query, "made", (double)(1 + i % 4));
  message_add_number(query, "group", (double)(i / 4 % 4));
  message_add_number(query, "factor", factors[nn_rng_below(rng, 6)]);
}

const exercise_part exercise_parts[] = {
    {.id = "right",
     .points = 2,
     .title = "a gradient that is right",
     .function = "find_bug",
     .cases = 20,
     .make_case = make_right},
    {.id = "group",
     .points = 5,
     .title = "which slopes are wrong",
     .needs = "right",
     .function = "find_bug",
     .cases = 96,
     .make_case = make_broken,
     .fields = "group_found"},
    {.id = "made",
     .points = 5,
     .title = "what is wrong with them",
     .needs = "group",
     .function = "find_bug",
     .cases = 96,
     .make_case = make_broken,
     .fields = "made_found"},
    {0},
};
