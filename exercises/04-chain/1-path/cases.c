/* The slopes along a chain of neurons. */
#include "cases.h"

/* From FAR on one link is next to nothing: the loss does not feel what is
 * below it, but there is a slope, and no formula of the sigmoid loses it.
 */
enum { FAR = 60 };

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 2 + i % 5;
  if (i == 0) n = 1;
  if (i == 5) n = 16; /* the longest, whose slopes do not fade */
  double *w = message_add(query, "w", NULL, n);
  double *b = message_add(query, "b", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] =
        between(rng, 1, 3) * (nn_rng_uniform(rng) < (nn_real)0.5 ? -1 : 1);
    b[k] = between(rng, -1, 1);
    if (i == 5) w[k] = w[k] > 0 ? 4 : -4;
    if (i == 5) b[k] = -w[k] / 2;
  }
  if (i >= FAR) w[1 + i % (n - 1)] *= 1e-40;
  message_add_number(query, "x", between(rng, -2, 2));
  message_add_number(query, "t", (double)(i % 2));
}

const exercise_part exercise_parts[] = {
    {.id = "path",
     .points = 10,
     .title = "slopes along a chain",
     .function = "path_slopes",
     .cases = FAR + 10,
     .make_case = make_case,
     .derived = true,
     .far_from = FAR,
     .slopes = true},
    {0},
};
