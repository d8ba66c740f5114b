/* What a heavy ball does in a bowl. */
#include "grader.h"

#include <math.h>

/* As the header has them. */
typedef enum { CREEPS, SPIRALS, FLIPS, DIVERGES, MANNERS } manner;

static double h_of(const message *q) {
  return message_number(q, "h");
}

static double beta_of(const message *q) {
  return message_number(q, "beta");
}

/* ---- the roots -------------------------------------------------------*/

typedef struct {
  bool beta_taken, pushed_up;                /* in the roots' sum */
  bool beta_negative;                        /* in the roots' product */
  bool plus_only, smaller, raw;              /* which real root */
  bool real_part, beta_itself, root_of_size; /* of complex roots */
} habits;

static void radius_with(const message *q, message *a, habits k) {
  double h = h_of(q), beta = beta_of(q);
  double middle =
      (1 + (k.beta_taken ? -beta : beta) + (k.pushed_up ? h : -h));
  middle /= 2;
  double under = middle * middle + (k.beta_negative ? beta : -beta);
  double root = sqrt(fabs(under)), radius = fabs(middle) + root;
  if (k.plus_only) radius = fabs(middle + root);
  if (k.smaller) radius = fabs(middle) - root;
  if (k.raw) radius = middle + root;
  if (under < 0 && !k.root_of_size)
    radius = k.real_part ? fabs(middle) : k.beta_itself ? beta : sqrt(beta);
  message_add_number(a, "returned", radius);
}

static void right_radius(const message *q, message *a) {
  radius_with(q, a, (habits){0});
}
static void always_root(const message *q, message *a) {
  message_add_number(a, "returned", sqrt(beta_of(q)));
}
static void no_momentum(const message *q, message *a) {
  message_add_number(a, "returned", fabs(1 - h_of(q)));
}
static void plus_only(const message *q, message *a) {
  radius_with(q, a, (habits){.plus_only = true});
}
static void raw(const message *q, message *a) {
  radius_with(q, a, (habits){.raw = true});
}
static void smaller(const message *q, message *a) {
  radius_with(q, a, (habits){.smaller = true});
}
static void real_part(const message *q, message *a) {
  radius_with(q, a, (habits){.real_part = true});
}
static void beta_itself(const message *q, message *a) {
  radius_with(q, a, (habits){.beta_itself = true});
}
static void root_of_size(const message *q, message *a) {
  radius_with(q, a, (habits){.root_of_size = true});
}
static void beta_negative(const message *q, message *a) {
  radius_with(q, a, (habits){.beta_negative = true});
}
static void beta_taken(const message *q, message *a) {
  radius_with(q, a, (habits){.beta_taken = true});
}
static void pushed_up(const message *q, message *a) {
  radius_with(q, a, (habits){.pushed_up = true});
}

static const misconception radius_known[] = {
    {"always-root-of-beta", always_root, "sec:phase",
     "You return the root of beta wherever the ball is. That is the size "
     "of complex roots; real ones are of two different sizes, and the "
     "larger one is larger than that."},
    {"no-momentum", no_momentum, "sec:phase",
     "|1 - h| is what plain descent multiplies by at each step. With "
     "momentum the next place depends on the last two, and the map has two "
     "roots."},
    {"plus-root-only", plus_only, "sec:phase",
     "You look at one root only, the one with plus. Where both are "
     "negative, the one with minus is farther from 0: compare their "
     "sizes."},
    {"largest-with-sign", raw, "sec:phase",
     "You return the larger root with its sign. A root of -0.9 shrinks the "
     "distance as slowly as one of 0.9: it is the absolute value that "
     "counts."},
    {"smaller-root", smaller, "sec:phase",
     "You return the root that is nearer to 0. Its part of the path dies "
     "out first; what is left, and decides, is the larger one."},
    {"real-part-only", real_part, "sec:phase",
     "Of complex roots you take the real part. A spiral shrinks by the "
     "roots' distance from 0, which is the root of their product, beta."},
    {"beta-not-rooted", beta_itself, "sec:phase",
     "For complex roots you return beta. That is the product of the two, "
     "which are of the same size: each has the root of it."},
    {"root-of-the-size", root_of_size, "sec:phase",
     "Where the number under the root is negative, you take its size and "
     "go on as if the roots were real. They are complex there: add the "
     "squares of real and imaginary part."},
    {"beta-with-the-wrong-sign", beta_negative, "sec:phase",
     "Your polynomial ends in -beta. The map takes beta w_(k-1) away; "
     "brought to the side of w_(k+1) it is added."},
    {"beta-taken-from-the-sum", beta_taken, "sec:phase",
     "You have 1 - beta - h for the sum of the roots. The ball keeps the "
     "part beta of its last step, w_k - w_(k-1), so w_k comes in 1 + beta "
     "- h times."},
    {"pushed-up", pushed_up, "sec:phase",
     "You have 1 + beta + h for the sum of the roots, as if the bowl "
     "pushed the ball away. The slope h w_k is taken away."},
    {0},
};

/* ---- the regions -----------------------------------------------------*/

/* The manner by where spirals begin and end and where all is lost. */
static void by_borders(const message *q, message *a, double first,
                       double last, double end) {
  double h = h_of(q);
  manner is = h > end     ? DIVERGES
              : h > last  ? FLIPS
              : h > first ? SPIRALS
                          : CREEPS;
  message_add_number(a, "returned", is);
}

static double squared(double x) {
  return x * x;
}

static double first_of(const message *q) {
  return squared(1 - sqrt(beta_of(q)));
}

