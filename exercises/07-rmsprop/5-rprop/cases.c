/* One step of rprop. */
#include "cases.h"

/* A slope of either sign, not near 0; one in five is 0. */
static double slope(nn_rng *rng) {
  static const double signs[] = {1, -1, 1, -1, 0};
  return signs[nn_rng_below(rng, 5)] * between(rng, 0.1, 3);
}

static double some_size(nn_rng *rng) {
  switch (nn_rng_below(rng, 4)) {
  case 0:
    return between(rng, 42, 50);
  case 1:
    return between(rng, 1e-6, 1.9e-6);
  default:
    return between(rng, 0.01, 5);
  }
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 6 == 5 ? 12 : 1 + i % 6;
  double *w = message_add(query, "w", NULL, n);
  double *size = message_add(query, "size", NULL, n);
  double *previous = message_add(query, "previous", NULL, n);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    size[k] = some_size(rng);
    previous[k] = slope(rng);
    g[k] = slope(rng);
  }
}

const exercise_part exercise_parts[] = {
    {.id = "rprop",
     .points = 8,
     .title = "one step of rprop",
     .function = "rprop_step",
     .cases = 72,
     .make_case = make_case},
    {0},
};
