/* Half the squares. */
#include "grader.h"

#include <math.h>

/* ---- the loss --------------------------------------------------------*/

static double examples_of(const message *q) {
  return message_number(q, "examples");
}

static double outputs_of(const message *q) {
  return message_number(q, "outputs");
}

static double sum_of_powers(const message *q, double power) {
  const double *a = message_values(q, "a"), *t = message_values(q, "t");
  double sum = 0;
  for (size_t i = 0; i < message_count(q, "a"); i++)
    sum += pow(fabs(a[i] - t[i]), power);
  return sum;
}

static void loss(const message *q, message *a) {
  message_add_number(a, "returned",
                     sum_of_powers(q, 2) / 2 / examples_of(q));
}
static void loss_without_half(const message *q, message *a) {
  message_add_number(a, "returned", sum_of_powers(q, 2) / examples_of(q));
}
static void loss_summed(const message *q, message *a) {
  message_add_number(a, "returned", sum_of_powers(q, 2) / 2);
}
static void loss_by_outputs(const message *q, message *a) {
  message_add_number(a, "returned",
                     sum_of_powers(q, 2) / 2 / examples_of(q) /
                         outputs_of(q));
}
static void loss_not_squared(const message *q, message *a) {
  message_add_number(a, "returned",
                     sum_of_powers(q, 1) / 2 / examples_of(q));
}

static void loss_of_whole_half(const message *q, message *a) {
  (void)q;
  message_add_number(a, "returned", 0);
}
static void loss_of_whole_errors(const message *q, message *answer) {
  const double *a = message_values(q, "a"), *t = message_values(q, "t");
  double sum = 0;
  for (size_t i = 0; i < message_count(q, "a"); i++)
    sum += trunc(a[i] - t[i]) * trunc(a[i] - t[i]);
  message_add_number(answer, "returned", sum / 2 / examples_of(q));
}
static void loss_of_libraries(const message *q, message *a) {
  message_add_number(a, "returned",
                     sum_of_powers(q, 2) / examples_of(q) / outputs_of(q));
}
static void loss_of_all(const message *q, message *a) {
  message_add_number(a, "returned", sum_of_powers(q, 2));
}

static const misconception about_loss[] = {
    {"half-forgotten", loss_without_half, "sec:quadratic",
     "You come out at twice the loss. In this book's convention there is a "
     "half before the squares; it cancels the 2 of the slope."},
    {"summed-over-examples", loss_summed, "sec:quadratic",
     "You add up the examples. The loss of a batch is their mean, so that "
     "it does not grow with the batch."},
    {"mean-over-outputs", loss_by_outputs, "sec:quadratic",
     "You divide by the outputs as well. The outputs of an example are "
     "summed; the mean is over the examples."},
    {"mean-squared-error", loss_of_libraries, "sec:quadratic",
     "This is the mean squared error of many libraries, over examples and "
     "outputs and without a half. This book's convention is another: half "
     "the sum over the outputs, and the mean over the examples only."},
    {"sum-of-squares", loss_of_all, "sec:quadratic",
     "This is the plain sum of squares. There is a half before it, and the "
     "mean over the examples is taken."},
    {"not-squared", loss_not_squared, "sec:robust",
     "Your errors are not squared. That is half the absolute loss."},
    {"half-is-zero", loss_of_whole_half, "sec:quadratic",
     "Your loss is 0 whatever comes in. Is there a 1/2? Both are integers, "
     "so C makes it 0: write 0.5, or divide by 2 at the end."},
    {"whole-errors", loss_of_whole_errors, "sec:quadratic",
     "You round every error to a whole number. a - t goes into an int "
     "somewhere: take a double."},
    {0},
};

/* ---- the slopes ------------------------------------------------------*/

static void slopes(const message *q, message *answer, double factor) {
  const double *a = message_values(q, "a"), *t = message_values(q, "t");
  size_t count = message_count(q, "a");
  double *gradient = message_add(answer, "gradient", NULL, count);
  for (size_t i = 0; i < count; i++) gradient[i] = factor * (a[i] - t[i]);
}

static void right(const message *q, message *a) {
  slopes(q, a, 1 / examples_of(q));
}
static void turned(const message *q, message *a) {
  slopes(q, a, -1 / examples_of(q));
}
static void not_mean(const message *q, message *a) {
  slopes(q, a, 1);
}
static void twice(const message *q, message *a) {
  slopes(q, a, 2 / examples_of(q));
}
static void by_all(const message *q, message *a) {
  slopes(q, a, 1 / examples_of(q) / outputs_of(q));
}

static void of_libraries(const message *q, message *a) {
  slopes(q, a, 2 / examples_of(q) / outputs_of(q));
}
static void of_all(const message *q, message *a) {
  slopes(q, a, 2);
}

static const misconception about_slopes[] = {
    {"wrong-sign", turned, "sec:quadratic",
     "Your slopes have the wrong sign: the slope by a is a - t. If the "
     "output is too large, more of it makes the loss larger."},
    {"gradient-not-mean", not_mean, "sec:quadratic",
     "Your slopes are those of the sum over the examples. The loss is the "
     "mean, so every slope is divided by their number."},
    {"factor-two", twice, "sec:quadratic",
     "Your slopes are twice as large. The 2 from the square is cancelled by "
     "the half before it."},
    {"gradient-of-mean-squared-error", of_libraries, "sec:quadratic",
     "These are the slopes of the mean squared error of many libraries. In "
     "this book's convention the 2 is cancelled by a half, and outputs are "
     "summed."},
    {"gradient-of-sum-of-squares", of_all, "sec:quadratic",
     "These are the slopes of the plain sum of squares. The half cancels "
     "the 2, and the mean divides by the number of examples."},
    {"gradient-by-outputs", by_all, "sec:quadratic",
     "You divide by the outputs as well. They are summed: divide by the "
     "number of examples only."},
    {0},
};

/* From FAR on one error is huge. The slopes by the other outputs have
 * nothing to do with it; differences of the loss do. */
enum { FAR = 60 };

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t examples = 1 + nn_rng_below(rng, 5);
  size_t outputs = 1 + nn_rng_below(rng, 4);
  double *a = message_add(query, "a", NULL, examples * outputs);
  double *t = message_add(query, "t", NULL, examples * outputs);
  for (size_t k = 0; k < examples * outputs; k++) {
    a[k] = (double)nn_rng_below(rng, 9) / 4;
    t[k] = (double)nn_rng_below(rng, 9) / 4;
  }
  if (i >= FAR) a[0] = 0x1p60;
  message_add_number(query, "examples", (double)examples);
  message_add_number(query, "outputs", (double)outputs);
}

static void check_loss(grader *g) {
  grader_compare(
      g, &(comparison){"quadratic", 60, make_case, loss, about_loss});
}

static void check_slopes(grader *g) {
  grader_compare_derived_gradient(g,
                                  &(comparison){"quadratic_gradient",
                                                FAR + 10, make_case, right,
                                                about_slopes},
                                  FAR);
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "quadratic", 4, "the loss of a batch", "", check_loss);
  grader_part(g, "gradient", 4, "its slopes", "", check_slopes);
  return grader_end(g);
}
