/* Probabilities from anything. */
#include "grader.h"

#include <math.h>
#include <stdbool.h>

static double largest(const double *z, size_t n) {
  double most = z[0];
  for (size_t i = 1; i < n; i++) most = fmax(most, z[i]);
  return most;
}

/* The sum of e^(z - shift). */
static double sum_of(const double *z, size_t n, double shift) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += exp(z[i] - shift);
  return sum;
}

/* ---- softmax ---------------------------------------------------------*/

static void shifted(const message *q, message *answer, double above,
                    double below) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double *a = message_add(answer, "a", NULL, n);
  for (size_t i = 0; i < n; i++)
    a[i] = exp(z[i] - above) / sum_of(z, n, below);
}

static void right_softmax(const message *q, message *a) {
  double most = largest(message_values(q, "z"), message_count(q, "z"));
  shifted(q, a, most, most);
}
static void naive(const message *q, message *a) {
  shifted(q, a, 0, 0);
}
static void shifted_above(const message *q, message *a) {
  double most = largest(message_values(q, "z"), message_count(q, "z"));
  shifted(q, a, most, 0);
}
static void linear(const message *q, message *answer) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double *a = message_add(answer, "a", NULL, n), sum = 0;
  for (size_t i = 0; i < n; i++) sum += z[i];
  for (size_t i = 0; i < n; i++) a[i] = z[i] / sum;
}
static void each_alone(const message *q, message *answer) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double *a = message_add(answer, "a", NULL, n);
  for (size_t i = 0; i < n; i++) a[i] = 1 / (1 + exp(-z[i]));
}

static void not_divided(const message *q, message *answer) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double *a = message_add(answer, "a", NULL, n), most = largest(z, n);
  for (size_t i = 0; i < n; i++) a[i] = exp(z[i] - most);
}

static const misconception about_softmax[] = {
    {"naive", naive, "sec:stable",
     "Your formula is right on paper. For large logits e^z is infinite, and "
     "infinity over infinity is no number. Subtract the largest logit from "
     "all of them first; the softmax stays the same."},
    {"shifted-above-only", shifted_above, "sec:stable",
     "You subtract the largest logit above the line and not below. The "
     "quotient stays the same only if you do both."},
    {"without-exponential", linear, "sec:softmax",
     "You divide each logit by their sum. Logits may be negative; e^z makes "
     "them positive first."},
    {"not-divided", not_divided, "sec:softmax",
     "You subtract the largest logit and take e^z, but do not divide by "
     "their sum. Probabilities sum to 1."},
    {"sigmoid-of-each", each_alone, "sec:softmax",
     "This is the sigmoid of each logit by itself. They do not sum to 1: "
     "divide by the sum over all classes."},
    {0},
};

/* ---- the loss --------------------------------------------------------*/

static double loss_of(const message *q, size_t at) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double most = largest(z, n);
  return log(sum_of(z, n, most)) + most - z[at];
}

static size_t right_of(const message *q) {
  return (size_t)message_number(q, "right");
}

static void right_loss(const message *q, message *a) {
  message_add_number(a, "returned", loss_of(q, right_of(q)));
}
static void naive_loss(const message *q, message *a) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double most = largest(z, n);
  double p = exp(z[right_of(q)] - most) / sum_of(z, n, most);
  message_add_number(a, "returned", -log(p));
}
static void word_for_word(const message *q, message *a) {
  const double *z = message_values(q, "z");
  double p = exp(z[right_of(q)]) / sum_of(z, message_count(q, "z"), 0);
  message_add_number(a, "returned", -log(p));
}
static void negative(const message *q, message *a) {
  message_add_number(a, "returned", -loss_of(q, right_of(q)));
}
static void unshifted_loss(const message *q, message *a) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  message_add_number(a, "returned", log(sum_of(z, n, 0)) - z[right_of(q)]);
}
static void shift_lost(const message *q, message *a) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double sum = log(sum_of(z, n, largest(z, n)));
  message_add_number(a, "returned", sum - z[right_of(q)]);
}
static double clipped_at(const message *q, double least, bool added) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double most = largest(z, n);
  double p = exp(z[right_of(q)] - most) / sum_of(z, n, most);
  return -log(added ? p + least : fmax(p, least));
}
static void clipped_12(const message *q, message *a) {
  message_add_number(a, "returned", clipped_at(q, 1e-12, false));
}
static void clipped_15(const message *q, message *a) {
  message_add_number(a, "returned", clipped_at(q, 1e-15, false));
}
static void added_12(const message *q, message *a) {
  message_add_number(a, "returned", clipped_at(q, 1e-12, true));
}
static void added_15(const message *q, message *a) {
  message_add_number(a, "returned", clipped_at(q, 1e-15, true));
}
static void ten_is_the_base(const message *q, message *a) {
  message_add_number(a, "returned", loss_of(q, right_of(q)) / log(10));
}
static void ten_in_the_sum(const message *q, message *a) {
  const double *z = message_values(q, "z");
  size_t n = message_count(q, "z");
  double most = largest(z, n);
  message_add_number(a, "returned",
                     log10(sum_of(z, n, most)) + most - z[right_of(q)]);
}
static void two_is_the_base(const message *q, message *a) {
  message_add_number(a, "returned", loss_of(q, right_of(q)) / log(2));
}

