/* How near noise lets descent come, and the rate for it. */
#include "grader.h"

#include <math.h>

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void returns(message *answer, double value) {
  message_add_number(answer, "returned", value);
}

static double variance_of(const message *q) {
  return message_number(q, "variance");
}

static double batch_of(const message *q) {
  return message_number(q, "batch");
}

/* ---- the floor -------------------------------------------------------*/

static double rate_of(const message *q) {
  return message_number(q, "learning_rate");
}

/* The floor for this variance of a step's slope. */
static double floor_for(const message *q, double variance) {
  return rate_of(q) * variance / (2 - rate_of(q));
}

static void right_floor(const message *q, message *a) {
  returns(a, floor_for(q, variance_of(q) / batch_of(q)));
}
static void no_batch(const message *q, message *a) {
  returns(a, floor_for(q, variance_of(q)));
}
static void batch_squared(const message *q, message *a) {
  returns(a, floor_for(q, variance_of(q) / (batch_of(q) * batch_of(q))));
}
static void root_of_batch(const message *q, message *a) {
  returns(a, floor_for(q, variance_of(q) / sqrt(batch_of(q))));
}
static void distance(const message *q, message *a) {
  returns(a, sqrt(floor_for(q, variance_of(q) / batch_of(q))));
}
static void small_rate(const message *q, message *a) {
  returns(a, rate_of(q) / 2 * variance_of(q) / batch_of(q));
}
static void one_minus(const message *q, message *a) {
  double eta = rate_of(q);
  returns(a, eta * variance_of(q) / ((1 - eta) * batch_of(q)));
}
static void one_step(const message *q, message *a) {
  double eta = rate_of(q);
  returns(a, eta * eta * variance_of(q) / batch_of(q));
}
static void plain_pull(const message *q, message *a) {
  returns(a, rate_of(q) * variance_of(q) / batch_of(q));
}
static void variance_squared(const message *q, message *a) {
  double v = variance_of(q);
  returns(a, floor_for(q, v * v / batch_of(q)));
}
static void deviation(const message *q, message *a) {
  returns(a, floor_for(q, sqrt(variance_of(q)) / batch_of(q)));
}

static const misconception floor_known[] = {
    {"batch-forgotten", no_batch, "sec:noise-ball",
     "The size of the batch does not count in your answer. The mean of B "
     "examples has a B-th of their variance, and so has the floor."},
    {"batch-squared", batch_squared, "sec:noise-ball",
     "You divide by the square of the batch. The sum of B examples has B "
     "times the variance, their mean that divided by B squared: one B is "
     "left."},
    {"root-of-the-batch", root_of_batch, "sec:noise-ball",
     "You divide by the root of the batch. That is how distances shrink; "
     "the mean of a square shrinks by B itself."},
    {"distance", distance, "sec:noise-ball",
     "You take the root at the end. That is a typical distance from the "
     "minimum; the mean of w squared is asked for."},
    {"small-rates-only", small_rate, "sec:noise-ball",
     "Your answer is eta/2 times the variance, which is nearly right for "
     "small rates. The exact formula has 2 - eta where you have 2."},
    {"pull-from-one", one_minus, "sec:noise-ball",
     "You have 1 - eta below the line. The mean of w squared is multiplied "
     "by (1 - eta)^2 with each step, and 1 minus that is eta (2 - eta)."},
    {"noise-of-one-step", one_step, "sec:noise-ball",
     "That is the noise which one step adds. The noise of earlier steps is "
     "still there, each time shrunk by (1 - eta)^2: all of it has to be "
     "added up."},
    {"pull-not-squared", plain_pull, "sec:noise-ball",
     "You let a step shrink the mean of w squared by 1 - eta. It is w "
     "itself that shrinks so; its square shrinks by the square of that."},
    {"variance-squared", variance_squared, "sec:noise-ball",
     "You square the variance, as if it were a standard deviation. It is a "
     "mean of squares already."},
    {"root-of-the-variance", deviation, "sec:noise-ball",
     "You take the root of the variance. The mean of w squared is a "
     "variance too, so it grows with the variance itself."},
    {0},
};

