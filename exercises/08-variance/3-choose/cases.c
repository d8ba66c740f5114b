/* Choosing a model by the validation set. */
#include "cases.h"

/* What the errors of model i are said to be worth. */
typedef double worth(const message *q, size_t i);

static double validation(const message *q, size_t i) {
  return message_values(q, "validation")[i];
}

static size_t models(const message *q) {
  return message_count(q, "validation");
}

/* The model whose worth is lowest, the first or the last of equals. */
static size_t lowest(const message *q, worth *of, bool last) {
  size_t best = 0;
  for (size_t i = 1; i < models(q); i++)
    if (of(q, i) < of(q, best) || (last && of(q, i) == of(q, best)))
      best = i;
  return best;
}

/* In every third case two models share the lowest validation error. In
 * every fourth all errors, and what lies between them, are tiny. Of many
 * models one of the last is best. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 8 == 6 ? 20 : 1 + i % 8;
  double *learned = message_add(query, "training", NULL, n);
  double *held = message_add(query, "validation", NULL, n);
  double *last = message_add(query, "test", NULL, n);
  double size = i % 4 == 1 ? 100 : i % 4 == 3 ? 1e-12 : 1;
  for (size_t k = 0; k < n; k++) held[k] = size * between(rng, 0.2, 1);
  if (n == 20) held[n - 1 - i / 8 % 4] = size * 0.1;
  if (i % 3 == 0)
    held[nn_rng_below(rng, n)] = held[lowest(query, validation, false)];
  for (size_t k = 0; k < n; k++) {
    learned[k] = held[k] * between(rng, 0.1, 0.9);
    last[k] = held[k] + size * between(rng, -0.15, 0.3);
  }
}

const exercise_part exercise_parts[] = {
    {.id = "choice",
     .points = 5,
     .title = "the choice",
     .function = "choose",
     .cases = 60,
     .make_case = make_case,
     .fields = "returned"},
    {.id = "report",
     .points = 3,
     .title = "the report",
     .needs = "choice",
     .function = "choose",
     .cases = 60,
     .make_case = make_case,
     .fields = "reported"},
    {0},
};
