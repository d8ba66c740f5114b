/* One step of RMSprop. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool no_root, epsilon_inside, old_average, not_kept, uphill;
  bool plain, plain_root; /* averages g: divides by |s|, by its root */
  bool sizes, sizes_root; /* averages |g|: divides by it, by its root */
  bool sum, shared, swapped;
  bool squared_step, sign_step;
} habits;

/* What the average takes in at weight i. */
static double taken_in(const message *q, size_t i, habits h) {
  const double *g = message_values(q, "g");
  size_t n = message_count(q, "g");
  if (h.plain || h.plain_root) return g[i];
  if (h.sizes || h.sizes_root) return fabs(g[i]);
  if (!h.shared) return g[i] * g[i];
  double squares = 0;
  for (size_t k = 0; k < n; k++) squares += g[k] * g[k];
  return squares / (double)n;
}

static double divisor(double s, double epsilon, habits h) {
  if (h.no_root || h.sizes) return s + epsilon;
  if (h.plain) return fabs(s) + epsilon;
  if (h.epsilon_inside) return sqrt(s + epsilon);
  return sqrt(s) + epsilon;
}

static double numerator(double g, habits h) {
  if (h.squared_step) return g * g;
  if (h.sign_step) return (g > 0) - (g < 0);
  return h.uphill ? -g : g;
}

static void step_with(const message *q, message *answer, habits h) {
  const double *g = message_values(q, "g");
  double rate = message_number(q, "learning_rate");
  double rho = message_number(q, "rho");
  double epsilon = message_number(q, "epsilon");
  double *s = answer_copy(answer, q, "s"), *w = answer_copy(answer, q, "w");
  double keep = h.swapped ? 1 - rho : rho;
  for (size_t i = 0; i < message_count(q, "w"); i++) {
    double old = s[i], in = taken_in(q, i, h);
    s[i] = h.sum ? old + in : keep * old + (1 - keep) * in;
    w[i] -= rate * numerator(g[i], h) /
            divisor(h.old_average ? old : s[i], epsilon, h);
    if (h.not_kept) s[i] = old;
  }
}

static void right(const message *q, message *a) {
  step_with(q, a, (habits){0});
}
static void no_root(const message *q, message *a) {
  step_with(q, a, (habits){.no_root = true});
}
static void epsilon_inside(const message *q, message *a) {
  step_with(q, a, (habits){.epsilon_inside = true});
}
static void plain(const message *q, message *a) {
  step_with(q, a, (habits){.plain = true});
}
static void plain_root(const message *q, message *a) {
  step_with(q, a, (habits){.plain_root = true});
}
static void sizes(const message *q, message *a) {
  step_with(q, a, (habits){.sizes = true});
}
static void sizes_root(const message *q, message *a) {
  step_with(q, a, (habits){.sizes_root = true});
}
static void sum(const message *q, message *a) {
  step_with(q, a, (habits){.sum = true});
}
static void shared(const message *q, message *a) {
  step_with(q, a, (habits){.shared = true});
}
static void swapped(const message *q, message *a) {
  step_with(q, a, (habits){.swapped = true});
}
static void old_average(const message *q, message *a) {
  step_with(q, a, (habits){.old_average = true});
}
static void not_kept(const message *q, message *a) {
  step_with(q, a, (habits){.not_kept = true});
}
static void uphill(const message *q, message *a) {
  step_with(q, a, (habits){.uphill = true});
}
static void squared_step(const message *q, message *a) {
  step_with(q, a, (habits){.squared_step = true});
}
static void sign_step(const message *q, message *a) {
  step_with(q, a, (habits){.sign_step = true});
}

static const misconception known[] = {
    {"root-forgotten", no_root, "sec:root-mean-square",
     "The average is right, but you divide by it without taking its "
     "root. It is an average of squares: only its root is as large as a "
     "slope, so that the quotient has no unit."},
    {"epsilon-inside", epsilon_inside, "sec:epsilon",
     "You add epsilon under the root. There it counts as its own root, "
     "which is far more when epsilon is small. In this book it is added "
     "to the root."},
    {"slopes-averaged", plain, "sec:root-mean-square",
     "You average the slopes themselves. Slopes of opposite sign cancel "
     "there, and the divisor comes near 0 where the slopes are large: "
     "average their squares."},
    {"not-squared", plain_root, "sec:root-mean-square",
     "You take the root of an average of plain slopes, which may be "
     "negative. It is the squares that are averaged, and they have no "
     "sign."},
    {"sizes-averaged", sizes, "sec:root-mean-square",
     "You average the sizes of the slopes and take no root. That "
     "measures their size too, but differently: the root of the mean "
     "square gives more weight to the large ones."},
    {"root-of-sizes", sizes_root, "sec:root-mean-square",
     "You average the sizes of the slopes and take the root of that. It is "
     "the average of their squares whose root is as large as a slope."},
    {"sum-of-squares", sum, "sec:family",
     "Your s is the sum of all squares so far. That is AdaGrad, whose "
     "steps shrink for ever. RMSprop forgets: it keeps rho of the old "
     "average and takes in 1 - rho of the new square."},
    {"one-average-for-all", shared, "sec:scales",
     "You let every s take in the mean square over all weights. Then all "
     "steps are scaled alike, and a weight with small slopes stays slow. "
     "Each weight has an average of its own."},
    {"rho-swapped", swapped, "sec:root-mean-square",
     "You have rho and 1 - rho the wrong way round. Rho, mostly near 1, "
     "is what is kept; with them swapped the average forgets almost all "
     "at every step."},
    {"old-average", old_average, "sec:first-step",
     "You divide by the average from before this step. At the first step "
     "that is 0. The new square goes in first, and then the new average "
     "scales the step."},
    {"average-not-kept", not_kept, "sec:root-mean-square",
     "The step is right, but s comes back as it was. The next step needs "
     "the new average: an average that is not kept remembers nothing."},
    {"uphill", uphill, "sec:root-mean-square",
     "Your weights go up the slope. The divisor is positive and changes "
     "no sign: the step is minus the learning rate times the quotient."},
    {"step-squared", squared_step, "sec:root-mean-square",
     "You put the square of the slope into the step. The square belongs "
     "to the average alone; the step needs the slope itself, with its "
     "sign."},
    {"sign-for-slope", sign_step, "sec:signs",
     "You divide the sign of the slope by the root. The size is then "
     "taken out twice, and small slopes make the largest steps. Divide "
     "the slope itself."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* Slopes of three sizes, averages that have begun or not, an epsilon that
 * hardly counts or does. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  static const double sizes_of[] = {1, 0.01, 100};
  size_t n = i == 0 ? 1 : 1 + i % 5;
  double size = sizes_of[i % 3];
  double *w = message_add(query, "w", NULL, n);
  double *s = message_add(query, "s", NULL, n);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    g[k] = (i + k) % 11 == 7 ? 0 : size * between(rng, -1, 1);
    s[k] = i % 4 == 0 ? 0 : size * size * between(rng, 0.1, 1);
  }
  message_add_number(query, "learning_rate", between(rng, 0.1, 1));
  message_add_number(query, "rho", between(rng, 0.6, 0.99));
  message_add_number(query, "epsilon",
                     i % 7 < 3 ? 1e-8 : between(rng, 0.05, 0.3));
}

static void check(grader *g) {
  grader_compare(
      g, &(comparison){"rmsprop_step", 84, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "step", 12, "one step of RMSprop", "", check);
  return grader_end(g);
}
