/* One step of Nielsen's neuron. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool no_sigmoid_slope, slope_of_output, up, keeps_bias, bias_with_x;
  bool new_weight; /* takes the bias's slope at the new weight */
  bool weight_without_x;
  double factor;
} habits;

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

static void step_with(const message *q, message *answer, habits h) {
  double *w = answer_copy(answer, q, "w"), *b = answer_copy(answer, q, "b");
  double x = message_number(q, "x"), rate = message_number(q, "rate");
  double a = sigmoid(*w * x + *b), delta = a - message_number(q, "t");
  double s = h.slope_of_output ? sigmoid(a) : a;
  if (!h.no_sigmoid_slope) delta *= s * (1 - s);
  if (h.factor != 0) delta *= h.factor;
  if (h.up) delta = -delta;
  *w -= rate * delta * (h.weight_without_x ? 1 : x);
  if (h.new_weight) {
    a = sigmoid(*w * x + *b);
    delta = (a - message_number(q, "t")) * a * (1 - a);
  }
  if (!h.keeps_bias) *b -= rate * delta * (h.bias_with_x ? x : 1);
}

static void right(const message *q, message *a) {
  step_with(q, a, (habits){0});
}
static void no_sigmoid_slope(const message *q, message *a) {
  step_with(q, a, (habits){.no_sigmoid_slope = true});
}
static void slope_of_output(const message *q, message *a) {
  step_with(q, a, (habits){.slope_of_output = true});
}
static void up(const message *q, message *a) {
  step_with(q, a, (habits){.up = true});
}
static void keeps_bias(const message *q, message *a) {
  step_with(q, a, (habits){.keeps_bias = true});
}
static void bias_with_x(const message *q, message *a) {
  step_with(q, a, (habits){.bias_with_x = true});
}
static void new_weight(const message *q, message *a) {
  step_with(q, a, (habits){.new_weight = true});
}
static void without_x(const message *q, message *a) {
  step_with(q, a, (habits){.weight_without_x = true});
}
static void twice(const message *q, message *a) {
  step_with(q, a, (habits){.factor = 2});
}

static const misconception known[] = {
    {"sigmoid-slope-forgotten", no_sigmoid_slope, "sec:saturation",
     "The sigmoid's slope a (1 - a) is missing. Your step is that of the "
     "cross-entropy; under the quadratic loss the neuron is slower."},
    {"slope-of-the-output", slope_of_output, "sec:saturation",
     "You apply the sigmoid once more before you take its slope. Its slope "
     "at z is a (1 - a), with a the output itself."},
    {"uphill", up, "sec:saturation",
     "You go up. The step is against the slope: minus the rate times it."},
    {"bias-frozen", keeps_bias, "sec:saturation",
     "The weight is right, but the bias stays as it was. Its slope is that "
     "by z, since z grows by 1 with it."},
    {"bias-with-input", bias_with_x, "sec:saturation",
     "You multiply the bias's slope by x. The sum z grows by x with the "
     "weight, and by 1 with the bias."},
    {"weight-changed-first", new_weight, "sec:saturation",
     "The weight is right, and then you compute the bias's slope with the new "
     "weight. Both slopes belong to the same point: compute them first, then "
     "change both."},
    {"input-forgotten", without_x, "sec:saturation",
     "The input is missing from the weight's slope. The sum z grows by x "
     "with the weight: multiply by x."},
    {"factor-two", twice, "sec:quadratic",
     "Your step is twice too long. The 2 from the square is cancelled by the "
     "half before it."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  double w = between(rng, -2, 2), b = between(rng, -2, 2);
  message_add(query, "w", &w, 1);
  message_add(query, "b", &b, 1);
  message_add_number(query, "x", between(rng, 0.5, 3));
  message_add_number(query, "t", (double)(i % 2));
  message_add_number(query, "rate", between(rng, 0.1, 2));
}

static void check(grader *g) {
  grader_compare(g,
                 &(comparison){"step_down", 60, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "step_down", 8, "a step against the slope", "", check);
  return grader_end(g);
}
