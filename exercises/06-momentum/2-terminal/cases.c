/* How fast a heavy ball gets, and how soon; and beta from its steps. */
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

/* Steps uphill and down, that get longer, shorter, or turn round. Each is
 * off by up to a thousandth of the terminal one, so that beta comes out
 * below 1. A long run has a beta nearer to 1. Some steps are tiny. */
static void make_steps(nn_rng *rng, size_t i, message *query) {
  bool from_rest = i % 5 == 1, too_fast = i % 5 == 3, many = i % 6 == 4;
  double terminal = between(rng, 0.5, 4) * (i % 2 ? -1 : 1);
  if (i % 8 == 5) terminal *= 1e-6;
  double beta = many ? between(rng, 0.9, 0.95) : between(rng, 0.1, 0.9);
  size_t n = many ? 20 : 3 + nn_rng_below(rng, 8);
  double step = too_fast ? between(rng, 1.5, 3) : between(rng, -1, 0.5);
  if (from_rest) step = 1 - beta;
  double *v = message_add(query, "v", NULL, n);
  for (size_t k = 0; k < n; k++) {
    v[k] = terminal * (step + 1e-3 * between(rng, -1, 1));
    step = beta * step + 1 - beta;
  }
}

/* A ball without memory has its terminal speed after one step. */
static const char *const steps_always[] = {
    "beta_from_steps(v = [1, -2, -2, -2])",
    "beta_from_steps(v = [0, 2, 3, 3.5])", NULL};

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
    {.id = "memory",
     .points = 4,
     .title = "beta from the steps",
     .function = "beta_from_steps",
     .always = steps_always,
     .cases = 60,
     .make_case = make_steps},
    {0},
};