#define CLIPPED_SAYS                                                        \
  "You keep the probability away from 0. Nothing is infinite then, but "    \
  "beyond the limit the loss no longer grows, and its value is wrong. Use " \
  "log(sum) - z, which needs no limit."
#define TEN_SAYS                                                            \
  "You take a logarithm to base 10. The loss wants the natural one, which " \
  "C calls log."

static const misconception about_loss[] = {
    {"log-of-rounded", naive_loss, "sec:stable",
     "You take the logarithm of the finished softmax. A probability that "
     "has been rounded to 0 has an infinite logarithm: use log(sum) - z "
     "instead, which never forms it."},
    {"word-for-word", word_for_word, "sec:stable",
     "Your formula is right on paper. e^z overflows for large logits, and "
     "what has been rounded to 0 has no logarithm: use log(sum) - z with the "
     "largest logit taken away."},
    {"negative", negative, "sec:softmax",
     "Your loss is negative. The logarithm of a probability is; the loss is "
     "minus that."},
    {"unshifted", unshifted_loss, "sec:stable",
     "log(sum of e^z) - z is the right idea, but the sum overflows. Subtract "
     "the largest logit inside, and add it again outside the logarithm."},
    {"shift-not-undone", shift_lost, "sec:stable",
     "You subtract the largest logit inside the sum, and it never comes "
     "back. Add it to the logarithm, or subtract it from z too."},
    {"clipped", clipped_12, "sec:stable", CLIPPED_SAYS},
    {"clipped", clipped_15, "sec:stable", CLIPPED_SAYS},
    {"clipped", added_12, "sec:stable", CLIPPED_SAYS},
    {"clipped", added_15, "sec:stable", CLIPPED_SAYS},
    {"base-ten", ten_in_the_sum, "sec:softmax", TEN_SAYS},
    {"base-ten", ten_is_the_base, "sec:softmax", TEN_SAYS},
    {"base-two", two_is_the_base, "sec:softmax",
     "Your loss counts bits. The logarithm is the natural one: ten equal "
     "classes cost ln 10."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

/* Moderate logits first, then large ones; also of one class, and of many
 * more than ten. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 2 + nn_rng_below(rng, 5);
  if (i % 10 == 7) n = 1;
  if (i % 10 == 8) n = 11 + nn_rng_below(rng, 90);
  double reach = i < 30 ? 3 : i < 45 ? 1000 : 10000;
  double *z = message_add(query, "z", NULL, n);
  for (size_t k = 0; k < n; k++)
    z[k] = reach * (2 * (double)nn_rng_uniform(rng) - 1);
}

static void make_loss_case(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query);
  size_t n = message_count(query, "z");
  message_add_number(query, "right", (double)nn_rng_below(rng, n));
}

static void check_softmax(grader *g) {
  grader_compare(g, &(comparison){"softmax", 60, make_case, right_softmax,
                                  about_softmax});
}

static void check_loss(grader *g) {
  grader_compare(g, &(comparison){"softmax_loss", 60, make_loss_case,
                                  right_loss, about_loss});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "softmax", 5, "probabilities", "", check_softmax);
  grader_part(g, "loss", 5, "the loss of the right class", "", check_loss);
  return grader_end(g);
}
