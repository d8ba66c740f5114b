/* Checking a gradient by differences. */
#include "grader.h"

#include <math.h>
#include <string.h>

/* ---- the difference --------------------------------------------------*/

/* Ways to move the weights before a loss is taken. */
typedef struct {
  bool forward, backward, not_halved, all_weights, reversed;
  bool moved;    /* w[i] stays where it was put last */
  bool one_step; /* goes up by h and then down by h only, back to w */
} habits;

/* The driver's two losses. */
static double bent(const double *w, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += (double)(i + 1) * w[i] * w[i] * w[i] + exp(w[i] / 2);
  return sum;
}

static double product(const double *w, size_t n) {
  double value = 1;
  for (size_t i = 0; i < n; i++) value *= w[i] + exp(w[i]);
  return value;
}

/* The loss with w[i], or all of w, moved by h. */
static double loss_beside(const message *q, double h, bool all) {
  size_t n = message_count(q, "w"), i = (size_t)message_number(q, "i");
  double w[8];
  memcpy(w, message_values(q, "w"), n * sizeof *w);
  for (size_t k = 0; k < n; k++)
    if (all || k == i) w[k] += h;
  return message_number(q, "loss") > 0 ? product(w, n) : bent(w, n);
}

static void slope_with(const message *q, message *answer, habits k) {
  double h = message_number(q, "h");
  double up = k.backward ? 0 : h, down = k.forward || k.one_step ? 0 : h;
  double above = loss_beside(q, up, k.all_weights);
  double below = loss_beside(q, -down, k.all_weights);
  double slope = (above - below) / (up + down);
  if (k.one_step) slope /= 2;
  if (k.not_halved) slope *= 2;
  message_add_number(answer, "returned", k.reversed ? -slope : slope);
  double *w = answer_copy(answer, q, "w");
  if (k.moved) w[(size_t)message_number(q, "i")] -= h;
}

static void right_slope(const message *q, message *a) {
  slope_with(q, a, (habits){0});
}
static void forward(const message *q, message *a) {
  slope_with(q, a, (habits){.forward = true});
}
static void backward(const message *q, message *a) {
  slope_with(q, a, (habits){.backward = true});
}
static void not_halved(const message *q, message *a) {
  slope_with(q, a, (habits){.not_halved = true});
}
static void all_weights(const message *q, message *a) {
  slope_with(q, a, (habits){.all_weights = true});
}
static void reversed(const message *q, message *a) {
  slope_with(q, a, (habits){.reversed = true});
}
static void moved(const message *q, message *a) {
  slope_with(q, a, (habits){.moved = true});
}
static void one_step(const message *q, message *a) {
  slope_with(q, a, (habits){.one_step = true});
}

