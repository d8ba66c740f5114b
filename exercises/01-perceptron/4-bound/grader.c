/* How long can it take? */
#include "grader.h"

#include <math.h>
#include <stdbool.h>

/* ---- the radius ------------------------------------------------------*/

/* The longest input's squared length, over rows of n, plus `constant`. */
static double longest(const message *query, size_t n, double constant) {
  const double *x = message_values(query, "x");
  double most = 0;
  for (size_t i = 0; i < message_count(query, "x") / n; i++) {
    double length = constant;
    for (size_t k = 0; k < n; k++) length += x[i * n + k] * x[i * n + k];
    most = fmax(most, length);
  }
  return most;
}

static size_t width(const message *query) {
  return (size_t)message_number(query, "n");
}

static void radius(const message *query, message *answer) {
  message_add_number(answer, "returned", longest(query, width(query), 1));
}
static void radius_without_bias(const message *query, message *answer) {
  message_add_number(answer, "returned", longest(query, width(query), 0));
}
static void radius_itself(const message *query, message *answer) {
  double squared = longest(query, width(query), 1);
  message_add_number(answer, "returned", sqrt(squared));
}

static const misconception about_radius[] = {
    {"constant-forgotten", radius_without_bias, "sec:vote",
     "You leave out the bias's input, which is always 1. It belongs to every "
     "input vector and adds 1 to each squared length."},
    {"radius-not-squared", radius_itself, "sec:stops",
     "That is R. The function was asked for R squared."},
    {0},
};

/* ---- the margin ------------------------------------------------------*/

typedef struct {
  bool not_normalised, length_without_bias, no_sign;
} habits;

static double margin_with(const message *query, habits h) {
  const double *x = message_values(query, "x");
  const double *y = message_values(query, "y");
  const double *u = message_values(query, "u");
  size_t n = message_count(query, "u");
  double b = message_number(query, "b"), closest = (double)INFINITY;
  double length = h.length_without_bias ? 0 : b * b;
  for (size_t k = 0; k < n; k++) length += u[k] * u[k];

  for (size_t i = 0; i < message_count(query, "y"); i++) {
    double z = b;
    for (size_t k = 0; k < n; k++) z += u[k] * x[i * n + k];
    closest = fmin(closest, h.no_sign ? fabs(z) : y[i] * z);
  }
  return h.not_normalised ? closest : closest / sqrt(length);
}

static void margin(const message *q, message *a) {
  message_add_number(a, "returned", margin_with(q, (habits){0}));
}
static void margin_raw(const message *q, message *a) {
  message_add_number(a, "returned",
                     margin_with(q, (habits){.not_normalised = true}));
}
static void margin_short(const message *q, message *a) {
  message_add_number(a, "returned",
                     margin_with(q, (habits){.length_without_bias = true}));
}
static void margin_unsigned(const message *q, message *a) {
  message_add_number(a, "returned",
                     margin_with(q, (habits){.no_sign = true}));
}

static const misconception about_margin[] = {
    {"not-normalised", margin_raw, "sec:stops",
     "Twice the weights would give you twice the margin, but the line would be "
     "the same. Divide by the length of the weight vector, the bias "
     "included."},
    {"bias-not-in-length", margin_short, "sec:stops",
     "You divide by the length of u alone. In the theorem the bias is a "
     "weight like the others, so its square belongs under the root."},
    {"unsigned", margin_unsigned, "sec:stops",
     "You measure the distance to the line and forget the side. An example "
     "on the wrong side makes the margin negative: y says which side is "
     "right."},
    {0},
};

/* ---- the bound -------------------------------------------------------*/

static double bound(const message *query, double gamma) {
  double r2 = longest(query, message_count(query, "u"), 1);
  return gamma > 0 ? r2 / (gamma * gamma) : (double)INFINITY;
}

