/* One step with momentum, in its two forms. */
#include "cases.h"

/* Weights, slopes, and what is left of earlier steps; every fourth ball is
 * at rest, and one forgets all. */
static void make_step(nn_rng *rng, size_t i, message *query,
                      const char *memory) {
  size_t n = i % 5 == 4 ? 12 : 1 + i % 5;
  double *w = message_add(query, "w", NULL, n);
  double *kept = message_add(query, memory, NULL, n);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    kept[k] = i % 4 == 0 ? 0 : between(rng, -1, 1);
    g[k] = between(rng, -2, 2);
    if ((i + 3 * k) % 7 == 3) g[k] = 0; /* it rolls on */
  }
  message_add_number(query, "learning_rate", between(rng, 0.05, 0.5));
  message_add_number(query, "beta", i == 5 ? 0 : between(rng, 0.6, 0.95));
}

static void make_ball(nn_rng *rng, size_t i, message *query) {
  make_step(rng, i, query, "v");
}

static void make_ema(nn_rng *rng, size_t i, message *query) {
  make_step(rng, i, query, "m");
}

const exercise_part exercise_parts[] = {
    {.id = "ball",
     .points = 5,
     .title = "a heavy ball's step",
     .function = "heavy_ball",
     .cases = 50,
     .make_case = make_ball},
    {.id = "average",
     .points = 5,
     .title = "a step along the average",
     .function = "ema_step",
     .cases = 50,
     .make_case = make_ema},
    {0},
};
