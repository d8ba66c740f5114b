/* Novikoff's proof, for a rule that wants a margin. */
#include "cases.h"

#include <math.h>

static const double rates[] = {0.5, 1, 0.1, 3, 2};

/* In steps of 1/100, which can be followed by hand. */
static double hundredths(nn_rng *rng, double low, double high) {
  return round(100 * between(rng, low, high)) / 100;
}

/* Every fourth u does not separate, one of them with a margin of 0. Some
 * m are 0, some larger than R^2. */
static void add_numbers(nn_rng *rng, size_t i, message *query) {
  bool large_m = i % 6 == 1;
  double radius =
      large_m ? hundredths(rng, 0.5, 1) : hundredths(rng, 0.5, 4);
  double gamma = hundredths(rng, 0.05 * radius, radius);
  if (i % 4 == 3) gamma = i == 7 ? 0 : -gamma;
  double m = large_m      ? hundredths(rng, 2, 5)
             : i % 5 == 0 ? 0
                          : hundredths(rng, 0.1, 5);
  message_add_number(query, "radius", radius);
  message_add_number(query, "gamma", gamma);
  message_add_number(query, "m", m);
  message_add_number(query, "learning_rate", rates[i / 2 % 5]);
}

/* After none, one, a few and many updates. */
static void make_after(nn_rng *rng, size_t i, message *query) {
  static const double counts[] = {3, 1, 12, 7, 1000, 0, 40};
  add_numbers(rng, i, query);
  message_add_number(query, "k", counts[i % 7]);
}

static void make_rest(nn_rng *rng, size_t i, message *query) {
  add_numbers(rng, i, query);
}

/* Floor and ceiling meet exactly at a whole number, and however that is
 * computed, nothing is rounded on the way. */
static void add_exact(nn_rng *rng, message *query) {
  static const double powers[] = {0.25, 0.5, 1};
  double half_radii = 2 + (double)nn_rng_below(rng, 7);
  double half_m = (double)nn_rng_below(rng, 9);
  message_add_number(query, "radius", half_radii / 2);
  message_add_number(query, "gamma", powers[nn_rng_below(rng, 3)]);
  message_add_number(query, "m", half_m / 2);
  message_add_number(query, "learning_rate",
                     2 * powers[nn_rng_below(rng, 3)]);
}

static double *gamma_of(message *query) {
  return query->fields[1].values;
}

/* Do they meet so near a whole number that another rounding on the way
 * could give another one? */
static bool rounding_decides(const message *query) {
  double most = right_number(query, "returned");
  message moved;
  message_copy(&moved, query);
  double *gamma = gamma_of(&moved);
  *gamma *= 1 + 1e-9;
  bool decides = right_number(&moved, "returned") != most;
  *gamma *= 1 - 2e-9;
  decides = decides || right_number(&moved, "returned") != most;
  message_free(&moved);
  return decides;
}

static void make_updates(nn_rng *rng, size_t i, message *query) {
  if (i % 3 == 2) {
    add_exact(rng, query);
    return;
  }
  add_numbers(rng, i, query);
  while (rounding_decides(query)) *gamma_of(query) += 0.001;
}

const exercise_part exercise_parts[] = {
    {.id = "floor",
     .points = 2,
     .title = "the floor",
     .function = "squared_floor",
     .cases = 42,
     .make_case = make_after},
    {.id = "ceiling",
     .points = 2,
     .title = "the ceiling",
     .function = "squared_ceiling",
     .cases = 42,
     .make_case = make_after},
    {.id = "updates",
     .points = 3,
     .title = "the most updates",
     .needs = "floor ceiling",
     .function = "most_updates",
     .cases = 60,
     .make_case = make_updates},
    {.id = "rest",
     .points = 3,
     .title = "the margin at rest",
     .needs = "updates",
     .function = "margin_at_rest",
     .cases = 40,
     .make_case = make_rest},
    {0},
};