static void make_floor(nn_rng *rng, size_t i, message *query) {
  double rate = i % 2 ? between(rng, 0.1, 0.8) : between(rng, 1.1, 1.9);
  message_add_number(query, "learning_rate", i == 0 ? 0.5 : rate);
  message_add_number(query, "variance", between(rng, 0.3, 4));
  message_add_number(query, "batch", (double)(1 + i % 12));
}

static void check_floor(grader *g) {
  grader_compare(g, &(comparison){"noise_floor", 48, make_floor,
                                  right_floor, floor_known});
}

/* ---- the rate --------------------------------------------------------*/

static double most_of(const message *q) {
  return message_number(q, "most");
}

static void right_rate(const message *q, message *a) {
  double sum = most_of(q) * batch_of(q);
  returns(a, 2 * sum / (variance_of(q) + sum));
}
static void rate_without_batch(const message *q, message *a) {
  returns(a, 2 * most_of(q) / (variance_of(q) + most_of(q)));
}
static void batch_misplaced(const message *q, message *a) {
  double noise = variance_of(q) * batch_of(q);
  returns(a, 2 * most_of(q) / (noise + most_of(q)));
}
static void linear(const message *q, message *a) {
  returns(a, 2 * most_of(q) * batch_of(q) / variance_of(q));
}
static void without_two(const message *q, message *a) {
  double sum = most_of(q) * batch_of(q);
  returns(a, sum / (variance_of(q) + sum));
}
static void sign_lost(const message *q, message *a) {
  double sum = most_of(q) * batch_of(q);
  returns(a, 2 * sum / (variance_of(q) - sum));
}
static void swapped(const message *q, message *a) {
  double sum = most_of(q) * batch_of(q);
  returns(a, 2 * variance_of(q) / (variance_of(q) + sum));
}
static void as_distance(const message *q, message *a) {
  double sum = most_of(q) * most_of(q) * batch_of(q);
  returns(a, 2 * sum / (variance_of(q) + sum));
}

static const misconception rate_known[] = {
    {"rate-without-batch", rate_without_batch, "sec:noise-ball",
     "Your rate is the same for all batches. A batch of B has a B-th of "
     "the noise, so longer steps do no more harm."},
    {"batch-misplaced", batch_misplaced, "sec:noise-ball",
     "Your rate falls as the batch grows. A batch makes the noise smaller, "
     "so B belongs to the floor that is allowed and not to the variance."},
    {"rate-for-small-rates", linear, "sec:noise-ball",
     "You solve the formula with 2 in place of 2 - eta. For small rates "
     "that is close, but for high floors it gives rates of 2 and more, "
     "with which descent diverges."},
    {"rate-without-two", without_two, "sec:noise-ball",
     "Your rate is half the right one and never comes above 1. The formula "
     "has 2 - eta below the line; what stands before eta is 2."},
    {"sign-lost", sign_lost, "sec:noise-ball",
     "A sign got lost while you solved for eta. The term with eta changes "
     "sides, so below the line there is a sum, and the rate stays below "
     "2."},
    {"rate-turned-round", swapped, "sec:noise-ball",
     "Your rate falls as more noise is allowed: it is 2 minus the right "
     "one. Long steps make the floor high, short ones make it low."},
    {"floor-as-a-distance", as_distance, "sec:noise-ball",
     "You square the floor that is allowed, as if it were a distance. It "
     "is the mean of w squared already."},
    {0},
};

static void make_rate(nn_rng *rng, size_t i, message *query) {
  message_add_number(query, "most",
                     i % 2 ? between(rng, 0.02, 0.3)
                           : between(rng, 1.2, 3));
  message_add_number(query, "variance", between(rng, 0.3, 4));
  message_add_number(query, "batch", (double)(1 + i % 12));
}

static void check_rate(grader *g) {
  grader_compare(g, &(comparison){"largest_rate_for", 48, make_rate,
                                  right_rate, rate_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "floor", 5, "the floor for a rate", "", check_floor);
  grader_part(g, "rate", 5, "the rate for a floor", "", check_rate);
  return grader_end(g);
}
