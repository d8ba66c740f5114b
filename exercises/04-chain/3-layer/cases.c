/* The slopes of a layer for a batch, BP3 and BP4. Some batches have twelve
 * examples, some layers twelve inputs or neurons. */
#include "cases.h"

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t batch = 1 + i % 4, n = 1 + i / 4 % 3, m = 1 + i / 12 % 3;
  if (i % 20 == 7) batch = 12;
  if (i % 20 == 13) n = 12;
  if (i % 20 == 19) m = 12;
  double *inputs = message_add(query, "inputs", NULL, batch * n);
  double *delta = message_add(query, "delta", NULL, batch * m);
  for (size_t k = 0; k < batch * n; k++) inputs[k] = between(rng, -2, 2);
  for (size_t k = 0; k < batch * m; k++) delta[k] = between(rng, -1, 1);
  message_add_number(query, "batch", (double)batch);
}

const exercise_part exercise_parts[] = {
    {.id = "slopes",
     .points = 8,
     .title = "the slopes of a layer",
     .function = "layer_slopes",
     .cases = 72,
     .make_case = make_case,
     .slopes = true},
    {0},
};
