/* Past the hidden layer. */
#include "cases.h"

/* From -2 to 2, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  return (double)nn_rng_below(rng, 4 * parts + 1) / (double)parts - 2;
}

static void fill(nn_rng *rng, message *query, const char *name, size_t n,
                 size_t parts) {
  double *values = message_add(query, name, NULL, n);
  for (size_t i = 0; i < n; i++) values[i] = small(rng, parts);
}

/* Small whole numbers, so that sums of exactly 0 are common and every
 * bias counts; halves in every third case, which are 0 to an int. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + nn_rng_below(rng, 3);
  size_t parts = i % 3 == 2 ? 2 : 1;
  double *x = message_add(query, "x", NULL, n);
  for (size_t k = 0; k < n; k++) x[k] = (double)nn_rng_below(rng, 2);
  fill(rng, query, "to_hidden", n, parts);
  fill(rng, query, "to_output", n, parts);
  message_add_number(query, "hidden_bias", small(rng, parts));
  message_add_number(query, "from_hidden", small(rng, parts));
  message_add_number(query, "output_bias", small(rng, parts));
}

const exercise_part exercise_parts[] = {
    {.id = "answer",
     .points = 8,
     .title = "the answer of a network with skips",
     .function = "answer",
     .cases = 200,
     .make_case = make_case},
    {0},
};