static double last_of(const message *q) {
  return squared(1 + sqrt(beta_of(q)));
}

static double end_of(const message *q) {
  return 2 + 2 * beta_of(q);
}

static void right_behaviour(const message *q, message *a) {
  by_borders(q, a, first_of(q), last_of(q), end_of(q));
}
static void below_two(const message *q, message *a) {
  by_borders(q, a, first_of(q), last_of(q), 2);
}
static void below_two_and_beta(const message *q, message *a) {
  by_borders(q, a, first_of(q), last_of(q), 2 + beta_of(q));
}
static void plain(const message *q, message *a) {
  by_borders(q, a, 1, 1, 2);
}
static void by_beta(const message *q, message *a) {
  by_borders(q, a, squared(1 - beta_of(q)), squared(1 + beta_of(q)),
             end_of(q));
}
static void not_squared(const message *q, message *a) {
  by_borders(q, a, 1 - sqrt(beta_of(q)), 1 + sqrt(beta_of(q)), end_of(q));
}
static void always_spirals(const message *q, message *a) {
  by_borders(q, a, 0, end_of(q), end_of(q));
}
static void flips_unseen(const message *q, message *a) {
  by_borders(q, a, first_of(q), end_of(q), end_of(q));
}
static void creeps_unseen(const message *q, message *a) {
  by_borders(q, a, 0, last_of(q), end_of(q));
}
static void end_unseen(const message *q, message *a) {
  by_borders(q, a, first_of(q), last_of(q), (double)INFINITY);
}
static void confused(const message *q, message *a) {
  double h = h_of(q);
  manner is = h > end_of(q)     ? DIVERGES
              : h > last_of(q)  ? CREEPS
              : h > first_of(q) ? SPIRALS
                                : FLIPS;
  message_add_number(a, "returned", is);
}

static const misconception behaviour_known[] = {
    {"stable-below-two", below_two, "sec:phase",
     "You let every ball diverge beyond h = 2. That is plain descent's "
     "limit; momentum moves it up to 2 + 2 beta."},
    {"stable-below-two-and-beta", below_two_and_beta, "sec:phase",
     "Your limit is 2 + beta. At the limit a root is -1: put r = -1 into "
     "the polynomial, and beta comes in twice."},
    {"as-without-momentum", plain, "sec:phase",
     "These are the regions of plain descent: creeping up to h = 1, "
     "flipping up to 2. With momentum there are spirals between the two, "
     "and all borders depend on beta."},
    {"borders-by-beta", by_beta, "sec:phase",
     "Your spirals lie between the squares of 1 - beta and 1 + beta. Roots "
     "are complex where (1 + beta - h)^2 < 4 beta, and the root of that "
     "has sqrt(beta) in it."},
    {"borders-not-squared", not_squared, "sec:phase",
     "Your spirals lie between 1 - sqrt(beta) and 1 + sqrt(beta). The "
     "borders are the squares of these."},
    {"always-spirals", always_spirals, "sec:phase",
     "You let every ball that comes to rest spiral. Where the bowl is very "
     "flat friction wins and it creeps; where h is close to the limit it "
     "flips."},
    {"flips-unseen", flips_unseen, "sec:phase",
     "You call it a spiral up to the limit. Above the square of 1 + "
     "sqrt(beta) both roots are real and negative: the ball changes its "
     "side at every step."},
    {"creeps-unseen", creeps_unseen, "sec:phase",
     "You let the ball spiral however small h is. Below the square of 1 - "
     "sqrt(beta) the roots are real and positive: friction is so strong, "
     "for such a flat bowl, that the ball creeps."},
    {"divergence-unseen", end_unseen, "sec:phase",
     "You never say that a ball diverges. Beyond h = 2 + 2 beta one root "
     "is below -1, and each step leads farther away."},
    {"creeping-and-flipping-swapped", confused, "sec:phase",
     "You have creeping and flipping the wrong way round. Small steps, "
     "small h, make a ball creep; flipping needs steps that lead over the "
     "bottom."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* All regions in turn, in the middle and near the borders. Every fourth
 * time around there is no momentum, but for the spirals, which are then
 * beyond what plain descent can do. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  manner wanted = (manner)(i % MANNERS);
  bool special = i / MANNERS % 4 == 3;
  double beta = between(rng, 0.05, 0.95), at = between(rng, 0.1, 0.9);
  if (i / MANNERS % 3 == 1) at = between(rng, 0.01, 0.03);
  if (i / MANNERS % 3 == 2) at = between(rng, 0.97, 0.99);
  if (special) beta = wanted == SPIRALS ? between(rng, 0.4, 0.9) : 0;
  double s = sqrt(beta);
  const double borders[] = {0, squared(1 - s), squared(1 + s), 2 + 2 * beta,
                            3 + 3 * beta};
  double low = borders[wanted], high = borders[wanted + 1];
  if (special && wanted == SPIRALS) low = 2, high = 2 + beta;
  message_add_number(query, "h", low + (high - low) * at);
  message_add_number(query, "beta", beta);
}

static void check_radius(grader *g) {
  grader_compare(g, &(comparison){"spectral_radius", 64, make_case,
                                  right_radius, radius_known});
}
static void check_behaviour(grader *g) {
  grader_compare(g, &(comparison){"behaviour", 64, make_case,
                                  right_behaviour, behaviour_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "radius", 7, "the larger root", "", check_radius);
  grader_part(g, "behaviour", 5, "creeps, spirals, flips", "",
              check_behaviour);
  return grader_end(g);
}
