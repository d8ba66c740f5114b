/* The errors of a hidden layer, BP2. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool overwritten, transposed, no_weights, mean;
  bool no_slope, slope_of_answer, slope_of_sum, slope_inside;
  double factor;
} habits;

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

static void deltas_with(const message *q, message *answer, habits h) {
  size_t n = message_count(q, "z"), m = message_count(q, "delta_above");
  const double *w = message_values(q, "w"), *z = message_values(q, "z");
  const double *above = message_values(q, "delta_above");
  double *delta = message_add(answer, "delta", NULL, n);
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = 0; j < m; j++) {
      double weight = w[h.transposed ? j * n + i : i * m + j];
      double term = (h.no_weights ? 1 : weight) * above[j];
      sum = h.overwritten ? term : sum + term;
    }
    if (h.mean) sum /= (double)m;
    double a = sigmoid(z[i]);
    if (h.slope_of_answer) a = sigmoid(a);
    if (h.slope_of_sum) a = z[i];
    delta[i] = sum * (h.no_slope ? 1 : a * (1 - a));
    if (h.factor != 0) delta[i] *= h.factor;
  }
}

static void right(const message *q, message *a) {
  deltas_with(q, a, (habits){0});
}
static void overwritten(const message *q, message *a) {
  deltas_with(q, a, (habits){.overwritten = true});
}
static void transposed(const message *q, message *a) {
  deltas_with(q, a, (habits){.transposed = true});
}
static void no_weights(const message *q, message *a) {
  deltas_with(q, a, (habits){.no_weights = true});
}
static void mean(const message *q, message *a) {
  deltas_with(q, a, (habits){.mean = true});
}
static void no_slope(const message *q, message *a) {
  deltas_with(q, a, (habits){.no_slope = true});
}
static void slope_of_answer(const message *q, message *a) {
  deltas_with(q, a, (habits){.slope_of_answer = true});
}
static void slope_of_sum(const message *q, message *a) {
  deltas_with(q, a, (habits){.slope_of_sum = true});
}
static void negative(const message *q, message *a) {
  deltas_with(q, a, (habits){.factor = -1});
}

static const misconception known[] = {
    {"sum-overwritten", overwritten, "sec:paths",
     "Only the last neuron above counts in your answer: each one overwrites "
     "the one before. A hidden neuron feeds them all, and the paths add."},
    {"transposed", transposed, "sec:four",
     "You read the weights as if the neuron above came first. The weight "
     "from hidden neuron i to neuron j above is w[i * m + j]; for a fixed i "
     "the sum runs along a row."},
    {"weights-omitted", no_weights, "sec:paths",
     "You add the errors above as they are. Each has to be weighted by the "
     "link over which this neuron fed that one."},
    {"mean-instead-of-sum", mean, "sec:paths",
     "You divide by the number of neurons above. Paths add; nothing is "
     "averaged here."},
    {"slope-forgotten", no_slope, "sec:four",
     "You have the slope of the loss by the neuron's answer. What is wanted "
     "is by its sum z: multiply by the sigmoid's slope there."},
    {"slope-of-the-answer", slope_of_answer, "sec:one-path",
     "You apply the sigmoid twice before you take the slope. At the sum z "
     "the slope is a (1 - a) with a = sigmoid(z)."},
    {"sum-taken-for-answer", slope_of_sum, "sec:one-path",
     "You compute z (1 - z). The short form of the slope, a (1 - a), wants "
     "the answer a = sigmoid(z), and z is the sum."},
    {"sign", negative, "sec:four",
     "All your errors have the wrong sign. BP2 has no minus: the sign comes "
     "from the errors above."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 4, m = 1 + i / 4 % 4;
  double *w = message_add(query, "w", NULL, n * m);
  double *above = message_add(query, "delta_above", NULL, m);
  double *z = message_add(query, "z", NULL, n);
  for (size_t k = 0; k < n * m; k++) w[k] = between(rng, -2, 2);
  for (size_t j = 0; j < m; j++) above[j] = between(rng, -1, 1);
  for (size_t k = 0; k < n; k++) z[k] = between(rng, -2, 2);
}

static void check(grader *g) {
  grader_compare_derived_gradient(
      g, &(comparison){"hidden_deltas", 64, make_case, right, known}, 64);
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "deltas", 8, "the errors of a hidden layer", "", check);
  return grader_end(g);
}
