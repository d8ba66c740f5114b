/* What the machine is tried with. */
#include "cases.h"

static void make_case(nn_rng *rng, size_t i, message *query) {
  (void)i;
  message_add_number(query, "x", nn_rng_normal(rng));
}

const exercise_part exercise_parts[] = {
    {.id = "twice",
     .points = 1,
     .title = "doubles a number",
     .function = "twice",
     .cases = 8,
     .make_case = make_case},
    {0},
};
