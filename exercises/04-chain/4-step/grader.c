/* A whole step of backpropagation and descent. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool changed_too_early, biases_frozen, hidden_biases_frozen;
  bool one_path, transposed, no_weights, hidden_frozen;
  bool no_output_slope, no_hidden_slope, uphill;
  double factor;
} habits;

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

/* What the errors of the outputs come to at hidden neuron j. */
static double arriving(const double *v, const double *delta, size_t j,
                       habits h) {
  double first = v[j * 2], second = v[j * 2 + 1];
  if (h.transposed) first = v[j], second = v[2 + j];
  if (h.no_weights) first = second = 1;
  if (h.one_path) first = 0;
  return first * delta[0] + second * delta[1];
}

static void step_with(const message *q, message *answer, habits h) {
  const double *x = message_values(q, "x"), *t = message_values(q, "t");
  const double *old = message_values(q, "v");
  double rate = message_number(q, "rate") * (h.uphill ? -1 : 1);
  double *v = answer_copy(answer, q, "v"), *c = answer_copy(answer, q, "c");
  double *w = answer_copy(answer, q, "w"), *b = answer_copy(answer, q, "b");
  double a[2], delta[2];
  if (h.factor != 0) rate *= h.factor;
  for (size_t j = 0; j < 2; j++)
    a[j] = sigmoid(b[j] + x[0] * w[j] + x[1] * w[2 + j]);
  for (size_t k = 0; k < 2; k++) {
    double y = sigmoid(c[k] + a[0] * v[k] + a[1] * v[2 + k]);
    delta[k] = (y - t[k]) * (h.no_output_slope ? 1 : y * (1 - y));
  }
  for (size_t j = 0; j < 2; j++)
    for (size_t k = 0; k < 2; k++) v[j * 2 + k] -= rate * a[j] * delta[k];
  for (size_t k = 0; k < 2; k++)
    if (!h.biases_frozen) c[k] -= rate * delta[k];

  for (size_t j = 0; j < 2 && !h.hidden_frozen; j++) {
    double error = arriving(h.changed_too_early ? v : old, delta, j, h);
    if (!h.no_hidden_slope) error *= a[j] * (1 - a[j]);
    for (size_t i = 0; i < 2; i++) w[i * 2 + j] -= rate * x[i] * error;
    if (!h.biases_frozen && !h.hidden_biases_frozen) b[j] -= rate * error;
  }
}

static void right(const message *q, message *a) {
  step_with(q, a, (habits){0});
}
static void too_early(const message *q, message *a) {
  step_with(q, a, (habits){.changed_too_early = true});
}
static void frozen(const message *q, message *a) {
  step_with(q, a, (habits){.biases_frozen = true});
}
static void hidden_biases_frozen(const message *q, message *a) {
  step_with(q, a, (habits){.hidden_biases_frozen = true});
}
static void hidden_frozen(const message *q, message *a) {
  step_with(q, a, (habits){.hidden_frozen = true});
}
static void one_path(const message *q, message *a) {
  step_with(q, a, (habits){.one_path = true});
}
static void transposed(const message *q, message *a) {
  step_with(q, a, (habits){.transposed = true});
}
static void no_weights(const message *q, message *a) {
  step_with(q, a, (habits){.no_weights = true});
}
static void no_output_slope(const message *q, message *a) {
  step_with(q, a, (habits){.no_output_slope = true});
}
static void no_hidden_slope(const message *q, message *a) {
  step_with(q, a, (habits){.no_hidden_slope = true});
}
static void uphill(const message *q, message *a) {
  step_with(q, a, (habits){.uphill = true});
}
static void twice(const message *q, message *a) {
  step_with(q, a, (habits){.factor = 2});
}

static const misconception known[] = {
    {"changed-too-early", too_early, "sec:worked",
     "The output layer is right. But you computed the hidden layer's errors "
     "through output weights that had changed already. All slopes of a step "
     "belong to one point: compute them all, then move."},
    {"biases-frozen", frozen, "sec:four",
     "The weights are right, but no bias moves. A bias's slope is its "
     "neuron's delta."},
    {"hidden-biases-frozen", hidden_biases_frozen, "sec:four",
     "All is right but the hidden biases, which do not move. Their slopes "
     "are the hidden neurons' deltas."},
    {"hidden-layer-frozen", hidden_frozen, "sec:paths",
     "Only the output layer learns. The hidden weights have slopes too: that "
     "is what the error is passed back for."},
    {"one-path", one_path, "sec:paths",
     "The output layer is right. A hidden neuron feeds both outputs, and in "
     "your answer only the second one's error comes back. The paths add."},
    {"transposed", transposed, "sec:four",
     "The output layer is right. On the way back you read v the wrong way "
     "round: what comes back to hidden neuron j comes over v[j * 2] and "
     "v[j * 2 + 1]."},
    {"weights-omitted", no_weights, "sec:paths",
     "The output layer is right. Then you add the outputs' errors as they "
     "are; each comes back over a link and is multiplied by its weight."},
    {"output-slope-forgotten", no_output_slope, "sec:four",
     "The sigmoid's slope is missing at the outputs. Their delta is "
     "(y - t) y (1 - y) under the quadratic loss."},
    {"hidden-slope-forgotten", no_hidden_slope, "sec:four",
     "The output layer is right. At the hidden neurons the sigmoid's slope "
     "is missing: multiply what comes back by a (1 - a)."},
    {"uphill", uphill, "sec:five-stages",
     "Every step goes up instead of down. It is against the slope: minus the "
     "rate times it."},
    {"factor-two", twice, "sec:six-steps",
     "Every step is twice too long. The 2 from the square is cancelled by "
     "the half before it."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void add_random(nn_rng *rng, message *query, const char *name,
                       size_t count, double size) {
  double *values = message_add(query, name, NULL, count);
  for (size_t k = 0; k < count; k++) values[k] = between(rng, -size, size);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  add_random(rng, query, "w", 4, 2);
  add_random(rng, query, "b", 2, 1);
  add_random(rng, query, "v", 4, 2);
  add_random(rng, query, "c", 2, 1);
  add_random(rng, query, "x", 2, 2);
  double *t = message_add(query, "t", NULL, 2);
  t[0] = (double)(i % 2);
  t[1] = (double)(i / 2 % 2);
  message_add_number(query, "rate", between(rng, 0.5, 4));
}

static void check(grader *g) {
  grader_compare_derived(
      g, &(comparison){"train_step", 40, make_case, right, known}, 40);
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "step", 12, "one step of a 2-2-2 network", "", check);
  return grader_end(g);
}
