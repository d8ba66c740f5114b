/* The shortest weights that meet every target. */
#include "grader.h"

#include "least-norm.h"

enum { MOST_EXAMPLES = 8, MOST_WEIGHTS = 16 };

typedef struct {
  bool transposed, examples_alone, unsolved, gram_averaged, columns_scaled;
  bool not_combined, last_row_only, averaged;
} habits;

static size_t examples(const message *q) {
  return message_count(q, "t");
}

static size_t weights(const message *q) {
  return (size_t)message_number(q, "p");
}

static double at(const message *q, size_t i, size_t j, habits h) {
  size_t k = h.transposed ? j * examples(q) + i : i * weights(q) + j;
  return message_values(q, "phi")[k];
}

/* How much feature j counts in the length that is made small. */
static double scale(const message *q, size_t j, habits h) {
  double sum = 0;
  if (!h.columns_scaled) return 1;
  for (size_t i = 0; i < examples(q); i++)
    sum += at(q, i, j, h) * at(q, i, j, h);
  return 1 / sum;
}

/* Entry i, k of Phi Phi^T. */
static double product(const message *q, size_t i, size_t k, habits h) {
  double sum = 0;
  if (h.examples_alone && i != k) return 0;
  for (size_t j = 0; j < weights(q); j++)
    sum += at(q, i, j, h) * at(q, k, j, h) * scale(q, j, h);
  return h.gram_averaged ? sum / (double)weights(q) : sum;
}

/* The factors of the rows. */
static void factors(const message *q, double *c, habits h) {
  double a[MOST_EXAMPLES * MOST_EXAMPLES];
  size_t n = examples(q);
  for (size_t i = 0; i < n; i++) {
    c[i] = message_values(q, "t")[i];
    for (size_t k = 0; k < n; k++) a[i * n + k] = product(q, i, k, h);
  }
  if (!h.unsolved) solve(a, c, n);
}

static void weights_with(const message *q, double *w, habits h) {
  size_t n = examples(q), p = weights(q);
  double c[MOST_EXAMPLES];
  factors(q, c, h);
  for (size_t j = 0; j < p; j++) {
    w[j] = h.not_combined && j < n ? c[j] : 0;
    for (size_t i = h.last_row_only ? n - 1 : 0; i < n; i++)
      if (!h.not_combined) w[j] += at(q, i, j, h) * scale(q, j, h) * c[i];
    if (h.averaged) w[j] /= (double)p;
  }
}

/* Only the first n features. */
static void few_columns(const message *q, double *w) {
  size_t n = examples(q), p = weights(q);
  double a[MOST_EXAMPLES * MOST_EXAMPLES];
  for (size_t j = 0; j < p; j++) w[j] = 0;
  for (size_t i = 0; i < n; i++) {
    w[i] = message_values(q, "t")[i];
    for (size_t k = 0; k < n; k++) a[i * n + k] = at(q, i, k, (habits){0});
  }
  solve(a, w, n);
}

/* ---- meets every target ----------------------------------------------*/

static void right_outputs(const message *q, message *answer) {
  message_add(answer, "outputs", message_values(q, "t"), examples(q));
}

static void outputs_with(const message *q, message *answer, habits h) {
  double w[MOST_WEIGHTS];
  weights_with(q, w, h);
  double *outputs = message_add(answer, "outputs", NULL, examples(q));
  for (size_t i = 0; i < examples(q); i++) {
    outputs[i] = 0;
    for (size_t j = 0; j < weights(q); j++)
      outputs[i] += at(q, i, j, (habits){0}) * w[j];
  }
}

static void transposed(const message *q, message *a) {
  outputs_with(q, a, (habits){.transposed = true});
}
static void unsolved(const message *q, message *a) {
  outputs_with(q, a, (habits){.unsolved = true});
}
static void not_combined(const message *q, message *a) {
  outputs_with(q, a, (habits){.not_combined = true});
}
static void last_row_only(const message *q, message *a) {
  outputs_with(q, a, (habits){.last_row_only = true});
}
static void examples_alone(const message *q, message *a) {
  outputs_with(q, a, (habits){.examples_alone = true});
}
static void gram_averaged(const message *q, message *a) {
  outputs_with(q, a, (habits){.gram_averaged = true});
}
static void averaged(const message *q, message *a) {
  outputs_with(q, a, (habits){.averaged = true});
}

