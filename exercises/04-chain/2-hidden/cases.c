/* The deltas of a hidden layer, BP2. Some layers have twelve neurons, and
 * some sums are so large that little comes through. */
#include "cases.h"

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 4, m = 1 + i / 4 % 4;
  if (i % 10 == 6) n = 12;
  if (i % 10 == 8) m = 12;
  double *w = message_add(query, "w", NULL, n * m);
  double *next = message_add(query, "delta_next", NULL, m);
  double *z = message_add(query, "z", NULL, n);
  for (size_t k = 0; k < n * m; k++) w[k] = between(rng, -2, 2);
  for (size_t j = 0; j < m; j++) next[j] = between(rng, -1, 1);
  for (size_t k = 0; k < n; k++) z[k] = between(rng, -2, 2);
  if (i % 10 == 9) z[0] = i % 20 == 9 ? 12 : -12;
}

const exercise_part exercise_parts[] = {
    {.id = "deltas",
     .points = 8,
     .title = "the deltas of a hidden layer",
     .function = "hidden_deltas",
     .cases = 64,
     .make_case = make_case,
     .derived = true,
     .slopes = true},
    {0},
};
