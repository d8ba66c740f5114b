/* Past the hidden layer. */
#include "cases.h"

enum { WIDE = 12 };

/* From -2 to 2, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  return (double)nn_rng_below(rng, 4 * parts + 1) / (double)parts - 2;
}

static void fill(nn_rng *rng, message *query, const char *name, size_t n,
                 size_t parts) {
  double *values = message_add(query, name, NULL, n);
  for (size_t i = 0; i < n; i++) values[i] = small(rng, parts);
  if (n == WIDE) values[n - 1] *= 20;
}

/* Small whole numbers, so that sums of exactly 0 are common and every
 * bias counts; halves in every other case, which are 0 to an int.
 * In half of them the hidden neuron's word weighs most, and some have
 * twelve inputs, of which the last one decides. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 10 == 8 ? WIDE : 1 + nn_rng_below(rng, 3);
  size_t parts = i % 2 ? 2 : 1;
  double *x = message_add(query, "x", NULL, n);
  for (size_t k = 0; k < n; k++) x[k] = (double)nn_rng_below(rng, 2);
  fill(rng, query, "to_hidden", n, parts);
  fill(rng, query, "to_output", n, parts);
  message_add_number(query, "hidden_bias", small(rng, parts));
  message_add_number(query, "from_hidden",
                     small(rng, parts) * (i % 4 < 2 ? 8 : 1));
  message_add_number(query, "output_bias", small(rng, parts));
}

/* The output fires because the hidden neuron does, with little to spare. */
static const char *const always[] = {
    "answer(x = [1], to_hidden = [0.5], to_output = [0], hidden_bias = 0,"
    " from_hidden = 1, output_bias = -0.5)",
    "answer(x = [1, 1], to_hidden = [1, 1], to_output = [0, 0],"
    " hidden_bias = -1, from_hidden = 2, output_bias = -1)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "answer",
     .points = 8,
     .title = "the answer of a network with skips",
     .function = "answer",
     .always = always,
     .cases = 400,
     .make_case = make_case},
    {0},
};