static const misconception outputs_known[] = {
    {"transposed", transposed, "sec:double-descent",
     "You read phi[j * n + i]. Its rows are examples, p features each: "
     "feature j of example i is the j-th number from i * p."},
    {"not-solved", unsolved, "sec:double-descent",
     "Your weights are Phi^T t: the rows, each times its target. Rows "
     "overlap and have lengths, so first find the factors with which they "
     "meet the targets together."},
    {"rows-not-combined", not_combined, "sec:double-descent",
     "You take the solution of the n equations for the first n weights. "
     "Its numbers belong to examples: they are the factors with which the "
     "rows of Phi are summed, and that sum is w."},
    {"last-row-only", last_row_only, "sec:double-descent",
     "Your weights are a multiple of the last row alone: every row "
     "replaces what the one before has left. The rows are summed."},
    {"each-example-alone", examples_alone, "sec:double-descent",
     "You meet each target as if its example were the only one. Where "
     "rows overlap they disturb each other: the products of different "
     "rows belong into the matrix too."},
    {"products-averaged", gram_averaged, "sec:double-descent",
     "You divide the products of the rows by p, and the weights come out "
     "p times too large. Nothing here is a mean: entry i, k is a sum over "
     "the features."},
    {"weights-averaged", averaged, "sec:double-descent",
     "You divide the weights by p. The equations have met the targets "
     "already, and a part of the weights meets a part of them."},
    {0},
};

/* ---- the shortest ----------------------------------------------------*/

static void right_weights(const message *q, message *a) {
  weights_with(q, message_add(a, "w", NULL, weights(q)), (habits){0});
}
static void first_columns(const message *q, message *a) {
  few_columns(q, message_add(a, "w", NULL, weights(q)));
}
static void columns_scaled(const message *q, message *a) {
  weights_with(q, message_add(a, "w", NULL, weights(q)),
               (habits){.columns_scaled = true});
}
/* As gradient descent ends if all weights are 1 at its start. */
static void from_ones(const message *q, message *answer) {
  size_t n = examples(q), p = weights(q);
  double *w = message_add(answer, "w", NULL, p), more[MOST_WEIGHTS];
  message less;
  message_begin(&less, "least_norm");
  message_add(&less, "phi", message_values(q, "phi"), n * p);
  double *t = message_add(&less, "t", message_values(q, "t"), n);
  message_add_number(&less, "p", (double)p);
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < p; j++) t[i] -= at(q, i, j, (habits){0});
  weights_with(&less, more, (habits){0});
  for (size_t j = 0; j < p; j++) w[j] = 1 + more[j];
  message_free(&less);
}

static const misconception weights_known[] = {
    {"first-columns-only", first_columns, "sec:double-descent",
     "You use the first n features and set the other weights to 0. That "
     "meets the targets, but a few weights carry all of it: shared among "
     "all p the same can be done with less."},
    {"columns-scaled", columns_scaled, "sec:double-descent",
     "You bring the features to the same length first, and make another "
     "length small: one in which a weight counts by the size of its "
     "feature. Here all weights count alike."},
    {"starts-from-ones", from_ones, "sec:double-descent",
     "You have found the weights that are nearest to all ones. What the "
     "examples do not decide stays as it was at the start: the shortest "
     "weights come from starting at 0."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* No example is nearly a sum of others, in the first n features alone. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 8, p = n + 1 + i / 8 % 5;
  double *phi = message_add(query, "phi", NULL, n * p);
  double *t = message_add(query, "t", NULL, n);
  for (size_t k = 0; k < n; k++) {
    for (size_t j = 0; j < p; j++)
      phi[k * p + j] = between(rng, -1, 1) + (j == k ? 4 : 0);
    t[k] = between(rng, -3, 3);
  }
  message_add_number(query, "p", (double)p);
}

static void check_outputs(grader *g) {
  grader_compare(g, &(comparison){"least_norm", 40, make_case,
                                  right_outputs, outputs_known});
}

static void check_weights(grader *g) {
  grader_compare(g, &(comparison){"least_norm", 40, make_case,
                                  right_weights, weights_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "outputs", 5, "every target is met", "", check_outputs);
  grader_part(g, "weights", 7, "by the shortest weights", "outputs",
              check_weights);
  return grader_end(g);
}
