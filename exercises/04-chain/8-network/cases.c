/* A network of any depth: its gradient, and training by it. */
#include "cases.h"

enum { DEEPEST = 5, WIDEST = 6 };

static void add_random(nn_rng *rng, message *query, const char *name,
                       size_t count, double size) {
  double *values = message_add(query, name, NULL, count);
  for (size_t k = 0; k < count; k++) values[k] = between(rng, -size, size);
}

/* Adds widths and random params of a network of so many layers. */
static void add_network(nn_rng *rng, message *query, const size_t *width,
                        size_t depth) {
  double *widths = message_add(query, "width", NULL, depth + 1);
  size_t params = 0;
  for (size_t l = 0; l <= depth; l++) widths[l] = (double)width[l];
  for (size_t l = 0; l < depth; l++)
    params += (width[l] + 1) * width[l + 1];
  add_random(rng, query, "params", params, 1.5);
}

/* One layer, then two, and so on; of the widest and the narrowest, and of
 * widths that differ, so that nothing can be taken for something else. */
static void make_gradient(nn_rng *rng, size_t i, message *query) {
  size_t width[DEEPEST + 1], depth = 1 + i % DEEPEST;
  for (size_t l = 0; l <= depth; l++)
    width[l] = i == 8 ? WIDEST : i == 9 ? 1 : 1 + nn_rng_below(rng, WIDEST);
  add_network(rng, query, width, depth);
  add_random(rng, query, "x", width[0], 2);
  double *t = message_add(query, "t", NULL, width[depth]);
  for (size_t j = 0; j < width[depth]; j++) t[j] = between(rng, 0, 1);
}

static void add_examples(nn_rng *rng, message *query, size_t count,
                         size_t inputs, size_t targets) {
  add_random(rng, query, "x", count * inputs, 2);
  double *t = message_add(query, "t", NULL, count * targets);
  for (size_t k = 0; k < count * targets; k++) t[k] = between(rng, 0, 1);
  message_add_number(query, "count", (double)count);
}

/* The last is as deep and as wide as a network may be. */
enum { FEW = 15 };

static void make_few_epochs(nn_rng *rng, size_t i, message *query) {
  bool largest = i + 1 == FEW;
  size_t width[DEEPEST + 1], depth = largest ? DEEPEST : 1 + i % 3;
  for (size_t l = 0; l <= depth; l++)
    width[l] = largest ? WIDEST : 1 + nn_rng_below(rng, 4);
  add_network(rng, query, width, depth);
  add_examples(rng, query, 1 + i % 4, width[0], width[depth]);
  message_add_number(query, "rate", between(rng, 0.5, 2));
  message_add_number(query, "epochs", (double)(i % 5));
}

/* XOR, from random weights. */
static void make_xor(nn_rng *rng, size_t i, message *query) {
  static const double x[] = {0, 0, 0, 1, 1, 0, 1, 1}, t[] = {0, 1, 1, 0};
  const size_t width[] = {2, 3 + i % 2, 1};
  add_network(rng, query, width, 2);
  message_add(query, "x", x, 8);
  message_add(query, "t", t, 4);
  message_add_number(query, "count", 4);
  message_add_number(query, "rate", 4);
  message_add_number(query, "epochs", 500);
}

const exercise_part exercise_parts[] = {
    {.id = "gradient",
     .points = 12,
     .title = "every slope, at any depth",
     .function = "gradient",
     .cases = 40,
     .make_case = make_gradient,
     .slopes = true,
     .derived = true},
    {.id = "train",
     .points = 5,
     .title = "a few steps",
     .needs = "gradient",
     .function = "train",
     .cases = FEW,
     .make_case = make_few_epochs},
    {.id = "xor",
     .points = 3,
     .title = "five hundred steps, on XOR",
     .needs = "gradient train",
     .function = "train",
     .cases = 2,
     .make_case = make_xor,
     .tolerance = 1e-6},
    {0},
};
