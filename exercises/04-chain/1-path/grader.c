/* The slopes along a chain of neurons. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool no_output_slope, no_hidden_slope, slope_of_answer;
  bool no_weight, own_weight; /* on the way down, at neuron k */
  bool input_everywhere, own_answer, weight_of_z;
  bool frozen_biases, bias_by_input;
  double factor;
} habits;

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

static double slope_of(double a) {
  return a * (1 - a);
}

static void slopes_with(const message *q, message *answer, habits h) {
  enum { MOST = 16 };
  size_t n = message_count(q, "w");
  const double *w = message_values(q, "w"), *b = message_values(q, "b");
  double x = message_number(q, "x"), a[MOST], z[MOST], in = x;
  double *dw = message_add(answer, "dw", NULL, n);
  double *db = message_add(answer, "db", NULL, n);
  for (size_t k = 0; k < n; k++) {
    z[k] = w[k] * in + b[k];
    in = a[k] = sigmoid(z[k]);
  }

  double slope =
      (a[n - 1] - message_number(q, "t")) * (h.factor != 0 ? h.factor : 1);
  for (size_t k = n; k-- > 0;) {
    bool last = k + 1 == n;
    double s = slope_of(h.slope_of_answer ? sigmoid(a[k]) : a[k]);
    if (last ? h.no_output_slope : h.no_hidden_slope) s = 1;
    double delta = slope * s, below = k > 0 ? a[k - 1] : x;
    if (h.input_everywhere) below = x;
    if (h.own_answer) below = a[k];
    dw[k] = delta * below;
    db[k] = h.frozen_biases ? 0 : h.bias_by_input ? delta * below : delta;
    double by = w[h.own_weight && k > 0 ? k - 1 : k];
    slope = delta * (h.no_weight ? 1 : by);
  }
}

static void right(const message *q, message *a) {
  slopes_with(q, a, (habits){0});
}
static void no_output_slope(const message *q, message *a) {
  slopes_with(q, a, (habits){.no_output_slope = true});
}
static void no_hidden_slope(const message *q, message *a) {
  slopes_with(q, a, (habits){.no_hidden_slope = true});
}
static void no_slope(const message *q, message *a) {
  slopes_with(q, a,
              (habits){.no_output_slope = true, .no_hidden_slope = true});
}
static void slope_of_answer(const message *q, message *a) {
  slopes_with(q, a, (habits){.slope_of_answer = true});
}
static void no_weight(const message *q, message *a) {
  slopes_with(q, a, (habits){.no_weight = true});
}
static void own_weight(const message *q, message *a) {
  slopes_with(q, a, (habits){.own_weight = true});
}
static void input_everywhere(const message *q, message *a) {
  slopes_with(q, a, (habits){.input_everywhere = true});
}
static void own_answer(const message *q, message *a) {
  slopes_with(q, a, (habits){.own_answer = true});
}
static void frozen(const message *q, message *a) {
  slopes_with(q, a, (habits){.frozen_biases = true});
}
static void bias_by_input(const message *q, message *a) {
  slopes_with(q, a, (habits){.bias_by_input = true});
}
static void uphill(const message *q, message *a) {
  slopes_with(q, a, (habits){.factor = -1});
}
static void twice(const message *q, message *a) {
  slopes_with(q, a, (habits){.factor = 2});
}

static const misconception known[] = {
    {"output-slope-forgotten", no_output_slope, "sec:six-steps",
     "The last neuron's slope a (1 - a) is missing. Its delta is a - t times "
     "that; without it you have the cross-entropy's."},
    {"hidden-slope-forgotten", no_hidden_slope, "sec:one-path",
     "On the way down you leave the neurons' own slopes out. Each neuron "
     "passes a change on a (1 - a) times as large, so each one that you go "
     "through multiplies by that."},
    {"slopes-forgotten", no_slope, "sec:six-steps",
     "No neuron's own slope is in your answer. The step from a to z "
     "multiplies by a (1 - a), at every neuron."},
    {"slope-of-the-answer", slope_of_answer, "sec:one-path",
     "You take the sigmoid's slope at the answer a instead of at the sum z. "
     "The slope at z is a (1 - a): with a at hand there is no sigmoid to "
     "compute any more."},
    {"weight-forgotten", no_weight, "sec:one-path",
     "Going from a neuron down to the one before it, you leave out the "
     "weight between them. It passed the answer on w times as large, so it "
     "passes the slope back w times as large."},
    {"weight-of-the-wrong-link", own_weight, "sec:one-path",
     "Going down you multiply by the weight that leads into the lower "
     "neuron. The link you cross is the one above it: from neuron k to k-1 "
     "that is w[k]."},
    {"input-everywhere", input_everywhere, "sec:one-path",
     "You multiply every weight's slope by x. Only the first neuron sees x; "
     "neuron k sees what neuron k-1 answers."},
    {"own-answer", own_answer, "sec:one-path",
     "You multiply a weight's slope by the answer of its own neuron. It is "
     "what came in that counts: z grows by that when the weight grows."},
    {"biases-frozen", frozen, "sec:six-steps",
     "The weights are right, but all biases get the slope 0. The sum z grows "
     "by 1 with the bias, so its slope is delta itself."},
    {"bias-with-input", bias_by_input, "sec:six-steps",
     "You multiply the bias's slope by what came in. The sum grows by 1 with "
     "the bias: its slope is delta itself."},
    {"uphill", uphill, "sec:six-steps",
     "All slopes have the wrong sign. The loss by the answer is a - t: the "
     "slope of C, not the direction of a step."},
    {"factor-two", twice, "sec:six-steps",
     "All slopes are twice too large. The 2 from the square is cancelled by "
     "the half before it."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* From FAR on one link is next to nothing: the loss does not feel what is
 * below it, but there is a slope, and no formula of the sigmoid loses it.
 */
enum { FAR = 60 };

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 2 + i % 5;
  if (i == 0) n = 1;
  double *w = message_add(query, "w", NULL, n);
  double *b = message_add(query, "b", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] =
        between(rng, 1, 3) * (nn_rng_uniform(rng) < (nn_real)0.5 ? -1 : 1);
    b[k] = between(rng, -1, 1);
  }
  if (i >= FAR) w[1 + i % (n - 1)] *= 1e-40;
  message_add_number(query, "x", between(rng, -2, 2));
  message_add_number(query, "t", (double)(i % 2));
}

static void check(grader *g) {
  grader_compare_derived_gradient(
      g, &(comparison){"path_slopes", FAR + 10, make_case, right, known},
      FAR);
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "path", 10, "slopes along a chain", "", check);
  return grader_end(g);
}
