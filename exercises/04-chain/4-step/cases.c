/* A whole step of backpropagation and descent. */
#include "cases.h"

static void add_random(nn_rng *rng, message *query, const char *name,
                       size_t count, double size) {
  double *values = message_add(query, name, NULL, count);
  for (size_t k = 0; k < count; k++) values[k] = between(rng, -size, size);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  add_random(rng, query, "w", 4, 2);
  add_random(rng, query, "b", 2, 1);
  add_random(rng, query, "v", 4, 2);
  add_random(rng, query, "c", 2, 1);
  add_random(rng, query, "x", 2, 2);
  double *t = message_add(query, "t", NULL, 2);
  t[0] = (double)(i % 2);
  t[1] = (double)(i / 2 % 2);
  message_add_number(query, "rate", between(rng, 0.5, 4));
}

/* Sums so large that the neurons hardly learn; a bit they do. */
static const char *const always[] = {
    "train_step(w = [1, 0.5, -0.5, 1], b = [7, -8], v = [1, -1, 2, 0.5],"
    " c = [6, -7], x = [1, 2], t = [0, 1], rate = 1)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "step",
     .points = 12,
     .title = "one step of a 2-2-2 network",
     .function = "train_step",
     .always = always,
     .cases = 40,
     .make_case = make_case,
     .derived = true},
    {0},
};