static const misconception slope_known[] = {
    {"one-sided", forward, "sec:gradcheck",
     "You compare w + h with w itself. That one-sided difference is off by "
     "about h; the centred one, from w + h to w - h, by about h squared."},
    {"one-sided-below", backward, "sec:gradcheck",
     "You compare w with w - h. That one-sided difference is off by about h; "
     "the centred one, from w + h to w - h, by about h squared."},
    {"divided-by-h", not_halved, "sec:blame",
     "Your slope is twice too large. From w - h to w + h the weight moves by "
     "2h: divide by that."},
    {"all-weights-moved", all_weights, "sec:blame",
     "You move every weight. The slope by w[i] asks for that one, with all "
     "the others held where they are."},
    {"reversed", reversed, "sec:blame",
     "Your slope has the wrong sign: the loss above minus the loss below."},
    {"not-put-back", moved, "sec:blame",
     "The slope is right, but w[i] is still h lower than it was. Keep its "
     "value and put it back, or the next slope belongs to another point."},
    {"down-by-h-only", one_step, "sec:blame",
     "After going up by h you go down by h, and are back at w. From w + h to "
     "w - h it is 2h down."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_slope(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 4;
  double *w = message_add(query, "w", NULL, n);
  for (size_t k = 0; k < n; k++) w[k] = between(rng, 0.2, 1.2);
  message_add_number(query, "i", (double)(nn_rng_next(rng) % n));
  message_add_number(query, "h", between(rng, 0.01, 0.1));
  message_add_number(query, "loss", (double)(i / 4 % 2));
}

static void check_slope(grader *g) {
  grader_compare(g, &(comparison){"slope_by_difference", 40, make_slope,
                                  right_slope, slope_known});
}

/* ---- to the last digit -----------------------------------------------*/

static void right_unchanged(const message *q, message *answer) {
  (void)q;
  message_add_number(answer, "unchanged", 1);
}

/* Up by h, down by 2h, up by h. */
static void by_arithmetic(const message *q, message *answer) {
  double h = message_number(q, "h");
  double kept = message_values(q, "w")[(size_t)message_number(q, "i")];
  double w = kept + h;
  w -= 2 * h;
  w += h;
  message_add_number(answer, "unchanged", w == kept);
}

static const misconception unchanged_known[] = {
    {"put-back-by-arithmetic", by_arithmetic, "sec:blame",
     "You go back by adding h again. In floating point w + h - 2h + h may "
     "differ from w in its last digit: keep the old value and write it "
     "back."},
    {0},
};

static void check_unchanged(grader *g) {
  grader_compare(g, &(comparison){"slope_by_difference", 40, make_slope,
                                  right_unchanged, unchanged_known});
}

/* ---- the error -------------------------------------------------------*/

static void lengths(const message *q, double *apart, double *g_length,
                    double *d_length) {
  const double *g = message_values(q, "g"), *d = message_values(q, "d");
  *apart = *g_length = *d_length = 0;
  for (size_t i = 0; i < message_count(q, "g"); i++) {
    *apart += (g[i] - d[i]) * (g[i] - d[i]);
    *g_length += g[i] * g[i];
    *d_length += d[i] * d[i];
  }
  *apart = sqrt(*apart);
  *g_length = sqrt(*g_length);
  *d_length = sqrt(*d_length);
}

static void right_error(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  double longer = fmax(g, d);
  message_add_number(answer, "returned", longer > 0 ? apart / longer : 0);
}
static void absolute(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  message_add_number(answer, "returned", apart);
}
static void squared(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  double longer = fmax(g, d);
  message_add_number(answer, "returned",
                     longer > 0 ? apart * apart / (longer * longer) : 0);
}
static void zero_by_zero(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  message_add_number(answer, "returned", apart / fmax(g, d));
}
static void by_gradient(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  message_add_number(answer, "returned", g > 0 ? apart / g : 0);
}
static double with_more(const message *q, double more) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  return apart / (fmax(g, d) + more);
}
static void more_8(const message *q, message *answer) {
  message_add_number(answer, "returned", with_more(q, 1e-8));
}
static void more_12(const message *q, message *answer) {
  message_add_number(answer, "returned", with_more(q, 1e-12));
}
static void by_sum(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  message_add_number(answer, "returned", g + d > 0 ? apart / (g + d) : 0);
}
static void of_lengths(const message *q, message *answer) {
  double apart, g, d;
  lengths(q, &apart, &g, &d);
  double longer = fmax(g, d);
  message_add_number(answer, "returned",
                     longer > 0 ? fabs(g - d) / longer : 0);
}

#define EPSILON_SAYS                                                        \
  "You add a small number below, so as not to divide by 0. That makes the " \
  "error of small gradients too small: ask whether both are zeros instead."

static const misconception error_known[] = {
    {"absolute", absolute, "sec:gradcheck",
     "That is how far they are apart, not yet compared with anything. A "
     "distance of 1e-6 is nothing for slopes of 1 and everything for slopes "
     "of 1e-6."},
    {"squared", squared, "sec:gradcheck",
     "You divide the squares of the lengths and take no root: an error of "
     "1e-3 would look like 1e-6."},
    {"zero-by-zero", zero_by_zero, "sec:gradcheck",
     "Right but for one case: if both are all zeros you divide 0 by 0. They "
     "agree, so the error is 0."},
    {"by-the-gradient", by_gradient, "sec:gradcheck",
     "You divide by the length of g alone. A gradient that is all zeros by "
     "mistake would pass, or divide by zero: take the longer of the two."},
    {"epsilon-added", more_8, "sec:gradcheck", EPSILON_SAYS},
    {"epsilon-added", more_12, "sec:gradcheck", EPSILON_SAYS},
    {"by-the-sum", by_sum, "sec:gradcheck",
     "You divide by the sum of the two lengths. Some do that; here it is the "
     "longer of the two, so that a factor 2 gives 1/2."},
    {"lengths-compared", of_lengths, "sec:gradcheck",
     "You compare the two lengths. A gradient that points the wrong way may "
     "have the right length: take the length of the difference."},
    {0},
};

static void make_error(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 5;
  double *g = message_add(query, "g", NULL, n);
  double *d = message_add(query, "d", NULL, n);
  double size = i % 3 == 0 ? 1e-3 : i % 3 == 1 ? 1 : 10;
  if (i % 8 == 4) size = 1e-12; /* small, but not zero */
  for (size_t k = 0; k < n; k++) {
    g[k] = i % 8 == 7 ? 0 : size * between(rng, -1, 1);
    d[k] = i % 16 == 15 ? 0 : size * between(rng, -1, 1);
  }
}

static void check_error(grader *g) {
  grader_compare(g, &(comparison){"relative_error", 64, make_error,
                                  right_error, error_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "slope", 4, "a centred difference", "", check_slope);
  grader_part(g, "unchanged", 1, "w is as it was, to the last digit",
              "slope", check_unchanged);
  grader_part(g, "error", 3, "a relative error", "", check_error);
  return grader_end(g);
}
