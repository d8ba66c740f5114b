/* How long can it take? */
#include "cases.h"

#include <math.h>

/* From -most to most, in steps of 1/10. */
static double tenths(nn_rng *rng, size_t most) {
  return ((double)nn_rng_below(rng, 20 * most + 1) - 10 * (double)most) /
         10;
}

static void fill(nn_rng *rng, double *values, size_t count, size_t most) {
  for (size_t k = 0; k < count; k++) values[k] = tenths(rng, most);
}

/* How many inputs: few, and twelve now and then. */
static size_t width(nn_rng *rng, size_t i) {
  return i % 10 == 6 ? 12 : 1 + nn_rng_below(rng, 4);
}

static void make_radius(nn_rng *rng, size_t i, message *query) {
  size_t n = width(rng, i), count = 1 + i % 6;
  fill(rng, message_add(query, "x", NULL, count * n), count * n, 4);
  message_add_number(query, "n", (double)n);
}

/* Gives each input its side's label; false if one is so near the line that
 * rounding could decide its side. */
static bool label(double *y, const double *x, size_t count, const double *u,
                  size_t n, double b) {
  bool clear = true;
  for (size_t i = 0; i < count; i++) {
    double z = b;
    for (size_t k = 0; k < n; k++) z += u[k] * x[i * n + k];
    y[i] = z > 0 ? 1 : -1;
    clear = clear && fabs(z) > 0.05;
  }
  return clear;
}

/* Weights and examples; most are labelled so that the weights separate
 * them, every fourth has a label at the wrong side. The first is AND. */
static void make_margin(nn_rng *rng, size_t i, message *query) {
  static const double and_x[] = {0, 0, 0, 1, 1, 0, 1, 1};
  static const double and_y[] = {-1, -1, -1, 1}, and_u[] = {2, 2};
  if (i == 0) {
    message_add(query, "x", and_x, 8);
    message_add(query, "y", and_y, 4);
    message_add(query, "u", and_u, 2);
    message_add_number(query, "b", -3);
    return;
  }
  size_t n = width(rng, i), count = 2 + nn_rng_below(rng, 5);
  double *x = message_add(query, "x", NULL, count * n);
  double *y = message_add(query, "y", NULL, count);
  double *u = message_add(query, "u", NULL, n);
  double *b = message_add_number(query, "b", 0);
  do {
    fill(rng, x, count * n, 4);
    fill(rng, u, n, 3);
    fill(rng, b, 1, 3);
  } while (!label(y, x, count, u, n, *b));
  if (i % 4 == 3) y[nn_rng_below(rng, count)] *= -1;
}

static void make_bound(nn_rng *rng, size_t i, message *query) {
  static const double rates[] = {0.5, 1, 0.1, 3, 2};
  make_margin(rng, i, query);
  message_add_number(query, "learning_rate", rates[i % 5]);
}

/* A margin of less than 1/100 is one. */
static const char *const bound_always[] = {
    "most_updates(x = [1, 1.015625], y = [-1, 1], u = [128], b = -129,"
    " learning_rate = 1)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "radius",
     .points = 2,
     .title = "the longest input",
     .function = "squared_radius",
     .cases = 24,
     .make_case = make_radius},
    {.id = "margin",
     .points = 4,
     .title = "the margin",
     .function = "margin",
     .cases = 40,
     .make_case = make_margin},
    {.id = "bound",
     .points = 4,
     .title = "the bound",
     .needs = "radius margin",
     .function = "most_updates",
     .always = bound_always,
     .cases = 40,
     .make_case = make_bound},
    {0},
};
