/* One epoch in mini-batches. */
#include "cases.h"

/* An epoch of n examples. */
static void make_epoch(nn_rng *rng, size_t n, size_t batch,
                       message *query) {
  enum { MOST = 64 };
  double w = between(rng, -1, 1), b = between(rng, -1, 1);
  message_add_number(query, "w", w);
  message_add_number(query, "b", b);
  double *x = message_add(query, "x", NULL, n);
  double *t = message_add(query, "t", NULL, n);
  double *order = message_add(query, "order", NULL, n);
  size_t shuffled[MOST];
  for (size_t e = 0; e < n; e++) {
    x[e] = between(rng, -2, 2);
    t[e] = between(rng, -2, 2);
    shuffled[e] = e;
  }
  nn_rng_shuffle(rng, shuffled, n);
  for (size_t i = 0; i < n; i++) order[i] = (double)shuffled[i];
  message_add_number(query, "batch", (double)batch);
  message_add_number(query, "learning_rate", between(rng, 0.05, 0.3));
}

static void make_whole(nn_rng *rng, size_t i, message *query) {
  size_t batch = i % 8 == 7 ? 12 : 1 + i % 4, batches = 1 + i / 4 % 4;
  make_epoch(rng, batch * batches, batch, query);
}

/* None to three full batches and some examples more. */
static void make_short(nn_rng *rng, size_t i, message *query) {
  size_t batch = i % 5 == 4 ? 12 : 2 + i % 5;
  size_t more = 1 + nn_rng_below(rng, batch - 1);
  make_epoch(rng, i / 5 % 4 * batch + more, batch, query);
}

const exercise_part exercise_parts[] = {
    {.id = "batches",
     .points = 8,
     .title = "full batches",
     .function = "train_epoch",
     .cases = 48,
     .make_case = make_whole},
    {.id = "short",
     .points = 4,
     .title = "a shorter last batch",
     .needs = "batches",
     .function = "train_epoch",
     .cases = 40,
     .make_case = make_short},
    {0},
};
