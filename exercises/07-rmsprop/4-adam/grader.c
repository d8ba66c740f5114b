/* One step of Adam. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool m_as_is, s_as_is; /* not corrected */
  bool multiplied, times_t, one_power, written_back, root_first;
  bool swapped, not_squared, slope_for_mean, full_slope, old_averages;
  bool epsilon_inside, epsilon_hat, uphill;
  double t_moved;
} habits;

/* How much of an average that began at 0 has come in. */
static double come_in(double kept, double t, habits h) {
  t += h.t_moved;
  if (h.one_power) return 1 - kept;
  return 1 - (h.times_t ? kept * t : pow(kept, t));
}

static double root_of(double s, double weight, double epsilon, habits h) {
  if (h.root_first) return sqrt(s) / weight + epsilon;
  if (h.epsilon_hat) return (sqrt(s) + epsilon) / sqrt(weight);
  double corrected = h.multiplied ? s * weight : s / weight;
  if (h.s_as_is) corrected = s;
  if (h.epsilon_inside) return sqrt(corrected + epsilon);
  return sqrt(corrected) + epsilon;
}

static void step_with(const message *q, message *answer, habits h) {
  const double *g = message_values(q, "g");
  double *m = answer_copy(answer, q, "m"), *s = answer_copy(answer, q, "s");
  double *w = answer_copy(answer, q, "w"), t = message_number(q, "t");
  double beta = message_number(q, h.swapped ? "rho" : "beta");
  double rho = message_number(q, h.swapped ? "beta" : "rho");
  double rate = message_number(q, "learning_rate") * (h.uphill ? -1 : 1);
  double epsilon = message_number(q, "epsilon");
  double m_weight = come_in(beta, t, h), s_weight = come_in(rho, t, h);
  for (size_t i = 0; i < message_count(q, "w"); i++) {
    double old_m = m[i], old_s = s[i];
    m[i] = beta * m[i] + (h.full_slope ? 1 : 1 - beta) * g[i];
    s[i] = rho * s[i] + (1 - rho) * (h.not_squared ? g[i] : g[i] * g[i]);
    double mean = h.old_averages ? old_m : m[i];
    if (h.slope_for_mean) mean = g[i];
    if (!h.m_as_is && !h.slope_for_mean)
      mean = h.multiplied ? mean * m_weight : mean / m_weight;
    w[i] -= rate * mean /
            root_of(h.old_averages ? old_s : s[i], s_weight, epsilon, h);
    if (h.written_back) m[i] /= m_weight, s[i] /= s_weight;
  }
}

static void right(const message *q, message *a) {
  step_with(q, a, (habits){0});
}
static void not_corrected(const message *q, message *a) {
  step_with(q, a, (habits){.m_as_is = true, .s_as_is = true});
}
static void m_as_is(const message *q, message *a) {
  step_with(q, a, (habits){.m_as_is = true});
}
static void s_as_is(const message *q, message *a) {
  step_with(q, a, (habits){.s_as_is = true});
}
static void written_back(const message *q, message *a) {
  step_with(q, a, (habits){.written_back = true});
}
static void t_from_zero(const message *q, message *a) {
  step_with(q, a, (habits){.t_moved = -1});
}
static void t_ahead(const message *q, message *a) {
  step_with(q, a, (habits){.t_moved = 1});
}
static void times_t(const message *q, message *a) {
  step_with(q, a, (habits){.times_t = true});
}
static void one_power(const message *q, message *a) {
  step_with(q, a, (habits){.one_power = true});
}
static void multiplied(const message *q, message *a) {
  step_with(q, a, (habits){.multiplied = true});
}
static void root_first(const message *q, message *a) {
  step_with(q, a, (habits){.root_first = true});
}
static void epsilon_inside(const message *q, message *a) {
  step_with(q, a, (habits){.epsilon_inside = true});
}
static void epsilon_hat(const message *q, message *a) {
  step_with(q, a, (habits){.epsilon_hat = true});
}
static void swapped(const message *q, message *a) {
  step_with(q, a, (habits){.swapped = true});
}
static void not_squared(const message *q, message *a) {
  step_with(q, a, (habits){.not_squared = true});
}
static void slope_for_mean(const message *q, message *a) {
  step_with(q, a, (habits){.slope_for_mean = true});
}
static void full_slope(const message *q, message *a) {
  step_with(q, a, (habits){.full_slope = true});
}
static void old_averages(const message *q, message *a) {
  step_with(q, a, (habits){.old_averages = true});
}
static void uphill(const message *q, message *a) {
  step_with(q, a, (habits){.uphill = true});
}

