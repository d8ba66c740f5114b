/* RMSprop on a bowl that is turned. */
#include "cases.h"

#include <math.h>

static void make_gradient(nn_rng *rng, size_t i, message *query) {
  double *w = message_add(query, "w", NULL, 2);
  for (size_t k = 0; k < 2; k++) w[k] = between(rng, -2, 2);
  message_add_number(query, "kappa", between(rng, 2, 100));
  message_add_number(query, "angle",
                     i % 8 == 7 ? 0 : between(rng, -3.1, 3.1));
}

/* Would a count change if the start were moved in the ninth digit? Then
 * rounding might decide it. */
static bool on_an_edge(const message *query) {
  static const double stretch[] = {1 + 1e-9, 1 - 1e-9};
  bool steady = true;
  for (size_t i = 0; i < 2 && steady; i++) {
    message moved;
    message_copy(&moved, query);
    double *start = message_find(&moved, "start")->values;
    start[0] *= stretch[i];
    start[1] *= stretch[i];
    steady = all_answer_alike(query, &moved);
    message_free(&moved);
  }
  return !steady;
}

enum { ON_THE_CIRCLE, FEW, TINY, LAST, ON_AN_AXIS, SORTS };

/* Draws a bowl, a start and the rest: `unit` is the length of all that is
 * a length. */
static void draw(nn_rng *rng, size_t i, double unit, message *query) {
  const double pi = acos(-1);
  double angle = i % 3 == 0 ? pi / 4 : between(rng, -3, 3);
  double along = between(rng, -3, 3), far = between(rng, 1, 3);
  double start[2] = {far * cos(along) * unit, far * sin(along) * unit};
  if (i % SORTS == ON_AN_AXIS) angle = 0, start[1] = 0;
  message_add_number(query, "kappa", between(rng, 2, 50));
  message_add_number(query, "angle", angle);
  message_add(query, "start", start, 2);
  message_add_number(query, "learning_rate",
                     between(rng, 0.01, 0.05) * unit);
  message_add_number(query, "rho", between(rng, 0.8, 0.98));
  message_add_number(query, "radius", between(rng, 0.2, 0.6) * unit);
}

static void set_most(message *query, double most) {
  query->fields[query->count - 1].values[0] = most;
}

static void make_steps(nn_rng *rng, size_t i, message *query) {
  size_t sort = i % SORTS;
  if (sort == ON_THE_CIRCLE && i % 2 == 0) {
    double start[2] = {i % 4 == 0 ? 3 : -4, i % 4 == 0 ? 4 : -3};
    if (i % 20 == 10) start[0] = 1; /* inside the circle, not on it */
    message_add_number(query, "kappa", between(rng, 2, 50));
    message_add_number(query, "angle", between(rng, -3, 3));
    message_add(query, "start", start, 2);
    message_add_number(query, "learning_rate", 0.25);
    message_add_number(query, "rho", 0.9);
    message_add_number(query, "radius", 5);
    message_add_number(query, "most", 50);
    return;
  }
  do {
    message_free(query);
    message_begin(query, "steps_until");
    draw(rng, i, sort == TINY ? 1e-8 : 1, query);
    message_add_number(query, "most", 1000);
    double steps = right_number(query, "returned");
    if (sort == FEW) set_most(query, floor(steps / 2));
    if (sort == LAST) set_most(query, steps - (double)(i % 2));
  } while (on_an_edge(query));
}

const exercise_part exercise_parts[] = {
    {.id = "gradient",
     .points = 4,
     .title = "the gradient of a turned bowl",
     .function = "bowl_gradient",
     .cases = 40,
     .make_case = make_gradient,
     .slopes = true},
    {.id = "steps",
     .points = 6,
     .title = "RMSprop's way down",
     .needs = "gradient",
     .function = "steps_until",
     .cases = 40,
     .make_case = make_steps},
    {0},
};
