/* Ridge regression by the normal equations. */
#include "grader.h"

#include "ridge.h"

enum { MOST = 8 }; /* weights */

typedef struct {
  bool transposed, bare_targets, averaged_targets;
  bool diagonal_only, first_examples, unsolved;
  bool everywhere, spares_first, shrinks_after;
  bool squared, times_n;
  double factor; /* of lambda, if not 0 */
  bool no_lambda;
} habits;

static double feature(const message *q, size_t i, size_t j, habits h) {
  size_t n = message_count(q, "t"), p = (size_t)message_number(q, "p");
  return message_values(q, "phi")[h.transposed ? j * n + i : i * p + j];
}

static double penalty(const message *q, habits h) {
  double lambda = message_number(q, "lambda");
  if (h.no_lambda) return 0;
  if (h.squared) lambda *= lambda;
  if (h.times_n) lambda *= (double)message_count(q, "t");
  return h.factor != 0 ? h.factor * lambda : lambda;
}

/* Entry j, k of the matrix. */
static double entry(const message *q, size_t j, size_t k, habits h) {
  double sum = 0;
  if (h.diagonal_only && j != k) return 0;
  for (size_t i = 0; i < message_count(q, "t"); i++)
    sum += feature(q, i, j, h) * feature(q, i, k, h);
  if (h.shrinks_after || (h.spares_first && j == 0)) return sum;
  return j == k || h.everywhere ? sum + penalty(q, h) : sum;
}

/* Entry j of the right side. */
static double against_targets(const message *q, size_t j, habits h) {
  const double *t = message_values(q, "t");
  size_t n = message_count(q, "t");
  double sum = 0;
  if (h.bare_targets) return t[j];
  for (size_t i = 0; i < n; i++) sum += feature(q, i, j, h) * t[i];
  return h.averaged_targets ? sum / (double)n : sum;
}

static void fit_with(const message *q, message *answer, habits h) {
  size_t p = (size_t)message_number(q, "p");
  double a[MOST * MOST], *w = message_add(answer, "w", NULL, p);
  for (size_t j = 0; j < p; j++) {
    w[j] = h.first_examples ? message_values(q, "t")[j]
                            : against_targets(q, j, h);
    for (size_t k = 0; k < p; k++)
      a[j * p + k] =
          h.first_examples ? feature(q, j, k, h) : entry(q, j, k, h);
  }
  if (!h.unsolved) solve(a, w, p);
  if (h.shrinks_after)
    for (size_t j = 0; j < p; j++) w[j] /= 1 + penalty(q, h);
}

static void right(const message *q, message *a) {
  fit_with(q, a, (habits){0});
}

/* ---- least squares ---------------------------------------------------*/

static void transposed(const message *q, message *a) {
  fit_with(q, a, (habits){.transposed = true});
}
static void bare_targets(const message *q, message *a) {
  fit_with(q, a, (habits){.bare_targets = true});
}
static void averaged_targets(const message *q, message *a) {
  fit_with(q, a, (habits){.averaged_targets = true});
}
static void diagonal_only(const message *q, message *a) {
  fit_with(q, a, (habits){.diagonal_only = true});
}
static void first_examples(const message *q, message *a) {
  fit_with(q, a, (habits){.first_examples = true});
}
static void unsolved(const message *q, message *a) {
  fit_with(q, a, (habits){.unsolved = true});
}

static const misconception squares_known[] = {
    {"transposed", transposed, "sec:ridge",
     "You read phi[j * n + i]. Its rows are examples, p features each: "
     "feature j of example i is the j-th number from i * p."},
    {"targets-as-they-are", bare_targets, "sec:ridge",
     "Your right side is t itself. There is one equation for each weight, "
     "and its right side is the sum over the examples of that weight's "
     "feature times the target."},
    {"targets-averaged", averaged_targets, "sec:ridge",
     "You divide the right side by n and leave the matrix as it is. Both "
     "are sums over the same examples; the weights come out n times too "
     "small."},
    {"each-weight-alone", diagonal_only, "sec:ridge",
     "Your matrix has nothing beside its diagonal: each weight is fitted "
     "as if it were the only one. Features overlap, and products of two "
     "different ones say by how much."},
    {"first-examples-only", first_examples, "sec:ridge",
     "You meet the first p examples exactly and do not look at the "
     "others. Least squares weighs the errors of all examples."},
    {"not-solved", unsolved, "sec:ridge",
     "You stop at the right side of the equations. Its numbers say how "
     "each feature goes along with the targets; the weights come from "
     "solving."},
    {0},
};

