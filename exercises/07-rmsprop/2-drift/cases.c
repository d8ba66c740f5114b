/* Where a cycle of slopes drives a weight. */
#include "cases.h"

/* Nine against one, the chapter's cycle; else anything. */
static void add_slopes(nn_rng *rng, size_t i, message *query) {
  size_t n = i < 2 ? 10 : 1 + i % 12;
  double *g = message_add(query, "g", NULL, n);
  double size = i % 3 == 0 ? 1 : i % 3 == 1 ? 0.05 : 20;
  for (size_t k = 0; k < n; k++) {
    g[k] = size * between(rng, -1, 1);
    if (n > 2 && (i + k) % 7 == 0) g[k] = 0;
    if (i < 2) g[k] = k < 9 ? 0.1 : -0.9;
  }
}

static void make_drift(nn_rng *rng, size_t i, message *query) {
  add_slopes(rng, i, query);
  double rho = between(rng, 0.4, 0.98);
  if (i % 5 == 0) rho = 0.9;
  if (i % 5 == 1) rho = 0.99;
  if (i % 5 == 2) rho = 0.9999; /* ten thousand cycles are too few */
  message_add_number(query, "rho", rho);
  message_add_number(query, "learning_rate", between(rng, 0.1, 2));
}

static void make_sign(nn_rng *rng, size_t i, message *query) {
  add_slopes(rng, i, query);
  message_add_number(query, "learning_rate", between(rng, 0.1, 2));
}

static const char *const signs_always[] = {
    "sign_drift(g = [1e-4, -5e-4, -2e-4], learning_rate = 1)",
    "sign_drift(g = [0, -1e-12], learning_rate = 0.5)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "signs",
     .points = 3,
     .title = "the drift of signs",
     .function = "sign_drift",
     .always = signs_always,
     .cases = 40,
     .make_case = make_sign},
    {.id = "rmsprop",
     .points = 7,
     .title = "RMSprop's drift",
     .function = "drift",
     .cases = 60,
     .make_case = make_drift},
    {0},
};
