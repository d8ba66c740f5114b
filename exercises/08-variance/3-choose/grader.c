/* Choosing a model by the validation set. */
#include "grader.h"

#include <math.h>

/* What the errors of model i are said to be worth. */
typedef double worth(const message *q, size_t i);

static double training(const message *q, size_t i) {
  return message_values(q, "training")[i];
}
static double validation(const message *q, size_t i) {
  return message_values(q, "validation")[i];
}
static double test(const message *q, size_t i) {
  return message_values(q, "test")[i];
}
static double minus_validation(const message *q, size_t i) {
  return -validation(q, i);
}
static double both(const message *q, size_t i) {
  return training(q, i) + validation(q, i);
}
static double held_out(const message *q, size_t i) {
  return validation(q, i) + test(q, i);
}
static double gap(const message *q, size_t i) {
  return fabs(validation(q, i) - training(q, i));
}

static size_t models(const message *q) {
  return message_count(q, "validation");
}

/* The model whose worth is lowest, the first or the last of equals. */
static size_t lowest(const message *q, worth *of, bool last) {
  size_t best = 0;
  for (size_t i = 1; i < models(q); i++)
    if (of(q, i) < of(q, best) || (last && of(q, i) == of(q, best)))
      best = i;
  return best;
}

/* ---- the choice ------------------------------------------------------*/

static void chosen_by(const message *q, message *answer, worth *of) {
  message_add_number(answer, "returned", (double)lowest(q, of, false));
}

static void right_choice(const message *q, message *a) {
  chosen_by(q, a, validation);
}
static void by_training(const message *q, message *a) {
  chosen_by(q, a, training);
}
static void by_test(const message *q, message *a) {
  chosen_by(q, a, test);
}
static void by_both(const message *q, message *a) {
  chosen_by(q, a, both);
}
static void by_held_out(const message *q, message *a) {
  chosen_by(q, a, held_out);
}
static void by_gap(const message *q, message *a) {
  chosen_by(q, a, gap);
}
static void largest(const message *q, message *a) {
  chosen_by(q, a, minus_validation);
}
static void last_of_equals(const message *q, message *a) {
  message_add_number(a, "returned", (double)lowest(q, validation, true));
}
static void first_dip(const message *q, message *a) {
  size_t i = 0;
  while (i + 1 < models(q) && validation(q, i + 1) < validation(q, i)) i++;
  message_add_number(a, "returned", (double)i);
}
static void from_one(const message *q, message *a) {
  message_add_number(a, "returned",
                     (double)lowest(q, validation, false) + 1);
}

static const misconception choice_known[] = {
    {"by-training", by_training, "sec:three-sets",
     "You choose by the training error. It falls as models grow more "
     "complex, also where they only learn the noise: choose by examples "
     "that no model has learned from."},
    {"by-test", by_test, "sec:three-sets",
     "You choose by the test set. What has been chosen because it is low "
     "is too low to be believed: the test set must have no part in the "
     "choice."},
    {"training-added", by_both, "sec:three-sets",
     "You add the training error to the validation error. How well a "
     "model knows what it has seen says nothing about new examples, and "
     "favours the most complex one."},
    {"test-added", by_held_out, "sec:three-sets",
     "You choose by the validation and the test set together. More data "
     "make a better choice, but then nothing is left that could report "
     "it."},
    {"smallest-gap", by_gap, "sec:three-sets",
     "You choose the model with the smallest gap between training and "
     "validation. A model that is bad on both has a small gap too: it is "
     "the validation error itself that should be low."},
    {"largest", largest, "sec:three-sets",
     "You choose the model with the largest validation error. Errors are "
     "to be small."},
    {"last-of-equals", last_of_equals, "sec:three-sets",
     "Where two models are equally good you take the more complex one. "
     "Nothing speaks for it: take the first of equals."},
    {"first-dip", first_dip, "sec:three-sets",
     "You stop at the first model after which the validation error does "
     "not fall. It may fall again further on, and all models are there to "
     "be compared."},
    {"counted-from-one", from_one, "sec:three-sets",
     "Your choice is right, but you count models from 1. An index counts "
     "from 0."},
    {0},
};

/* ---- the report ------------------------------------------------------*/

static void report(message *answer, double error) {
  message_add_number(answer, "reported", error);
}

static void right_report(const message *q, message *a) {
  report(a, test(q, lowest(q, validation, false)));
}
static void reports_validation(const message *q, message *a) {
  report(a, validation(q, lowest(q, validation, false)));
}
static void reports_training(const message *q, message *a) {
  report(a, training(q, lowest(q, validation, false)));
}
static void reports_best_test(const message *q, message *a) {
  report(a, test(q, lowest(q, test, false)));
}
static void reports_mean(const message *q, message *a) {
  report(a, held_out(q, lowest(q, validation, false)) / 2);
}
static void reports_all(const message *q, message *a) {
  double sum = 0;
  for (size_t i = 0; i < models(q); i++) sum += test(q, i);
  report(a, sum / (double)models(q));
}

static const misconception report_known[] = {
    {"reports-validation", reports_validation, "sec:three-sets",
     "You report the validation error of the model you chose. It was "
     "chosen because that number is low, so part of it is luck: the test "
     "set has not been used yet and gives a fair one."},
    {"reports-training", reports_training, "sec:three-sets",
     "You report the training error. The model has learned those very "
     "examples; the error to be expected is that on new ones, as in the "
     "test set."},
    {"reports-best-test", reports_best_test, "sec:three-sets",
     "You report the lowest of all test errors. It belongs to another "
     "model than the one you chose, and looking for the lowest is "
     "choosing by the test set."},
    {"reports-a-mean", reports_mean, "sec:three-sets",
     "You report the mean of validation and test error. The first half of "
     "it is too low since you chose by it: report the test error alone."},
    {"reports-all-models", reports_all, "sec:three-sets",
     "You report the mean test error of all models. Only one was chosen, "
     "and it is that one's error that you owe."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* In every third case two models share the lowest validation error. In
 * every fourth all errors, and what lies between them, are tiny. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 8;
  double *learned = message_add(query, "training", NULL, n);
  double *held = message_add(query, "validation", NULL, n);
  double *last = message_add(query, "test", NULL, n);
  double size = i % 4 == 1 ? 100 : i % 4 == 3 ? 1e-12 : 1;
  for (size_t k = 0; k < n; k++) held[k] = size * between(rng, 0.2, 1);
  if (i % 3 == 0)
    held[nn_rng_below(rng, n)] = held[lowest(query, validation, false)];
  for (size_t k = 0; k < n; k++) {
    learned[k] = held[k] * between(rng, 0.1, 0.9);
    last[k] = held[k] + size * between(rng, -0.15, 0.3);
  }
}

static void check_choice(grader *g) {
  grader_compare(g, &(comparison){"choose", 60, make_case, right_choice,
                                  choice_known});
}

static void check_report(grader *g) {
  grader_compare(g, &(comparison){"choose", 60, make_case, right_report,
                                  report_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "choice", 5, "the choice", "", check_choice);
  grader_part(g, "report", 3, "the report", "choice", check_report);
  return grader_end(g);
}