/* ---- the penalty -----------------------------------------------------*/

static void no_lambda(const message *q, message *a) {
  fit_with(q, a, (habits){.no_lambda = true});
}
static void everywhere(const message *q, message *a) {
  fit_with(q, a, (habits){.everywhere = true});
}
static void subtracted(const message *q, message *a) {
  fit_with(q, a, (habits){.factor = -1});
}
static void squared(const message *q, message *a) {
  fit_with(q, a, (habits){.squared = true});
}
static void times_n(const message *q, message *a) {
  fit_with(q, a, (habits){.times_n = true});
}
static void halved(const message *q, message *a) {
  fit_with(q, a, (habits){.factor = 0.5});
}
static void doubled(const message *q, message *a) {
  fit_with(q, a, (habits){.factor = 2});
}
static void spares_first(const message *q, message *a) {
  fit_with(q, a, (habits){.spares_first = true});
}
static void shrinks_after(const message *q, message *a) {
  fit_with(q, a, (habits){.shrinks_after = true});
}

static const misconception ridge_known[] = {
    {"lambda-forgotten", no_lambda, "sec:ridge",
     "These are the weights without any penalty. Each weight's equation "
     "gets lambda times that weight, from the slope of the penalty."},
    {"lambda-everywhere", everywhere, "sec:ridge",
     "You add lambda to every entry of the matrix. The slope of the "
     "penalty by w[j] is lambda w[j] and knows no other weight: only the "
     "diagonal grows."},
    {"lambda-subtracted", subtracted, "sec:ridge",
     "You subtract lambda, which makes weights larger instead of smaller. "
     "The penalty is added to the loss, so its slope is added too."},
    {"lambda-squared", squared, "sec:ridge",
     "You add the square of lambda. In the penalty it is the weights that "
     "are squared, and lambda stays as it is."},
    {"lambda-times-n", times_n, "sec:ridge",
     "Your lambda is n times too strong. The loss here is a sum over the "
     "examples and not a mean, so the penalty stands beside it once."},
    {"lambda-halved", halved, "sec:ridge",
     "You add half of lambda. The half in the penalty is cancelled by the "
     "2 that comes down from the square."},
    {"lambda-doubled", doubled, "sec:ridge",
     "You add twice lambda. The 2 from the square is cancelled by the "
     "half in the penalty, as it is in the loss."},
    {"first-weight-spared", spares_first, "sec:ridge",
     "You leave the first weight without a penalty. That is often done "
     "where it is a bias; here all weights pay, so every place of the "
     "diagonal grows."},
    {"shrunk-afterwards", shrinks_after, "sec:ridge",
     "You fit without a penalty and divide the weights by 1 + lambda. "
     "That shrinks all alike, but ridge shrinks most where the data say "
     "least: lambda belongs into the equations."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* No feature is nearly a sum of others: each has examples of its own. */
static void make_data(nn_rng *rng, size_t n, size_t p, message *query) {
  double *phi = message_add(query, "phi", NULL, n * p);
  double *t = message_add(query, "t", NULL, n);
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < p; j++)
      phi[i * p + j] = between(rng, -1, 1) + (i % p == j ? 2 : 0);
    t[i] = between(rng, -3, 3);
  }
  message_add_number(query, "p", (double)p);
}

static void make_squares(nn_rng *rng, size_t i, message *query) {
  size_t p = 1 + i % 4;
  make_data(rng, p + 1 + i / 4 % 4, p, query);
  message_add_number(query, "lambda", 0);
}

static void make_ridge(nn_rng *rng, size_t i, message *query) {
  size_t p = 1 + i % 4;
  make_data(rng, p + i / 4 % 4, p, query);
  message_add_number(query, "lambda", between(rng, 0.2, 3));
}

static void make_few(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 5;
  make_data(rng, n, n + 1 + i % 3, query);
  message_add_number(query, "lambda", between(rng, 0.2, 3));
}

static void check_squares(grader *g) {
  grader_compare(g, &(comparison){"ridge_fit", 40, make_squares, right,
                                  squares_known});
}

static void check_ridge(grader *g) {
  grader_compare(
      g, &(comparison){"ridge_fit", 40, make_ridge, right, ridge_known});
}

static void check_few(grader *g) {
  grader_compare(g, &(comparison){"ridge_fit", 30, make_few, right, NULL});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "squares", 4, "least squares", "", check_squares);
  grader_part(g, "ridge", 6, "with a penalty", "squares", check_ridge);
  grader_part(g, "few", 2, "fewer examples than weights", "ridge",
              check_few);
  return grader_end(g);
}
