/* How near noise lets descent come, and the rate for it. */
#include "cases.h"

static void make_floor(nn_rng *rng, size_t i, message *query) {
  double rate = i % 2 ? between(rng, 0.1, 0.8) : between(rng, 1.1, 1.9);
  message_add_number(query, "learning_rate", i == 0 ? 0.5 : rate);
  message_add_number(query, "variance", between(rng, 0.3, 4));
  message_add_number(query, "batch", (double)(1 + i % 12));
}

static void make_rate(nn_rng *rng, size_t i, message *query) {
  message_add_number(query, "most",
                     i % 2 ? between(rng, 0.02, 0.3)
                           : between(rng, 1.2, 3));
  message_add_number(query, "variance", between(rng, 0.3, 4));
  message_add_number(query, "batch", (double)(1 + i % 12));
}

const exercise_part exercise_parts[] = {
    {.id = "floor",
     .points = 5,
     .title = "the floor for a rate",
     .function = "noise_floor",
     .cases = 48,
     .make_case = make_floor},
    {.id = "rate",
     .points = 5,
     .title = "the rate for a floor",
     .function = "largest_rate_for",
     .cases = 48,
     .make_case = make_rate},
    {0},
};
