/* Learning rates for a bowl. */
#include "grader.h"

#include <math.h>

/* What a rule may look at. */
typedef struct {
  double smallest, largest, first, last, mean;
} bowl;

static bowl bowl_of(const message *q) {
  const double *lambda = message_values(q, "lambda");
  size_t n = message_count(q, "lambda");
  bowl b = {lambda[0], lambda[0], lambda[0], lambda[n - 1], 0};
  for (size_t i = 0; i < n; i++) {
    b.smallest = fmin(b.smallest, lambda[i]);
    b.largest = fmax(b.largest, lambda[i]);
    b.mean += lambda[i] / (double)n;
  }
  return b;
}

static void returns(message *answer, double value) {
  message_add_number(answer, "returned", value);
}

/* The same curvatures for all three functions: some in order, some not,
 * one alone, some equal. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 6;
  double *lambda = message_add(query, "lambda", NULL, n);
  for (size_t k = 0; k < n; k++)
    lambda[k] = 0.1 * exp(5 * (double)nn_rng_uniform(rng));
  if (i % 12 == 7) lambda[1] = lambda[0];
}

/* ---- the limit -------------------------------------------------------*/

static void right_limit(const message *q, message *a) {
  returns(a, 2 / bowl_of(q).largest);
}
static void one_over_largest(const message *q, message *a) {
  returns(a, 1 / bowl_of(q).largest);
}
static void by_smallest(const message *q, message *a) {
  returns(a, 2 / bowl_of(q).smallest);
}
static void by_last(const message *q, message *a) {
  returns(a, 2 / bowl_of(q).last);
}
static void by_mean(const message *q, message *a) {
  returns(a, 2 / bowl_of(q).mean);
}
static void limit_is_best(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 2 / (b.smallest + b.largest));
}
static void upside_down(const message *q, message *a) {
  returns(a, bowl_of(q).largest / 2);
}

static const misconception limit_known[] = {
    {"one-over-the-largest", one_over_largest, "sec:too-far",
     "Your limit is 1/L. At that rate the steepest coordinate is at its "
     "minimum after one step; with a longer step it comes out on the other "
     "side, and as long as eta is below 2/L it is nearer than before."},
    {"by-the-smallest", by_smallest, "sec:too-far",
     "You divide by the smallest curvature. As eta grows, it is the "
     "steepest direction that fails first: eta times the largest curvature "
     "is the first to reach 2."},
    {"last-is-largest", by_last, "sec:too-far",
     "You take the last curvature for the largest. They come in any order: "
     "look at all of them."},
    {"by-the-mean", by_mean, "sec:too-far",
     "You divide by the mean of the curvatures. Each coordinate goes its "
     "own way, and one that diverges is enough: the largest curvature "
     "alone sets the limit."},
    {"limit-is-the-best", limit_is_best, "sec:best-rate",
     "Your limit is 2/(mu + L), the best rate. Above it descent is slower "
     "than it could be, but up to 2/L it still converges."},
    {"limit-upside-down", upside_down, "sec:too-far",
     "Your limit grows with the curvature. It is eta times L that must "
     "stay below 2, so a steeper bowl needs shorter steps: L stands below "
     "the line."},
    {0},
};

static void check_limit(grader *g) {
  grader_compare(g, &(comparison){"largest_rate", 48, make_case,
                                  right_limit, limit_known});
}

/* ---- the best rate ---------------------------------------------------*/

static void right_best(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 2 / (b.smallest + b.largest));
}
static void best_for_largest(const message *q, message *a) {
  returns(a, 1 / bowl_of(q).largest);
}
static void best_for_smallest(const message *q, message *a) {
  returns(a, 1 / bowl_of(q).smallest);
}
static void best_is_limit(const message *q, message *a) {
  returns(a, 2 / bowl_of(q).largest);
}
static void first_and_last(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 2 / (b.first + b.last));
}
static void not_doubled(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 1 / (b.smallest + b.largest));
}
static void best_by_mean(const message *q, message *a) {
  returns(a, 1 / bowl_of(q).mean);
}
static void geometric(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 1 / sqrt(b.smallest * b.largest));
}
static void mean_of_rates(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, (1 / b.smallest + 1 / b.largest) / 2);
}

