/* The factor of a run, and the steps that it needs. */
#include "grader.h"

#include <math.h>

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void returns(message *answer, double value) {
  message_add_number(answer, "returned", value);
}

/* ---- the line --------------------------------------------------------*/

typedef struct {
  bool no_log, decadic, no_exp, falling; /* falling: slope's sign lost */
  bool through_first, through_zero, off_centre, from_zero, whole;
} habits;

static void factor_with(const message *q, message *answer, habits h) {
  enum { MOST = 16 };
  const double *d = message_values(q, "d");
  size_t n = message_count(q, "d");
  double y[MOST], mean = 0, centre = (double)(n - 1) / 2;
  for (size_t k = 0; k < n; k++) {
    y[k] = h.no_log ? d[k] : h.decadic ? log10(d[k]) : log(d[k]);
    mean += y[k] / (double)n;
  }
  if (h.off_centre) centre = (double)n / 2;
  if (h.from_zero) centre = 0;
  if (h.whole) centre = (double)((n - 1) / 2);
  if (h.through_first) centre = 0, mean = y[0];
  if (h.through_zero) centre = mean = 0;

  double above = 0, below = 0;
  for (size_t k = 0; k < n; k++) {
    above += ((double)k - centre) * (y[k] - mean);
    below += ((double)k - centre) * ((double)k - centre);
  }
  double slope = above / below * (h.falling ? -1 : 1);
  returns(answer, h.no_exp ? slope : exp(slope));
}

static void right_factor(const message *q, message *a) {
  factor_with(q, a, (habits){0});
}
static void no_log(const message *q, message *a) {
  factor_with(q, a, (habits){.no_log = true});
}
static void neither(const message *q, message *a) {
  factor_with(q, a, (habits){.no_log = true, .no_exp = true});
}
static void no_exp(const message *q, message *a) {
  factor_with(q, a, (habits){.no_exp = true});
}
static void decadic(const message *q, message *a) {
  factor_with(q, a, (habits){.decadic = true});
}
static void falling(const message *q, message *a) {
  factor_with(q, a, (habits){.falling = true});
}
static void through_first(const message *q, message *a) {
  factor_with(q, a, (habits){.through_first = true});
}
static void through_zero(const message *q, message *a) {
  factor_with(q, a, (habits){.through_zero = true});
}
static void from_zero(const message *q, message *a) {
  factor_with(q, a, (habits){.from_zero = true});
}
static void off_centre(const message *q, message *a) {
  factor_with(q, a, (habits){.off_centre = true});
}
static void whole_centre(const message *q, message *a) {
  factor_with(q, a, (habits){.whole = true});
}

/* The factor between the first distance and the last, as `steps` equal
 * ones. */
static double from_ends(const message *q, size_t steps) {
  const double *d = message_values(q, "d");
  size_t n = message_count(q, "d");
  return pow(d[n - 1] / d[0], 1 / (double)steps);
}

static void ends_only(const message *q, message *a) {
  returns(a, from_ends(q, message_count(q, "d") - 1));
}
static void ends_by_n(const message *q, message *a) {
  returns(a, from_ends(q, message_count(q, "d")));
}
static void mean_of_ratios(const message *q, message *a) {
  const double *d = message_values(q, "d");
  size_t n = message_count(q, "d");
  double sum = 0;
  for (size_t k = 1; k < n; k++) sum += d[k] / d[k - 1];
  returns(a, sum / (double)(n - 1));
}

