/* Training to the end. */
#include "cases.h"

#include <math.h>

static double sum(const double *w, const double *x, size_t n) {
  double z = 0;
  for (size_t i = 0; i < n; i++) z += w[i] * x[i];
  return z;
}

/* The same examples in every order of inputs: Boolean functions, then
 * points on both sides of a random line, with whole numbers and with real
 * ones, which an int cannot add up; some with twelve inputs. */
static void add_boolean(message *query, unsigned table) {
  double *x = message_add(query, "x", NULL, 12);
  double *y = message_add(query, "y", NULL, 4);
  for (unsigned row = 0; row < 4; row++) {
    x[3 * row] = row >> 1;
    x[3 * row + 1] = row & 1;
    x[3 * row + 2] = 1;
    y[row] = table >> row & 1 ? 1 : -1;
  }
}

/* Fills the input before its constant 1; false if it lies too near the
 * line to be learned soon. */
static bool draw_point(nn_rng *rng, const double *u, double *x, size_t n,
                       bool real) {
  for (size_t k = 0; k + 1 < n; k++)
    x[k] = real ? nn_rng_between(rng, -4, 4)
                : (double)nn_rng_below(rng, 9) - 4;
  if (!real) x[0] = 2 * x[0] + 1;
  x[n - 1] = 1;
  return !real || fabs(sum(u, x, n)) > 1;
}

enum { INPUTS_MAX = 12 };

static void add_points(message *query, nn_rng *rng, size_t n, bool real) {
  size_t count = 2 + nn_rng_below(rng, 6);
  double u[INPUTS_MAX];
  for (size_t k = 0; k < n; k++) u[k] = (double)nn_rng_below(rng, 7) - 3;
  u[0] += 0.5; /* no point lies on the line */
  double *x = message_add(query, "x", NULL, count * n);
  double *y = message_add(query, "y", NULL, count);
  for (size_t i = 0; i < count; i++) {
    while (!draw_point(rng, u, x + i * n, n, real)) continue;
    y[i] = sum(u, x + i * n, n) > 0 ? 1 : -1;
  }
}

/* Two examples that the first update gets right. The second sum is 1, the
 * difference of products that a float does not tell apart, or 1/2, which
 * is 0 to an int. */
enum { NARROW = 3 };

static void add_narrow(message *query, size_t which) {
  static const double x[NARROW][4] = {{20001, 20000, 20001, -20002},
                                      {20000, 20001, -20002, 20001},
                                      {0.5, 1, 1, 0}};
  static const double y[] = {1, 1};
  message_add(query, "x", x[which], 4);
  message_add(query, "y", y, 2);
}

static void make_separable(nn_rng *rng, size_t i, message *query) {
  static const unsigned tables[] = {0x8, 0xe, 0xc, 0xf, 0x0, 0x7};
  size_t boolean = sizeof tables / sizeof *tables;
  size_t n = i < boolean            ? 3
             : i < boolean + NARROW ? 2
             : i % 10 == 9          ? INPUTS_MAX
                                    : 2 + nn_rng_below(rng, 3);
  double *w = message_add(query, "w", NULL, n);
  for (size_t k = 0; k < n; k++) w[k] = (double)nn_rng_below(rng, 9) - 4;
  if (i < boolean)
    add_boolean(query, tables[i]);
  else if (i < boolean + NARROW)
    add_narrow(query, i - boolean);
  else
    add_points(query, rng, n, i % 3 == 2);
  message_add_number(query, "epochs_max", 5000);
}

static void make_hopeless(nn_rng *rng, size_t i, message *query) {
  double *w = message_add(query, "w", NULL, 3);
  for (size_t k = 0; k < 3; k++) w[k] = (double)nn_rng_below(rng, 9) - 4;
  add_boolean(query, i % 3 == 0 ? 0x6 : i % 3 == 1 ? 0x9 : 0x8);
  message_add_number(query, "epochs_max",
                     i % 3 == 2 ? (double)(7 + i / 3) : (double)(1 + i));
}

/* Nine examples, of which only the last one says something new. */
static const char *const settles_always[] = {
    "train(w = [0, 0],"
    " x = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 1],"
    " y = [1, 1, 1, 1, 1, 1, 1, 1, -1], epochs_max = 9)",
    NULL};

/* Without an epoch there is none that is without a mistake. */
static const char *const gives_up_always[] = {
    "train(w = [1, 2], x = [3, 1, -2, 1], y = [1, -1], epochs_max = 0)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "settles",
     .points = 7,
     .title = "learns what a line can say",
     .function = "train",
     .always = settles_always,
     .cases = 40,
     .make_case = make_separable},
    {.id = "gives-up",
     .points = 3,
     .title = "gives up at epochs_max",
     .needs = "settles",
     .function = "train",
     .always = gives_up_always,
     .cases = 12,
     .make_case = make_hopeless},
    {0},
};
