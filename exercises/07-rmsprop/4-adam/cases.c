/* One step of Adam. */
#include "cases.h"

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 8 == 7 ? 12 : 1 + i % 4;
  double t = i % 3 == 0 ? 1 : 2 + (double)nn_rng_below(rng, 12);
  double size = i % 5 == 4 ? 10 : 1;
  if (i % 10 == 8) t = 500;
  double *w = message_add(query, "w", NULL, n);
  double *m = message_add(query, "m", NULL, n);
  double *s = message_add(query, "s", NULL, n);
  message_add_number(query, "t", t);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    m[k] = t > 1 ? size * between(rng, -0.5, 0.5) : 0;
    s[k] = t > 1 ? size * size * between(rng, 0.05, 0.5) : 0;
    g[k] = (i + k) % 11 == 7 ? 0 : size * between(rng, -1, 1);
  }
  message_add_number(query, "learning_rate", between(rng, 0.1, 1));
  message_add_number(query, "beta", between(rng, 0.5, 0.95));
  message_add_number(query, "rho", between(rng, 0.8, 0.999));
  message_add_number(query, "epsilon",
                     i % 7 < 3 ? 1e-8 : between(rng, 0.05, 0.3));
}

const exercise_part exercise_parts[] = {
    {.id = "adam",
     .points = 12,
     .title = "one step of Adam",
     .function = "adam_step",
     .cases = 84,
     .make_case = make_case},
    {0},
};
