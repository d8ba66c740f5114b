/* Where a cycle of slopes drives a weight. */
#include "grader.h"

#include <math.h>

/* ---- RMSprop ---------------------------------------------------------*/

typedef struct {
  bool first_cycle, one_power; /* the s from which the cycle starts */
  bool mean_square, fixed;     /* the same s at every slope */
  bool not_divided, no_root, old_average, swapped, signs;
  bool uphill, per_step, no_rate;
} habits;

static double sign_of(double g) {
  return (g > 0) - (g < 0);
}

/* The average at the end of a cycle that begins with s. */
static double after_cycle(const message *q, double s, double rho) {
  const double *g = message_values(q, "g");
  for (size_t i = 0; i < message_count(q, "g"); i++)
    s = rho * s + (1 - rho) * g[i] * g[i];
  return s;
}

static double mean_of_squares(const message *q) {
  const double *g = message_values(q, "g");
  size_t n = message_count(q, "g");
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += g[i] * g[i];
  return sum / (double)n;
}

static void drift_with(const message *q, message *answer, habits h) {
  const double *g = message_values(q, "g");
  size_t n = message_count(q, "g");
  double rho = message_number(q, "rho"), change = 0;
  double rate = message_number(q, "learning_rate");
  if (h.swapped) rho = 1 - rho;
  double s = after_cycle(q, 0, rho) /
             (1 - (h.one_power ? rho : pow(rho, (double)n)));
  if (h.first_cycle) s = 0;
  if (h.mean_square) s = mean_of_squares(q);

  for (size_t i = 0; i < n; i++) {
    double old = s;
    if (!h.mean_square && !h.fixed) s = rho * s + (1 - rho) * g[i] * g[i];
    double by = h.old_average ? old : s;
    by = h.not_divided ? 1 : h.no_root ? by : sqrt(by);
    change -= h.signs ? sign_of(g[i]) : g[i] / by;
  }
  if (!h.no_rate) change *= rate;
  if (h.per_step) change /= (double)n;
  message_add_number(answer, "returned", h.uphill ? -change : change);
}

static void right_drift(const message *q, message *a) {
  drift_with(q, a, (habits){0});
}
static void first_cycle(const message *q, message *a) {
  drift_with(q, a, (habits){.first_cycle = true});
}
static void one_power(const message *q, message *a) {
  drift_with(q, a, (habits){.one_power = true});
}
static void not_divided(const message *q, message *a) {
  drift_with(q, a, (habits){.not_divided = true});
}
static void no_root(const message *q, message *a) {
  drift_with(q, a, (habits){.no_root = true});
}
static void old_average(const message *q, message *a) {
  drift_with(q, a, (habits){.old_average = true});
}
static void mean_square(const message *q, message *a) {
  drift_with(q, a, (habits){.mean_square = true});
}
static void fixed(const message *q, message *a) {
  drift_with(q, a, (habits){.fixed = true});
}
static void swapped(const message *q, message *a) {
  drift_with(q, a, (habits){.swapped = true});
}
static void signs(const message *q, message *a) {
  drift_with(q, a, (habits){.signs = true});
}
static void uphill(const message *q, message *a) {
  drift_with(q, a, (habits){.uphill = true});
}
static void per_step(const message *q, message *a) {
  drift_with(q, a, (habits){.per_step = true});
}
static void no_rate(const message *q, message *a) {
  drift_with(q, a, (habits){.no_rate = true});
}

