/* Polyak's learning rate and beta. */
#include "grader.h"

#include <math.h>

static double squared(double x) {
  return x * x;
}

static double mu_of(const message *q) {
  return message_number(q, "mu");
}

static double largest_of(const message *q) {
  return message_number(q, "largest");
}

static double roots_added(const message *q) {
  return sqrt(largest_of(q)) + sqrt(mu_of(q));
}

static double best_rate(const message *q) {
  return 4 / squared(roots_added(q));
}

static double best_factor(const message *q) {
  return (sqrt(largest_of(q)) - sqrt(mu_of(q))) / roots_added(q);
}

/* That of plain descent. */
static double plain_factor(const message *q) {
  return (largest_of(q) - mu_of(q)) / (largest_of(q) + mu_of(q));
}

/* ---- the choice ------------------------------------------------------*/

static void choose(message *a, double rate, double beta) {
  message_add_number(a, "learning_rate", rate);
  message_add_number(a, "beta", beta);
}

static void right_choice(const message *q, message *a) {
  choose(a, best_rate(q), squared(best_factor(q)));
}
static void not_squared(const message *q, message *a) {
  choose(a, best_rate(q), best_factor(q));
}
static void not_rooted(const message *q, message *a) {
  choose(a, best_rate(q), squared(plain_factor(q)));
}
static void plain_beta(const message *q, message *a) {
  choose(a, best_rate(q), plain_factor(q));
}
static void plain_rate(const message *q, message *a) {
  choose(a, 2 / (largest_of(q) + mu_of(q)), squared(best_factor(q)));
}
static void plain_sum(const message *q, message *a) {
  choose(a, 4 / (largest_of(q) + mu_of(q)), squared(best_factor(q)));
}
static void sum_not_squared(const message *q, message *a) {
  choose(a, 4 / roots_added(q), squared(best_factor(q)));
}
static void two_for_four(const message *q, message *a) {
  choose(a, best_rate(q) / 2, squared(best_factor(q)));
}
static void careful(const message *q, message *a) {
  choose(a, 1 / largest_of(q), squared(best_factor(q)));
}
static void rate_as_h(const message *q, message *a) {
  choose(a, best_rate(q) * largest_of(q), squared(best_factor(q)));
}
static void exchanged(const message *q, message *a) {
  choose(a, squared(best_factor(q)), best_rate(q));
}

static const misconception choice_known[] = {
    {"beta-not-squared", not_squared, "sec:polyak",
     "Your beta is the factor itself. In a spiral each step shrinks the "
     "distance by sqrt(beta), so beta is the square of the factor."},
    {"kappa-not-rooted", not_rooted, "sec:polyak",
     "You put kappa into beta where its root belongs. That the root of "
     "kappa counts, and not kappa, is all that Polyak gains."},
    {"factor-of-plain-descent", plain_beta, "sec:polyak",
     "Your beta is plain descent's factor, (kappa - 1)/(kappa + 1). Take "
     "the roots of kappa, and then the square of the whole."},
    {"rate-of-plain-descent", plain_rate, "sec:polyak",
     "2/(mu + L) is the best learning rate without momentum. With it "
     "larger steps pay: add the roots of the curvatures, and square the "
     "sum."},
    {"curvatures-added", plain_sum, "sec:polyak",
     "You add the curvatures in the learning rate. It is the roots that "
     "are added, and their sum is squared, which is more."},
    {"sum-not-squared", sum_not_squared, "sec:polyak",
     "You divide 4 by the sum of the roots, not by its square. A learning "
     "rate times a curvature is a bare number, so below the line stands a "
     "curvature and not its root."},
    {"two-for-four", two_for_four, "sec:polyak",
     "Your learning rate is half of Polyak's: 4 stands above the line. "
     "With mu = L it has to be 1/L, which leads to the bottom in one "
     "step."},
    {"one-over-largest", careful, "sec:polyak",
     "1/L is a careful learning rate, the best one where all curvatures "
     "are L. Polyak's is larger, up to four times: momentum makes larger "
     "steps safe."},
    {"rate-times-curvature", rate_as_h, "sec:polyak",
     "You return h = eta L for the learning rate: you have divided by L "
     "somewhere and forgotten it. Twice as steep a bowl wants half the "
     "learning rate."},
    {"exchanged", exchanged, "sec:polyak",
     "Both numbers are right, but each is in the other's place: beta comes "
     "back where the learning rate should be."},
    {0},
};

/* ---- the factor ------------------------------------------------------*/

static void right_factor(const message *q, message *a) {
  message_add_number(a, "returned", best_factor(q));
}
static void beta_itself(const message *q, message *a) {
  message_add_number(a, "returned", squared(best_factor(q)));
}
static void as_plain(const message *q, message *a) {
  message_add_number(a, "returned", plain_factor(q));
}
static void inverted(const message *q, message *a) {
  message_add_number(a, "returned", -best_factor(q));
}
static void rooted_again(const message *q, message *a) {
  message_add_number(a, "returned", sqrt(best_factor(q)));
}
static void gain(const message *q, message *a) {
  message_add_number(a, "returned", 1 - best_factor(q));
}
static void rule_of_thumb(const message *q, message *a) {
  message_add_number(a, "returned", 1 - 2 / sqrt(largest_of(q) / mu_of(q)));
}

static const misconception factor_known[] = {
    {"beta-for-factor", beta_itself, "sec:polyak",
     "You return beta. Two steps together shrink the distance by that; one "
     "does by its root."},
    {"plain-descent-factor", as_plain, "sec:polyak",
     "(kappa - 1)/(kappa + 1) is how slow plain descent is. With Polyak's "
     "momentum the root of kappa takes kappa's place."},
    {"kappa-inverted", inverted, "sec:polyak",
     "Your factor is negative: you divide mu by L where it should be L by "
     "mu. kappa is at least 1."},
    {"rooted-again", rooted_again, "sec:polyak",
     "You take the root once too often. (sqrt(kappa) - 1)/(sqrt(kappa) + "
     "1) is the root of beta already."},
    {"what-is-gained", gain, "sec:polyak",
     "You return what a step takes away. The factor is what is left of the "
     "distance: for a bad bowl it is close to 1."},
    {"rule-of-thumb", rule_of_thumb, "sec:polyak",
     "1 - 2/sqrt(kappa) is close to the factor while kappa is large. For a "
     "good bowl it is far off, and even negative: return the exact one."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  double mu = exp(between(rng, -3, 3));
  double kappa = i % 2 ? between(rng, 1.5, 10) : exp(between(rng, 1, 8));
  message_add_number(query, "mu", mu);
  message_add_number(query, "largest", i % 12 == 11 ? mu : mu * kappa);
}

static void check_choice(grader *g) {
  grader_compare(g, &(comparison){"polyak", 48, make_case, right_choice,
                                  choice_known});
}
static void check_factor(grader *g) {
  grader_compare(g, &(comparison){"polyak_factor", 48, make_case,
                                  right_factor, factor_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "choice", 5, "learning rate and beta", "", check_choice);
  grader_part(g, "factor", 3, "how fast that is", "", check_factor);
  return grader_end(g);
}
