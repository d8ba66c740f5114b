/* One step of RMSprop. */
#include "cases.h"

/* Slopes of three sizes, averages that have begun or not, an epsilon that
 * hardly counts or does. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  static const double sizes_of[] = {1, 0.01, 100};
  size_t n = i % 10 == 9 ? 12 : 1 + i % 5;
  double size = sizes_of[i % 3];
  double *w = message_add(query, "w", NULL, n);
  double *s = message_add(query, "s", NULL, n);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    g[k] = (i + k) % 11 == 7 ? 0 : size * between(rng, -1, 1);
    s[k] = i % 4 == 0 ? 0 : size * size * between(rng, 0.1, 1);
  }
  message_add_number(query, "learning_rate", between(rng, 0.1, 1));
  message_add_number(query, "rho", between(rng, 0.6, 0.99));
  message_add_number(query, "epsilon",
                     i % 7 < 3 ? 1e-8 : between(rng, 0.05, 0.3));
}

const exercise_part exercise_parts[] = {
    {.id = "step",
     .points = 12,
     .title = "one step of RMSprop",
     .function = "rmsprop_step",
     .cases = 84,
     .make_case = make_case},
    {0},
};