static const misconception factor_known[] = {
    {"logarithm-forgotten", no_log, "sec:how-many-steps",
     "You draw the line through the distances themselves. Those fall on a "
     "curve; it is their logarithms that lie on a straight line, because "
     "each step multiplies."},
    {"distances-fitted", neither, "sec:how-many-steps",
     "You return the slope of a line through the distances. That is by how "
     "much they fall with a step, as if it were always the same amount; "
     "what stays the same is the factor, so take logarithms first and e to "
     "the power of the slope afterwards."},
    {"slope-returned", no_exp, "sec:how-many-steps",
     "You return the slope itself, the logarithm of the factor. The factor "
     "is e to the power of that."},
    {"base-ten", decadic, "sec:how-many-steps",
     "You take logarithms to base 10 and then e to the power of the slope. "
     "The two have to fit: log with exp, or log10 with a power of 10."},
    {"sign-lost", falling, "sec:how-many-steps",
     "You get 1 divided by the factor, so the slope has lost its sign on "
     "the way. Distances that shrink have a slope below 0 and a factor "
     "below 1."},
    {"ends-only", ends_only, "sec:how-many-steps",
     "You use the first distance and the last and leave out all those "
     "between. One odd value at an end then spoils the answer; the line of "
     "least squares listens to all of them."},
    {"ends-by-n", ends_by_n, "sec:how-many-steps",
     "You use the first distance and the last, and as many steps as there "
     "are distances. Between n distances lie n - 1 steps; and the line of "
     "least squares asks for the distances between as well."},
    {"mean-of-ratios", mean_of_ratios, "sec:how-many-steps",
     "You take the mean of the ratios of neighbours. Factors multiply, so "
     "their plain mean is too large; and a line through the logarithms "
     "weighs the steps differently."},
    {"through-the-first", through_first, "sec:how-many-steps",
     "Your line is made to go through the first point. That point is no "
     "more certain than the others: the line of least squares goes through "
     "the mean of all points."},
    {"not-centred", through_zero, "sec:how-many-steps",
     "You use k and log d as they are, without taking their means off. "
     "That is the line through the origin, where log d = 0 at k = 0, and "
     "your first distance need not be 1."},
    {"k-not-centred", from_zero, "sec:how-many-steps",
     "You take the mean off log d and leave k as it is. Below the line, "
     "too, it is the distance of k from its own mean that is squared; "
     "otherwise the slope comes out too small."},
    {"centre-at-half-n", off_centre, "sec:how-many-steps",
     "You take n/2 for the mean of k. The first k is 0 and the last is n - "
     "1, so the mean is (n - 1)/2."},
    {"integer-division", whole_centre, "sec:how-many-steps",
     "Your mean of k is a whole number. (n - 1) / 2 divides integers and "
     "drops the half: write (n - 1) / 2.0."},
    {0},
};

/* A run with its factor, and distances that do not quite follow it. One
 * in five diverges. */
static void make_run(nn_rng *rng, size_t i, message *query) {
  size_t n = 2 + i % 9;
  double *d = message_add(query, "d", NULL, n);
  double factor =
      i % 5 == 4 ? between(rng, 1.05, 1.3) : between(rng, 0.5, 0.95);
  double distance = between(rng, 0.5, 10);
  for (size_t k = 0; k < n; k++, distance *= factor)
    d[k] = distance * between(rng, 0.7, 1.3);
}

static void check_factor(grader *g) {
  grader_compare(g, &(comparison){"fitted_factor", 54, make_run,
                                  right_factor, factor_known});
}

/* ---- the steps -------------------------------------------------------*/

/* The number of steps, not yet rounded. */
static double exact(const message *q) {
  return log(message_number(q, "part")) / log(message_number(q, "factor"));
}

