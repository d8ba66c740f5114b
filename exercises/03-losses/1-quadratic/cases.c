/* Half the squares. */
#include "cases.h"

/* From FAR on one error is huge. The slopes by the other outputs have
 * nothing to do with it; differences of the loss do. */
enum { FAR = 60 };

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t examples = 1 + nn_rng_below(rng, 5);
  size_t outputs = 1 + nn_rng_below(rng, 4);
  double *a = message_add(query, "a", NULL, examples * outputs);
  double *t = message_add(query, "t", NULL, examples * outputs);
  for (size_t k = 0; k < examples * outputs; k++) {
    a[k] = (double)nn_rng_below(rng, 9) / 4;
    t[k] = (double)nn_rng_below(rng, 9) / 4;
  }
  if (i >= FAR) a[0] = 0x1p60;
  message_add_number(query, "examples", (double)examples);
  message_add_number(query, "outputs", (double)outputs);
}

const exercise_part exercise_parts[] = {
    {.id = "quadratic",
     .points = 4,
     .title = "the loss of a batch",
     .function = "quadratic",
     .cases = 60,
     .make_case = make_case},
    {.id = "gradient",
     .points = 4,
     .title = "its slopes",
     .function = "quadratic_gradient",
     .cases = FAR + 10,
     .make_case = make_case,
     .derived = true,
     .far_from = FAR,
     .slopes = true},
    {0},
};