static void most(const message *q, message *a) {
  message_add_number(a, "returned", bound(q, margin_with(q, (habits){0})));
}
static void most_not_squared(const message *q, message *a) {
  double all = bound(q, margin_with(q, (habits){0}));
  message_add_number(a, "returned", sqrt(all));
}
static void most_half_squared(const message *q, message *a) {
  double gamma = margin_with(q, (habits){0});
  double all = bound(q, gamma);
  message_add_number(a, "returned", all * (gamma > 0 ? gamma : 1));
}
static void most_over_rate(const message *q, message *a) {
  double all = bound(q, margin_with(q, (habits){0}));
  message_add_number(a, "returned",
                     all / message_number(q, "learning_rate"));
}
static void most_over_squared_rate(const message *q, message *a) {
  double all = bound(q, margin_with(q, (habits){0}));
  double rate = message_number(q, "learning_rate");
  message_add_number(a, "returned", all / (rate * rate));
}
static void most_times_rate(const message *q, message *a) {
  double all = bound(q, margin_with(q, (habits){0}));
  message_add_number(a, "returned",
                     all * message_number(q, "learning_rate"));
}
static void most_always_finite(const message *q, message *a) {
  double gamma = margin_with(q, (habits){0});
  double r2 = longest(q, message_count(q, "u"), 1);
  message_add_number(a, "returned", r2 / (gamma * gamma));
}

#define RATE_SAYS                                                           \
  "Your bound changes with the learning rate. From zero weights the rate "  \
  "multiplies all weights and therefore z, whose sign is all that counts: " \
  "the same mistakes in the same order, whatever the rate is."

static const misconception about_bound[] = {
    {"not-squared", most_not_squared, "sec:stops",
     "That is R over gamma. The squeeze sets k squared against k, so both are "
     "squared in the bound."},
    {"half-squared", most_half_squared, "sec:stops",
     "R is squared but gamma is not. The floor of the squeeze is k squared "
     "times gamma squared."},
    {"rate-divides", most_over_rate, "sec:bound", RATE_SAYS},
    {"rate-squared", most_over_squared_rate, "sec:bound", RATE_SAYS},
    {"rate-multiplies", most_times_rate, "sec:bound", RATE_SAYS},
    {"proves-nothing", most_always_finite, "sec:stops",
     "Here u and b leave an example on the wrong side, so the theorem says "
     "nothing. Squaring makes the negative margin look like a good one: "
     "return INFINITY if it is not greater than 0."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

/* From -most to most, in steps of 1/10. */
static double tenths(nn_rng *rng, size_t most) {
  return ((double)nn_rng_below(rng, 20 * most + 1) - 10 * (double)most) /
         10;
}

static void fill(nn_rng *rng, double *values, size_t count, size_t most) {
  for (size_t k = 0; k < count; k++) values[k] = tenths(rng, most);
}

static void make_radius(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + nn_rng_below(rng, 4), count = 1 + i % 6;
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
  size_t n = 1 + nn_rng_below(rng, 4), count = 2 + nn_rng_below(rng, 5);
  double *x = message_add(query, "x", NULL, count * n);
  double *y = message_add(query, "y", NULL, count);
  double *u = message_add(query, "u", NULL, n);
  double *b = message_add(query, "b", NULL, 1);
  do {
    fill(rng, x, count * n, 4);
    fill(rng, u, n, 3);
    fill(rng, b, 1, 3);
  } while (!label(y, x, count, u, n, *b));
  if (i % 4 == 3) y[nn_rng_below(rng, count)] *= -1;
}

static void make_bound(nn_rng *rng, size_t i, message *query) {
  static const double rates[] = {0.5, 1, 0.1, 3};
  make_margin(rng, i, query);
  message_add_number(query, "learning_rate", rates[i % 4]);
}

static void check_radius(grader *g) {
  grader_compare(g, &(comparison){"squared_radius", 24, make_radius, radius,
                                  about_radius});
}
static void check_margin(grader *g) {
  grader_compare(
      g, &(comparison){"margin", 40, make_margin, margin, about_margin});
}
static void check_bound(grader *g) {
  grader_compare(
      g, &(comparison){"most_updates", 40, make_bound, most, about_bound});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "radius", 2, "the longest input", "", check_radius);
  grader_part(g, "margin", 4, "the margin", "", check_margin);
  grader_part(g, "bound", 4, "the bound", "radius margin", check_bound);
  return grader_end(g);
}