static const misconception best_known[] = {
    {"best-for-the-steepest", best_for_largest, "sec:best-rate",
     "Your rate is 1/L, the best for the steepest direction alone. The "
     "flattest then keeps 1 - mu/L of its distance with each step, and a "
     "longer step helps it more than it hurts the steepest."},
    {"best-for-the-flattest", best_for_smallest, "sec:best-rate",
     "Your rate is 1/mu, the best for the flattest direction alone. If L "
     "is more than twice mu, the steepest diverges with it."},
    {"best-is-the-limit", best_is_limit, "sec:best-rate",
     "Your rate is 2/L, as if the smallest curvature were 0. That is the "
     "limit, where the steepest coordinate jumps from side to side for "
     "ever. A search for the smallest must not begin at 0."},
    {"first-and-last", first_and_last, "sec:best-rate",
     "You take the first curvature and the last for the two ends. They "
     "come in any order: look for the smallest and the largest."},
    {"not-doubled", not_doubled, "sec:best-rate",
     "Your rate is half the best one. At the best rate both ends shrink "
     "alike, 1 - eta mu = eta L - 1: the two ones add up to 2."},
    {"best-by-the-mean", best_by_mean, "sec:best-rate",
     "You divide by the mean of all curvatures. The slowest coordinate is "
     "always one of the two ends, so those between do not count."},
    {"geometric-mean", geometric, "sec:best-rate",
     "Yours is 1 divided by the root of mu L. What has to be balanced is "
     "how far eta mu and eta L are from 1, and that is a difference and "
     "not a ratio."},
    {"mean-of-rates", mean_of_rates, "sec:best-rate",
     "You take the mean of 1/mu and 1/L, the best rates of the two ends. "
     "In a narrow valley that lies far beyond 2/L. Balance the two "
     "factors, not the two rates."},
    {0},
};

static void check_best(grader *g) {
  grader_compare(
      g, &(comparison){"best_rate", 48, make_case, right_best, best_known});
}

/* ---- its factor ------------------------------------------------------*/

/* The factor for these two curvatures, with its sign. */
static double factor(double low, double high) {
  return (high - low) / (high + low);
}

static void right_factor(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, factor(b.smallest, b.largest));
}
static void slow_factor(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 1 - b.smallest / b.largest);
}
static void negative(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, factor(b.largest, b.smallest));
}
static void squared(const message *q, message *a) {
  bowl b = bowl_of(q);
  double once = factor(b.smallest, b.largest);
  returns(a, once * once);
}
static void what_is_gone(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, 1 - factor(b.smallest, b.largest));
}
static void with_root(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, factor(sqrt(b.smallest), sqrt(b.largest)));
}
static void inverted(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, (b.largest + b.smallest) / (b.largest - b.smallest));
}
static void factor_first_last(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, fabs(factor(b.first, b.last)));
}
static void one_over_kappa(const message *q, message *a) {
  bowl b = bowl_of(q);
  returns(a, b.smallest / b.largest);
}

static const misconception factor_known[] = {
    {"factor-of-a-shorter-step", slow_factor, "sec:best-rate",
     "Yours is 1 - 1/kappa, the factor at the rate 1/L. The best rate is "
     "longer, and the flattest direction shrinks faster with it."},
    {"factor-negative", negative, "sec:best-rate",
     "Your factor has the right size and the wrong sign. Perhaps kappa is "
     "upside down: it is L/mu, at least 1. A distance that shrinks is "
     "multiplied by a number from 0 to 1."},
    {"factor-squared", squared, "sec:best-rate",
     "Your factor is the square of the right one. By that much the loss "
     "falls; the distance is asked for."},
    {"what-is-gone", what_is_gone, "sec:best-rate",
     "You return the part of the distance that goes away. The factor is "
     "what is left: 1 minus that."},
    {"factor-with-roots", with_root, "sec:best-rate",
     "You take the root of kappa. With momentum, in the next chapter, descent "
     "can be that fast; plain, it shrinks the distance by (kappa - 1)/(kappa "
     "+ 1)."},
    {"factor-inverted", inverted, "sec:best-rate",
     "Your factor is greater than 1, so the distance would grow. The "
     "difference of L and mu stands above the line and their sum below."},
    {"factor-first-and-last", factor_first_last, "sec:best-rate",
     "You compute the factor from the first curvature and the last. They "
     "come in any order: look for the smallest and the largest."},
    {"one-over-kappa", one_over_kappa, "sec:best-rate",
     "Yours is mu/L, which gets smaller the narrower the valley is. But a "
     "narrow valley is slow: put the best rate into 1 - eta mu and see "
     "what is left."},
    {0},
};

static void check_factor(grader *g) {
  grader_compare(g, &(comparison){"best_factor", 48, make_case,
                                  right_factor, factor_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "limit", 2, "the limit", "", check_limit);
  grader_part(g, "best", 3, "the best rate", "", check_best);
  grader_part(g, "factor", 3, "its factor", "", check_factor);
  return grader_end(g);
}