static void right_steps(const message *q, message *a) {
  returns(a, ceil(exact(q)));
}
static void rounded_down(const message *q, message *a) {
  returns(a, floor(exact(q)));
}
static void to_nearest(const message *q, message *a) {
  returns(a, round(exact(q)));
}
static void not_rounded(const message *q, message *a) {
  returns(a, exact(q));
}
static void one_too_many(const message *q, message *a) {
  returns(a, ceil(exact(q)) + 1);
}
static void one_at_least(const message *q, message *a) {
  returns(a, fmax(1, ceil(exact(q))));
}
static void never_equal(const message *q, message *a) {
  returns(a, floor(exact(q)) + 1);
}
static void equal_at_one(const message *q, message *a) {
  returns(a, message_number(q, "part") < 1 ? floor(exact(q)) + 1 : 0);
}
static void linear(const message *q, message *a) {
  returns(a, ceil((1 - message_number(q, "part")) /
                  (1 - message_number(q, "factor"))));
}
static void upside_down(const message *q, message *a) {
  returns(a, ceil(log(message_number(q, "factor")) /
                  log(message_number(q, "part"))));
}
static void small_steps(const message *q, message *a) {
  returns(a, ceil(-log(message_number(q, "part")) /
                  (1 - message_number(q, "factor"))));
}
static void part_gone(const message *q, message *a) {
  returns(a, ceil(log(1 - message_number(q, "part")) /
                  log(message_number(q, "factor"))));
}

#define EQUAL_SAYS                                                       \
  "Where the steps come out even you take one too many: three halvings " \
  "leave exactly 1/8, and \"at most\" allows equal."

static const misconception steps_known[] = {
    {"rounded-down", rounded_down, "sec:how-many-steps",
     "You round down. After that many steps the distance is still a little "
     "too large: it takes one more to get there, so round up."},
    {"rounded-to-the-nearest", to_nearest, "sec:how-many-steps",
     "You round to the nearest whole number. Where that is down, the "
     "distance is still a little too large: always round up."},
    {"not-rounded", not_rounded, "sec:how-many-steps",
     "The formula is right, but there are no broken steps. Round up to the "
     "next whole number."},
    {"one-too-many", one_too_many, "sec:how-many-steps",
     "You take one step too many. The last but one has brought the "
     "distance to where it should be."},
    {"at-least-one-step", one_at_least, "sec:how-many-steps",
     "All is right but for the part 1, where the distance is small enough "
     "from the beginning: \"at most\" allows equal, and no step is "
     "needed."},
    {"equal-is-not-enough", never_equal, "sec:how-many-steps", EQUAL_SAYS},
    {"equal-is-not-enough", equal_at_one, "sec:how-many-steps", EQUAL_SAYS},
    {"steps-as-a-straight-line", linear, "sec:how-many-steps",
     "You let every step take away the same amount. Each takes its part of "
     "what is left, which gets less and less: the distance after k steps "
     "is the factor to the power of k."},
    {"logarithms-swapped", upside_down, "sec:how-many-steps",
     "You have the logarithms the wrong way round. A factor near 1 needs "
     "many steps, and its logarithm is near 0: it stands below the line."},
    {"as-for-small-steps", small_steps, "sec:how-many-steps",
     "You divide by 1 - factor in place of minus its logarithm. The two "
     "are close if the factor is close to 1, but with others you count too "
     "many steps."},
    {"part-gone", part_gone, "sec:how-many-steps",
     "You count the steps until that part of the distance has gone. The "
     "part is what may be left."},
    {0},
};

/* No case comes close to a whole number of steps, except 0 and where
 * logarithms and products are exact. */
static void make_steps(nn_rng *rng, size_t i, message *query) {
  double factor, part, steps;
  do {
    factor = i % 2 ? between(rng, 0.1, 0.9) : between(rng, 0.9, 0.99);
    part = i % 3 ? between(rng, 0.05, 0.95) : between(rng, 1e-4, 1e-2);
    steps = log(part) / log(factor);
  } while (fabs(steps - round(steps)) < 1e-3);
  if (i == 2) factor = 0.5, part = 0.125;
  if (i == 10) factor = 0.25, part = 0.0625;
  message_add_number(query, "factor", factor);
  message_add_number(query, "part", i % 8 == 5 ? 1 : part);
}

static void check_steps(grader *g) {
  grader_compare(g, &(comparison){"steps_to", 48, make_steps, right_steps,
                                  steps_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "factor", 6, "a line through logarithms", "",
              check_factor);
  grader_part(g, "steps", 4, "the number of steps", "", check_steps);
  return grader_end(g);
}
