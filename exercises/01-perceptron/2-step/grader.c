/* One step of the rule. */
#include "grader.h"

static double sum(const message *query) {
  const double *w = message_values(query, "w");
  const double *x = message_values(query, "x");
  double z = message_number(query, "b");
  for (size_t i = 0; i < message_count(query, "x"); i++) z += w[i] * x[i];
  return z;
}

/* ---- fires -----------------------------------------------------------*/

static void fires(const message *query, message *answer) {
  message_add_number(answer, "returned", sum(query) > 0);
}

static void fires_at_zero(const message *query, message *answer) {
  message_add_number(answer, "returned", sum(query) >= 0);
}

static void fires_without_bias(const message *query, message *answer) {
  double z = sum(query) - message_number(query, "b");
  message_add_number(answer, "returned", z > 0);
}

static void fires_over_bias(const message *query, message *answer) {
  double z = sum(query) - 2 * message_number(query, "b");
  message_add_number(answer, "returned", z > 0);
}

static const misconception about_firing[] = {
    {"fires-at-zero", fires_at_zero, "sec:vote",
     "The neuron fires if the sum is greater than 0. At exactly 0 it is "
     "silent."},
    {"bias-ignored", fires_without_bias, "sec:vote",
     "Your answers are right for a neuron without a bias. b belongs to the "
     "sum."},
    {"bias-as-threshold", fires_over_bias, "sec:vote",
     "You compare the weighted sum with b, as with a threshold. The bias is "
     "added to the sum, and the sum is compared with 0."},
    {0},
};

/* ---- learn -----------------------------------------------------------*/

/* The rule with all the ways to get it wrong. */
typedef struct {
  bool always, strict, silence_is_right, keeps_bias, adds_y_only;
  bool adds_x_only, adds_one;
  double direction;
} habits;

static bool mistaken(const message *query, habits h) {
  double z = sum(query), y = message_number(query, "y");
  if (h.always) return true;
  if (h.strict) return y * z < 0;
  if (h.silence_is_right) return (z > 0) != (y > 0);
  return y * z <= 0;
}

static void learn_with(const message *query, message *answer, habits h) {
  double *w = answer_copy(answer, query, "w");
  double *b = answer_copy(answer, query, "b");
  const double *x = message_values(query, "x");
  double y = message_number(query, "y") * h.direction;
  bool changes = mistaken(query, h);

  if (changes) {
    for (size_t i = 0; i < message_count(query, "x"); i++)
      w[i] += h.adds_y_only ? y : h.adds_x_only ? x[i] : y * x[i];
    if (!h.keeps_bias) *b += h.adds_one ? 1 : y;
  }
  message_add_number(answer, "returned", changes);
}

static void learn(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1});
}
static void learn_always(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1, .always = true});
}
static void learn_strict(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1, .strict = true});
}
static void learn_by_firing(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1, .silence_is_right = true});
}
static void learn_without_bias(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1, .keeps_bias = true});
}
static void learn_backwards(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = -1});
}
static void learn_without_x(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1, .adds_y_only = true});
}
static void learn_without_y(const message *q, message *a) {
  learn_with(q, a, (habits){.direction = 1, .adds_x_only = true});
}
static void learn_towards_all(const message *q, message *a) {
  learn_with(
      q, a,
      (habits){.direction = 1, .adds_x_only = true, .adds_one = true});
}

#define TARGET_SAYS                                                          \
  "You add x whatever y is. An example that should be silent is subtracted " \
  "from the weights: add y * x[i]."

static const misconception about_learning[] = {
    {"updates-always", learn_always, "sec:rule",
     "You change the weights on every example. The perceptron learns from "
     "mistakes only: an example that comes out right is left alone."},
    {"strict-test", learn_strict, "sec:rule",
     "A sum of 0 counts as a mistake too: the test is y z <= 0. With y z < 0 "
     "weights that begin at zero stay there for ever."},
    {"silence-is-right", learn_by_firing, "sec:rule",
     "At a sum of 0 with y = -1 you change nothing, because the neuron is "
     "silent. But it is silent by accident: only y z > 0 is right, and 0 is "
     "a mistake for both kinds of example."},
    {"bias-not-learned", learn_without_bias, "sec:vote",
     "The weights are right, but b stays as it was. The bias is the weight "
     "of an input that is always 1, so it learns as well: add y to it."},
    {"wrong-sign", learn_backwards, "sec:rule",
     "You move in the wrong direction. An example that should fire is added "
     "to the weights, one that should be silent is subtracted; y has the "
     "sign for both."},
    {"input-forgotten", learn_without_x, "sec:rule",
     "You add y to every weight. How much a weight changes depends on its "
     "input: add y * x[i]. An input of 0 was not part of the mistake."},
    {"target-forgotten", learn_without_y, "sec:rule", TARGET_SAYS},
    {"target-forgotten", learn_towards_all, "sec:rule", TARGET_SAYS},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

/* From -2 to 2, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  return (double)nn_rng_below(rng, 4 * parts + 1) / (double)parts - 2;
}

/* Small whole numbers, or halves in every third case, so that sums of
 * exactly 0 are common, and 1/2 as well, which is 0 to an int. The first
 * two begin where training begins, at zero. In two others a float would
 * lose the 1, wherever the sum starts. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  bool wide = i == 3 || i == 5;
  size_t n = wide ? 2 : 1 + nn_rng_below(rng, 4),
         parts = i % 3 == 2 ? 2 : 1;
  double *w = message_add(query, "w", NULL, n);
  double *b = message_add(query, "b", NULL, 1);
  double *x = message_add(query, "x", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = i < 2 ? 0 : small(rng, parts);
    x[k] = small(rng, parts);
  }
  *b = i < 2 ? 0 : small(rng, parts);
  if (!wide) return;
  w[0] = i == 3 ? 1e9 : 1;
  w[1] = i == 3 ? 1 : 1e9;
  x[0] = x[1] = 1;
  *b = -1e9;
}

static void make_learning_case(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query);
  message_add_number(query, "y", i % 2 ? 1 : -1);
}

static void check_fires(grader *g) {
  grader_compare(
      g, &(comparison){"fires", 60, make_case, fires, about_firing});
}

static void check_learn(grader *g) {
  grader_compare(g, &(comparison){"learn", 120, make_learning_case, learn,
                                  about_learning});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "fires", 3, "the neuron's answer", "", check_fires);
  grader_part(g, "learn", 7, "a step of the rule", "fires", check_learn);
  return grader_end(g);
}
