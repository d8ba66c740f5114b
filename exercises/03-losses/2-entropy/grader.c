/* Cross-entropy that holds. */
#include "grader.h"

#include <math.h>

static double z_of(const message *q) {
  return message_number(q, "z");
}

static double t_of(const message *q) {
  return message_number(q, "t");
}

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

/* log(1 + e^z) */
static double softplus(double z) {
  return fmax(z, 0) + log1p(exp(-fabs(z)));
}

static void say(message *a, double x) {
  message_add_number(a, "returned", x);
}

/* ---- the loss --------------------------------------------------------*/

static void loss(const message *q, message *a) {
  double t = t_of(q), z = z_of(q);
  say(a, t * softplus(-z) + (1 - t) * softplus(z));
}
static void naive(const message *q, message *a) {
  double y = sigmoid(z_of(q)), t = t_of(q);
  say(a, -t * log(y) - (1 - t) * log(1 - y));
}
static void half_stable(const message *q, message *a) {
  say(a, log(1 + exp(z_of(q))) - t_of(q) * z_of(q));
}
static void other_half_stable(const message *q, message *a) {
  say(a, log(1 + exp(-z_of(q))) + (1 - t_of(q)) * z_of(q));
}
static double clipped_at(const message *q, double least) {
  double y = fmin(fmax(sigmoid(z_of(q)), least), 1 - least), t = t_of(q);
  return -t * log(y) - (1 - t) * log(1 - y);
}
static void clipped(const message *q, message *a) {
  say(a, clipped_at(q, 1e-12));
}
static void clipped_at_15(const message *q, message *a) {
  say(a, clipped_at(q, 1e-15));
}
static void clipped_at_10(const message *q, message *a) {
  say(a, clipped_at(q, 1e-10));
}
static void clipped_at_7(const message *q, message *a) {
  say(a, clipped_at(q, 1e-7));
}
static double added(const message *q, double least) {
  double y = sigmoid(z_of(q)), t = t_of(q);
  return -t * log(y + least) - (1 - t) * log(1 - y + least);
}
static void added_12(const message *q, message *a) {
  say(a, added(q, 1e-12));
}
static void added_15(const message *q, message *a) {
  say(a, added(q, 1e-15));
}
static void base_ten(const message *q, message *a) {
  double t = t_of(q), z = z_of(q);
  say(a, (t * softplus(-z) + (1 - t) * softplus(z)) / log(10));
}
static void upside_down(const message *q, message *a) {
  double t = t_of(q), z = z_of(q);
  say(a, (1 - t) * softplus(-z) + t * softplus(z));
}
static void one_half(const message *q, message *a) {
  say(a, t_of(q) * softplus(-z_of(q)));
}
static void negative(const message *q, message *a) {
  double t = t_of(q), z = z_of(q);
  say(a, -t * softplus(-z) - (1 - t) * softplus(z));
}

#define CLIPPED_SAYS                                                      \
  "You keep the output away from 0 and 1. Nothing is infinite then, but " \
  "beyond the limit the loss no longer grows, and its value is wrong. "   \
  "Compute it from z."

static const misconception about_loss[] = {
    {"naive", naive, "sec:stable",
     "Your formula is right on paper. For large z the sigmoid rounds to 0 or "
     "1, and the logarithm of 0 is infinite. Put sigmoid and logarithm "
     "together before you compute."},
    {"overflows", half_stable, "sec:stable",
     "log(1 + e^z) is the right idea, but e^z overflows for large z. Take z "
     "out of the logarithm first: z + log(1 + e^-z)."},
    {"overflows-below", other_half_stable, "sec:stable",
     "log(1 + e^-z) is the right idea, but e^-z overflows for very negative "
     "z. Choose the form by the sign of z, or use |z|."},
    {"clipped", clipped, "sec:stable", CLIPPED_SAYS},
    {"clipped", clipped_at_15, "sec:stable", CLIPPED_SAYS},
    {"clipped", clipped_at_10, "sec:stable", CLIPPED_SAYS},
    {"clipped", clipped_at_7, "sec:stable", CLIPPED_SAYS},
    {"clipped", added_12, "sec:stable", CLIPPED_SAYS},
    {"clipped", added_15, "sec:stable", CLIPPED_SAYS},
    {"base-ten", base_ten, "sec:cross-entropy",
     "You take logarithms to base 10. The loss wants the natural one, which "
     "C calls log."},
    {"targets-exchanged", upside_down, "sec:cross-entropy",
     "You have exchanged the targets: for t = 1 the loss is -log(a), for "
     "t = 0 it is -log(1 - a)."},
    {"second-half-forgotten", one_half, "sec:cross-entropy",
     "For t = 0 your loss is 0, whatever the output. The term "
     "-(1 - t) log(1 - a) is missing."},
    {"negative", negative, "sec:cross-entropy",
     "Your loss is negative. The logarithm of a probability is; the loss is "
     "minus that."},
    {0},
};

