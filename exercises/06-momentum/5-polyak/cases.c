/* Polyak's learning rate and beta. */
#include "cases.h"

#include <math.h>

static void make_case(nn_rng *rng, size_t i, message *query) {
  double mu = exp(between(rng, -3, 3));
  double kappa = i % 2 ? between(rng, 1.5, 10) : exp(between(rng, 1, 8));
  message_add_number(query, "mu", mu);
  message_add_number(query, "largest", i % 12 == 11 ? mu : mu * kappa);
}

const exercise_part exercise_parts[] = {
    {.id = "choice",
     .points = 5,
     .title = "learning rate and beta",
     .function = "polyak",
     .cases = 48,
     .make_case = make_case},
    {.id = "factor",
     .points = 3,
     .title = "how fast that is",
     .function = "polyak_factor",
     .cases = 48,
     .make_case = make_case},
    {0},
};
