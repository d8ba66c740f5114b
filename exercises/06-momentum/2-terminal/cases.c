/* How fast a heavy ball gets, and how soon. */
#include "cases.h"

#include <math.h>

static void make_step(nn_rng *rng, size_t i, message *query) {
  message_add_number(query, "slope",
                     between(rng, 0.2, 3) * (i % 2 ? -1 : 1));
  message_add_number(query, "learning_rate", between(rng, 0.01, 0.5));
  double beta = i == 7 ? 0 : i % 10 == 9 ? 0.999 : between(rng, 0.1, 0.99);
  message_add_number(query, "beta", beta);
}

/* No part is so near to a step's that rounding could decide, but where
 * the first step has exactly the part asked for: that is exact. */
static void make_until(nn_rng *rng, size_t i, message *query) {
  double beta, part, over;
  do {
    beta = i % 3 == 0 ? between(rng, 0.9, 0.99) : between(rng, 0.2, 0.9);
    part = i % 4 == 0 ? between(rng, 0.9, 0.99) : between(rng, 0.1, 0.9);
    double steps = log(1 - part) / log(beta);
    over = steps - floor(steps);
  } while (over < 0.05 || over > 0.95);
  if (i % 10 == 9) {
    beta = 0.25 * (double)(1 + i / 10 % 3);
    part = 1 - beta;
  }
  message_add_number(query, "beta", beta);
  message_add_number(query, "part", part);
}

static void make_rate(nn_rng *rng, size_t i, message *query) {
  message_add_number(query, "ema_rate", between(rng, 0.01, 2));
  message_add_number(query, "beta", i == 5 ? 0 : between(rng, 0.1, 0.99));
}

static const char *const until_always[] = {
    "steps_until(beta = 0.999, part = 0.9)",
    "steps_until(beta = 0.5, part = 0.751)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "terminal",
     .points = 3,
     .title = "the step in the long run",
     .function = "terminal_step",
     .cases = 40,
     .make_case = make_step},
    {.id = "soon",
     .points = 3,
     .title = "how soon it is reached",
     .function = "steps_until",
     .always = until_always,
     .cases = 60,
     .make_case = make_until},
    {.id = "rate",
     .points = 2,
     .title = "the ball's rate",
     .function = "heavy_ball_rate",
     .cases = 30,
     .make_case = make_rate},
    {0},
};
