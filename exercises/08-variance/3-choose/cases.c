/* Choosing a model by the validation set, and by folds. */
#include "cases.h"

#include <math.h>

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

/* The errors of each model fall and then rise from model to model, and
 * spread over the folds, each model's by an amount of its own. Some cases
 * are made of quarters, in which every way to compute a mean gives the same
 * number: with two folds, a model that shares the lowest mean, or all
 * errors of the best model alike. */
static void make_folds(nn_rng *rng, size_t i, message *query) {
  bool shared = i % 9 == 4, alike = i % 9 == 8;
  size_t models = i % 8 == 6 ? 20 : 1 + i % 8;
  size_t folds = shared ? 2 : i % 7 == 5 ? 10 : 2 + nn_rng_below(rng, 5);
  double size = i % 5 == 1 ? 128 : i % 5 == 3 ? 0x1p-40 : 1;
  double *e = message_add(query, "errors", NULL, models * folds);
  double turn = between(rng, 0, (double)models);
  for (size_t m = 0; m < models; m++) {
    double mean = 1 + between(rng, 0.02, 0.1) * fabs((double)m - turn);
    double spread = between(rng, 0.02, 0.5);
    for (size_t k = 0; k < folds; k++)
      e[m * folds + k] = size * (mean + spread * between(rng, -1, 1));
  }
  size_t best = nn_rng_below(rng, models);
  if (shared || alike)
    for (size_t k = 0; k < folds; k++) e[best * folds + k] = 0.25 * size;
  if (shared) {
    double *other = &e[nn_rng_below(rng, models) * folds];
    other[0] = 0.125 * size;
    other[1] = 0.375 * size;
  }
  message_add_number(query, "models", (double)models);
  message_add_number(query, "folds", (double)folds);
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
    {.id = "limit",
     .points = 4,
     .title = "one standard error",
     .function = "choose_by_folds",
     .cases = 90,
     .make_case = make_folds,
     .fields = "limit"},
    {.id = "simplest",
     .points = 4,
     .title = "the simplest that is good enough",
     .needs = "limit",
     .function = "choose_by_folds",
     .cases = 90,
     .make_case = make_folds,
     .fields = "returned"},
    {0},
};