static const misconception known[] = {
    {"not-corrected", not_corrected, "sec:adam",
     "Both averages are right, but you use them as they are. They began "
     "at 0 and are too small at first, by 1 - beta^t and 1 - rho^t: "
     "divide by these before the step."},
    {"squares-corrected-only", m_as_is, "sec:adam",
     "You correct s and use m as it is. It began at 0 too: the first m "
     "is only 1 - beta of the slope."},
    {"mean-corrected-only", s_as_is, "sec:adam",
     "You correct m and use s as it is. It began at 0 too, and as long "
     "as it is too small the steps are too long."},
    {"correction-written-back", written_back, "sec:adam",
     "The step is right, but m and s come back corrected. The next step "
     "would correct them once more. Put the corrected values into "
     "variables of their own."},
    {"t-from-zero", t_from_zero, "sec:adam",
     "You count the steps from 0. At the first step t is 1, and 1 - beta "
     "is what has come in; with t = 0 you divide by 0."},
    {"t-one-ahead", t_ahead, "sec:adam",
     "You add 1 to t. It is 1 at the first step already, as the power "
     "that has to stand there."},
    {"times-t", times_t, "sec:adam",
     "You multiply beta and rho by t. What is left of the start shrinks "
     "by beta at every step, so after t steps it is a power: beta^t."},
    {"power-forgotten", one_power, "sec:adam",
     "You divide by 1 - beta and 1 - rho at every step. That is right for "
     "the first; after t steps beta^t is left of the start, which is soon "
     "next to nothing."},
    {"correction-multiplied", multiplied, "sec:adam",
     "You multiply by 1 - beta^t and 1 - rho^t. The averages are too "
     "small by these factors already: divide by them."},
    {"root-before-correction", root_first, "sec:adam",
     "You take the root of s and correct that. The factor 1 - rho^t "
     "belongs to the average of squares: correct s, then take the root."},
    {"epsilon-inside", epsilon_inside, "sec:epsilon",
     "You add epsilon under the root. There it counts as its own root, "
     "which is far more when epsilon is small. In this book it is added "
     "to the root."},
    {"epsilon-on-the-uncorrected", epsilon_hat, "sec:epsilon",
     "You put both corrections into the learning rate, so that epsilon is "
     "added to the root of the uncorrected s. Many programs do, but it is "
     "another epsilon: here it is added to the root of the corrected one."},
    {"beta-and-rho-swapped", swapped, "sec:adam",
     "You use beta for the squares and rho for the slopes. Beta, as in "
     "momentum, belongs to m; rho, as in RMSprop, to s."},
    {"not-squared", not_squared, "sec:root-mean-square",
     "Your s averages the slopes, as m does, and may become negative. It "
     "is their squares that s averages."},
    {"slope-for-mean", slope_for_mean, "sec:adam",
     "You keep m and then step by the slope itself. That is RMSprop with "
     "a correction; Adam steps by the corrected average m'."},
    {"full-slope", full_slope, "sec:adam",
     "You add the whole slope to m, as momentum does with its speed. "
     "Here m is an average: it takes in 1 - beta of the slope, and the "
     "correction counts on that."},
    {"old-averages", old_averages, "sec:adam",
     "You step with the averages from before this slope. At the first "
     "step these are 0, and nothing moves. Update m and s first."},
    {"uphill", uphill, "sec:adam",
     "Your weights go up the slope. The average m' points uphill as the "
     "slopes do: the step is minus the learning rate times the quotient."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i == 0 ? 1 : 1 + i % 4;
  double t = i % 3 == 0 ? 1 : 2 + (double)nn_rng_below(rng, 12);
  double size = i % 5 == 4 ? 10 : 1;
  if (i % 10 == 8) t = 500;
  double *w = message_add(query, "w", NULL, n);
  double *m = message_add(query, "m", NULL, n);
  double *s = message_add(query, "s", NULL, n);
  message_add_number(query, "t", t);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    m[k] = t > 1 ? size * between(rng, -0.5, 0.5) : 0;
    s[k] = t > 1 ? size * size * between(rng, 0.05, 0.5) : 0;
    g[k] = (i + k) % 11 == 7 ? 0 : size * between(rng, -1, 1);
  }
  message_add_number(query, "learning_rate", between(rng, 0.1, 1));
  message_add_number(query, "beta", between(rng, 0.5, 0.95));
  message_add_number(query, "rho", between(rng, 0.8, 0.999));
  message_add_number(query, "epsilon",
                     i % 7 < 3 ? 1e-8 : between(rng, 0.05, 0.3));
}

static void check(grader *g) {
  grader_compare(g,
                 &(comparison){"adam_step", 84, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "adam", 12, "one step of Adam", "", check);
  return grader_end(g);
}