static const misconception drift_known[] = {
    {"first-cycle", first_cycle, "sec:first-step",
     "You measure the first cycle, which starts from s = 0 with steps "
     "that are too long. Let the cycle pass often enough for s to come "
     "back to where it was, and measure then."},
    {"power-forgotten", one_power, "sec:nine-against-one",
     "Your closed form divides by 1 - rho. A whole cycle multiplies the "
     "old s by rho once for each of the n slopes, so rho to the power n "
     "stands there."},
    {"not-divided", not_divided, "sec:nine-against-one",
     "You add the slopes as they are. That is the drift of plain "
     "descent; RMSprop divides each slope by the root of the average at "
     "its turn."},
    {"root-forgotten", no_root, "sec:root-mean-square",
     "You divide by the average of the squares itself. Its root is what "
     "is as large as a slope."},
    {"old-average", old_average, "sec:nine-against-one",
     "You divide each slope by the average from before it came. Its own "
     "square goes in first; that is what keeps the one large slope from "
     "making a large step."},
    {"mean-of-the-cycle", mean_square, "sec:nine-against-one",
     "You divide every slope by the same mean square of the cycle. That "
     "is where rho near 1 leads to; with the rho that is given, s moves "
     "within the cycle."},
    {"average-frozen", fixed, "sec:nine-against-one",
     "You find the s at the end of a cycle and then use it for all "
     "slopes. It comes back to that value once a cycle; in between every "
     "slope changes it."},
    {"rho-swapped", swapped, "sec:root-mean-square",
     "You have rho and 1 - rho the wrong way round. Rho is the part of "
     "the old average that is kept."},
    {"signs-only", signs, "sec:signs",
     "You count signs. That is the other function: RMSprop's step still "
     "depends on how large a slope is beside the ones before it."},
    {"uphill", uphill, "sec:nine-against-one",
     "Your drift has the wrong sign. The weight goes against the slope: "
     "a positive one drives it down."},
    {"per-step", per_step, "sec:nine-against-one",
     "You return the mean change of one step. The whole cycle was asked "
     "for: the sum over its n steps."},
    {"rate-forgotten", no_rate, "sec:nine-against-one",
     "Your answer is the drift for a learning rate of 1. Every step is "
     "multiplied by the learning rate, and so is their sum."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* Nine against one, the chapter's cycle; else anything. */
static void add_slopes(nn_rng *rng, size_t i, message *query) {
  size_t n = i < 2 ? 10 : 1 + i % 12;
  double *g = message_add(query, "g", NULL, n);
  double size = i % 3 == 0 ? 1 : i % 3 == 1 ? 0.05 : 20;
  for (size_t k = 0; k < n; k++) {
    g[k] = size * between(rng, -1, 1);
    if (n > 2 && (i + k) % 7 == 0) g[k] = 0;
    if (i < 2) g[k] = k < 9 ? 0.1 : -0.9;
  }
}

static void make_drift(nn_rng *rng, size_t i, message *query) {
  add_slopes(rng, i, query);
  double rho = between(rng, 0.4, 0.98);
  if (i % 5 == 0) rho = 0.9;
  if (i % 5 == 1) rho = 0.99;
  if (i % 5 == 2) rho = 0.9999; /* ten thousand cycles are too few */
  message_add_number(query, "rho", rho);
  message_add_number(query, "learning_rate", between(rng, 0.1, 2));
}

static void check_drift(grader *g) {
  grader_compare(
      g, &(comparison){"drift", 60, make_drift, right_drift, drift_known});
}

/* ---- the sign update -------------------------------------------------*/

typedef struct {
  bool uphill, mean, of_the_sum, sum, no_rate;
  double of_zero;
} sign_habits;

static void sign_with(const message *q, message *answer, sign_habits h) {
  const double *g = message_values(q, "g");
  size_t n = message_count(q, "g");
  double slopes = 0, all = 0;
  for (size_t i = 0; i < n; i++) {
    slopes += g[i];
    all += g[i] != 0 ? sign_of(g[i]) : h.of_zero;
  }
  if (h.of_the_sum) all = sign_of(slopes);
  if (h.sum) all = slopes;
  if (h.mean) all /= (double)n;
  if (!h.no_rate) all *= message_number(q, "learning_rate");
  message_add_number(answer, "returned", h.uphill ? all : -all);
}

static void right_sign(const message *q, message *a) {
  sign_with(q, a, (sign_habits){0});
}
static void sign_uphill(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.uphill = true});
}
static void sign_mean(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.mean = true});
}
static void sign_of_sum(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.of_the_sum = true});
}
static void sizes_kept(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.sum = true});
}
static void sign_no_rate(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.no_rate = true});
}
static void zero_positive(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.of_zero = 1});
}
static void zero_negative(const message *q, message *a) {
  sign_with(q, a, (sign_habits){.of_zero = -1});
}

static const misconception sign_known[] = {
    {"signs-uphill", sign_uphill, "sec:signs",
     "Your sign update goes up the slope. A positive slope means that "
     "the loss grows with the weight, so the weight goes down."},
    {"signs-averaged", sign_mean, "sec:nine-against-one",
     "You return the mean over the cycle's steps. The whole cycle was "
     "asked for: the sum."},
    {"sign-of-the-sum", sign_of_sum, "sec:nine-against-one",
     "You take the sign of the sum of all slopes. The update sees one "
     "slope at a time and makes a step for each: the signs are added, "
     "not the slopes."},
    {"sizes-kept", sizes_kept, "sec:signs",
     "You add the slopes with their sizes, as plain descent does. The "
     "sign update makes a step of the same length for every slope, large "
     "or small."},
    {"signs-without-rate", sign_no_rate, "sec:signs",
     "You return a number of steps. Each step is as long as the learning "
     "rate: multiply by it."},
    {"zero-is-positive", zero_positive, "sec:signs",
     "You count a slope of 0 as positive. Where there is no slope there "
     "is no way down: the sign of 0 is 0 and the weight stays."},
    {"zero-is-negative", zero_negative, "sec:signs",
     "You count a slope of 0 as negative. Where there is no slope there "
     "is no way down: the sign of 0 is 0 and the weight stays."},
    {0},
};

static void make_sign(nn_rng *rng, size_t i, message *query) {
  add_slopes(rng, i, query);
  message_add_number(query, "learning_rate", between(rng, 0.1, 2));
}

static void check_sign(grader *g) {
  grader_compare(g, &(comparison){"sign_drift", 40, make_sign, right_sign,
                                  sign_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "signs", 3, "the drift of signs", "", check_sign);
  grader_part(g, "rmsprop", 7, "RMSprop's drift", "", check_drift);
  return grader_end(g);
}