/* ---- its slope -------------------------------------------------------*/

static void slope(const message *q, message *a) {
  say(a, sigmoid(z_of(q)) - t_of(q));
}
static void slope_times_slope(const message *q, message *a) {
  double y = sigmoid(z_of(q));
  say(a, (y - t_of(q)) * y * (1 - y));
}
static void slope_turned(const message *q, message *a) {
  say(a, t_of(q) - sigmoid(z_of(q)));
}
static void slope_of_z(const message *q, message *a) {
  say(a, z_of(q) - t_of(q));
}
static void slope_overflowing(const message *q, message *a) {
  double grown = exp(z_of(q));
  say(a, grown / (1 + grown) - t_of(q));
}
static void slope_overflowing_below(const message *q, message *a) {
  double grown = exp(-z_of(q));
  say(a, 1 - grown / (1 + grown) - t_of(q));
}
static void slope_clipped(const message *q, message *a) {
  double z = fmax(-20, fmin(20, z_of(q)));
  say(a, sigmoid(z) - t_of(q));
}
static void slope_by_output(const message *q, message *a) {
  double y = sigmoid(z_of(q)), t = t_of(q);
  say(a, -t / y + (1 - t) / (1 - y));
}

static const misconception about_slope[] = {
    {"sigmoid-slope-twice", slope_times_slope, "sec:cross-entropy",
     "You multiply by a (1 - a). That factor is in a - t already: with it "
     "the neuron is as slow as under the quadratic loss."},
    {"slope-wrong-sign", slope_turned, "sec:cross-entropy",
     "Your slope has the wrong sign: it is a - t. If the output is too "
     "large, a larger z makes the loss larger."},
    {"slope-of-the-sum", slope_of_z, "sec:cross-entropy",
     "You subtract the target from z. It is the output a = sigmoid(z) that "
     "is compared with the target."},
    {"slope-by-the-output", slope_by_output, "sec:cross-entropy",
     "This is the slope by the output a. By z it is that times the "
     "sigmoid's slope a (1 - a), and most of it cancels."},
    {0},
};

/* For every z, where it is not asked whether slopes were measured: one that
 * was cut off is as near the right one as those are. */
static const misconception about_far_slope[] = {
    {"slope-overflows", slope_overflowing, "sec:stable",
     "e^z / (1 + e^z) is the sigmoid, but e^z overflows for large z, and "
     "infinity over infinity is no number. 1 / (1 + e^-z) holds for every "
     "z."},
    {"slope-overflows-below", slope_overflowing_below, "sec:stable",
     "e^-z / (1 + e^-z) is right on paper, but e^-z overflows for very "
     "negative z, and infinity over infinity is no number. 1 / (1 + e^-z) "
     "holds for every z."},
    {"slope-clipped", slope_clipped, "sec:stable",
     "You cut z off, and beyond that your slope no longer changes. There is "
     "no need to: 1 / (1 + e^-z) holds for every z."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

/* Moderate sums first, then large ones; targets 0, 1 and between. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  static const double targets[] = {0, 1, 0.25, 0.5};
  double reach = i < 40 ? 4 : i < 60 ? 40 : 10000;
  double z = reach * (2 * (double)nn_rng_uniform(rng) - 1);
  message_add_number(query, "z", i == 0 ? 0 : z);
  message_add_number(query, "t", targets[i % 4]);
}

/* By the output itself there is nothing to divide by 0. */
static void make_slope_case(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i % 40, query);
}

static void check_loss(grader *g) {
  grader_compare(g,
                 &(comparison){"entropy", 80, make_case, loss, about_loss});
}

static void check_slope(grader *g) {
  grader_compare_derived_gradient(g,
                                  &(comparison){"entropy_slope", 60,
                                                make_slope_case, slope,
                                                about_slope},
                                  60);
  grader_compare_gradient(g, &(comparison){"entropy_slope", 80, make_case,
                                           slope, about_far_slope});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "entropy", 6, "the loss, for every z", "", check_loss);
  grader_part(g, "slope", 4, "its slope", "", check_slope);
  return grader_end(g);
}
