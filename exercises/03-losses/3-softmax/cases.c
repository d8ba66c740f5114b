/* Probabilities from anything. */
#include "cases.h"

/* Moderate logits first, then large ones; also of one class, and of many
 * more than ten. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 2 + nn_rng_below(rng, 5);
  if (i % 10 == 7) n = 1;
  if (i % 10 == 8) n = 11 + nn_rng_below(rng, 90);
  double reach = i < 30 ? 3 : i < 45 ? 1000 : 10000;
  double *z = message_add(query, "z", NULL, n);
  for (size_t k = 0; k < n; k++)
    z[k] = reach * (2 * (double)nn_rng_uniform(rng) - 1);
}

static void make_loss_case(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query);
  size_t n = message_count(query, "z");
  message_add_number(query, "right", (double)nn_rng_below(rng, n));
}

/* All far below 0. */
static const char *const softmax_always[] = {
    "softmax(z = [-2000, -2001, -2003])", NULL};
static const char *const loss_always[] = {
    "softmax_loss(z = [-2000, -2001, -2003], right = 1)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "softmax",
     .points = 5,
     .title = "probabilities",
     .function = "softmax",
     .always = softmax_always,
     .cases = 60,
     .make_case = make_case},
    {.id = "loss",
     .points = 5,
     .title = "the loss of the right class",
     .function = "softmax_loss",
     .always = loss_always,
     .cases = 60,
     .make_case = make_loss_case},
    {0},
};
