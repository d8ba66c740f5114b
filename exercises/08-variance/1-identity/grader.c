/* Bias, variance and error of many fits. */
#include "grader.h"

#include <math.h>

/* ---- fits and their mean ---------------------------------------------*/

typedef struct {
  bool transposed, first_fit, mean_summed; /* which fits, which mean */
  bool unsquared, absolute, root;
  bool squared_last; /* the mean over the points is squared */
  bool around_truth, across_points;
  bool one_less; /* divides by the number of fits less 1 */
  bool fits_summed, points_summed;
} habits;

static size_t fits_of(const message *q) {
  return (size_t)message_number(q, "count");
}

static size_t points_of(const message *q) {
  return message_count(q, "truth");
}

static double truth_at(const message *q, size_t i) {
  return message_values(q, "truth")[i];
}

static double fit_at(const message *q, size_t l, size_t i, habits h) {
  size_t at = h.transposed ? i * fits_of(q) + l : l * points_of(q) + i;
  return message_values(q, "fits")[at];
}

static double mean_at(const message *q, size_t i, habits h) {
  double sum = 0;
  if (h.first_fit) return fit_at(q, 0, i, h);
  for (size_t l = 0; l < fits_of(q); l++) sum += fit_at(q, l, i, h);
  return h.mean_summed ? sum : sum / (double)fits_of(q);
}

/* ---- bias ------------------------------------------------------------*/

static double bias2(const message *q, habits h) {
  double sum = 0;
  for (size_t i = 0; i < points_of(q); i++) {
    double off = mean_at(q, i, h) - truth_at(q, i);
    if (h.absolute)
      sum += fabs(off);
    else
      sum += h.unsquared || h.squared_last ? off : off * off;
  }
  if (!h.points_summed) sum /= (double)points_of(q);
  if (h.squared_last) return sum * sum;
  return h.root ? sqrt(sum) : sum;
}

/* ---- variance --------------------------------------------------------*/

/* The mean over the points of one fit. */
static double level(const message *q, size_t l, habits h) {
  double sum = 0;
  for (size_t i = 0; i < points_of(q); i++) sum += fit_at(q, l, i, h);
  return sum / (double)points_of(q);
}

static double variance(const message *q, habits h) {
  double sum = 0;
  for (size_t l = 0; l < fits_of(q); l++)
    for (size_t i = 0; i < points_of(q); i++) {
      double centre = h.around_truth    ? truth_at(q, i)
                      : h.across_points ? level(q, l, h)
                                        : mean_at(q, i, h);
      double off = fit_at(q, l, i, h) - centre;
      sum += h.absolute ? fabs(off) : off * off;
    }
  if (!h.fits_summed) sum /= (double)fits_of(q) - h.one_less;
  if (!h.points_summed) sum /= (double)points_of(q);
  return h.root ? sqrt(sum) : sum;
}

static double error(const message *q, habits h) {
  h.around_truth = true;
  return variance(q, h);
}

/* ---- the part "bias" -------------------------------------------------*/

static void bias_with(const message *q, message *answer, habits h) {
  message_add_number(answer, "bias2", bias2(q, h));
}

static void right_bias(const message *q, message *a) {
  bias_with(q, a, (habits){0});
}
static void bias_transposed(const message *q, message *a) {
  bias_with(q, a, (habits){.transposed = true});
}
static void bias_first_fit(const message *q, message *a) {
  bias_with(q, a, (habits){.first_fit = true});
}
static void bias_mean_summed(const message *q, message *a) {
  bias_with(q, a, (habits){.mean_summed = true});
}
static void bias_whole_error(const message *q, message *a) {
  message_add_number(a, "bias2", error(q, (habits){0}));
}
static void bias_unsquared(const message *q, message *a) {
  bias_with(q, a, (habits){.unsquared = true});
}
static void bias_absolute(const message *q, message *a) {
  bias_with(q, a, (habits){.absolute = true});
}
static void bias_squared_last(const message *q, message *a) {
  bias_with(q, a, (habits){.squared_last = true});
}
static void bias_summed(const message *q, message *a) {
  bias_with(q, a, (habits){.points_summed = true});
}
static void bias_root(const message *q, message *a) {
  bias_with(q, a, (habits){.root = true});
}

/* Both are said of the variance, too. */
static const char transposed_says[] =
    "You read fits[i * count + l]. Each fit lies in one piece: fit l "
    "begins at l * points, and point i is the i-th number from there.";
static const char mean_summed_says[] =
    "Your mean fit is the sum of the fits. Divide it by their number, or "
    "it is as many times too large.";

static const misconception bias_known[] = {
    {"transposed", bias_transposed, "sec:many-fits", transposed_says},
    {"one-fit", bias_first_fit, "sec:many-fits",
     "You take the error of the first fit. Another training set would "
     "have given another fit and another number: bias is about the mean "
     "of all fits."},
    {"mean-summed", bias_mean_summed, "sec:many-fits", mean_summed_says},
    {"whole-error", bias_whole_error, "sec:decomposition",
     "You square the distance of every single fit from the truth, and "
     "that is the whole error. For the bias, take the mean of the fits "
     "first and square what is left of the distance."},
    {"bias-unsquared", bias_unsquared, "sec:decomposition",
     "You do not square. Where the mean fit is too high and where it is "
     "too low would cancel, and a bad fit could have no bias at all."},
    {"bias-absolute", bias_absolute, "sec:decomposition",
     "You take the distance of the mean fit from the truth without its "
     "sign. It has to be squared: only squares add up to the error."},
    {"squared-after-the-mean", bias_squared_last, "sec:decomposition",
     "You take the mean over the points first and square it then. Too "
     "high here and too low there have cancelled by that time: square at "
     "each point."},
    {"bias-summed", bias_summed, "sec:decomposition",
     "You sum over the points and do not divide. Bias is a mean over the "
     "points, so that it does not grow when you look at more of them."},
    {"bias-root", bias_root, "sec:decomposition",
     "You take a root at the end. What is asked for is the square of the "
     "bias, which has the same unit as the variance and adds to it."},
    {0},
};

/* ---- the part "variance" ---------------------------------------------*/

static void variance_with(const message *q, message *answer, habits h) {
  message_add_number(answer, "variance", variance(q, h));
}

static void right_variance(const message *q, message *a) {
  variance_with(q, a, (habits){0});
}
static void variance_transposed(const message *q, message *a) {
  variance_with(q, a, (habits){.transposed = true});
}
static void variance_first_fit(const message *q, message *a) {
  variance_with(q, a, (habits){.first_fit = true});
}
static void variance_mean_summed(const message *q, message *a) {
  variance_with(q, a, (habits){.mean_summed = true});
}
static void variance_around_truth(const message *q, message *a) {
  variance_with(q, a, (habits){.around_truth = true});
}
static void variance_across_points(const message *q, message *a) {
  variance_with(q, a, (habits){.across_points = true});
}
static void variance_one_less(const message *q, message *a) {
  variance_with(q, a, (habits){.one_less = true});
}
static void variance_fits_summed(const message *q, message *a) {
  variance_with(q, a, (habits){.fits_summed = true});
}
static void variance_points_summed(const message *q, message *a) {
  variance_with(q, a, (habits){.points_summed = true});
}
static void variance_absolute(const message *q, message *a) {
  variance_with(q, a, (habits){.absolute = true});
}
static void variance_root(const message *q, message *a) {
  variance_with(q, a, (habits){.root = true});
}

static const misconception variance_known[] = {
    {"transposed", variance_transposed, "sec:many-fits", transposed_says},
    {"around-the-first-fit", variance_first_fit, "sec:many-fits",
     "You measure how far the fits are from the first of them. That one "
     "is as much a matter of luck as the others: measure from their mean."},
    {"mean-summed", variance_mean_summed, "sec:many-fits",
     mean_summed_says},
    {"around-the-truth", variance_around_truth, "sec:decomposition",
     "You measure how far the fits are from the truth, and that is the "
     "whole error. Variance does not know the truth: it is how far the "
     "fits are from their own mean."},
    {"across-the-points", variance_across_points, "sec:decomposition",
     "You measure how much each fit changes from point to point. Stay at "
     "one point and look at how much the fits differ there, since it is "
     "the training set that varies."},
    {"one-less", variance_one_less, "sec:decomposition",
     "You divide by L - 1. That estimates the spread of fits you have not "
     "seen; for these L fits error = bias^2 + variance holds only if you "
     "divide by L."},
    {"fits-summed", variance_fits_summed, "sec:decomposition",
     "You sum over the fits and do not divide by their number. Twice as "
     "many training sets would double the variance, though no fit is less "
     "steady."},
    {"points-summed", variance_points_summed, "sec:decomposition",
     "You sum over the points and do not divide by their number. Variance "
     "here is a mean over the fits and over the points."},
    {"deviations-absolute", variance_absolute, "sec:decomposition",
     "You take the fits' distances from their mean without squaring them. "
     "Only squares add up to the error."},
    {"standard-deviation", variance_root, "sec:decomposition",
     "You take a root at the end: that is a standard deviation. The "
     "variance is its square, and only squares add up to the error."},
    {0},
};

/* ---- the part "error" ------------------------------------------------*/

static void error_with(const message *q, message *answer, habits h) {
  message_add_number(answer, "error", error(q, h));
}

static void right_error(const message *q, message *a) {
  error_with(q, a, (habits){0});
}
static void error_of_mean(const message *q, message *a) {
  message_add_number(a, "error", bias2(q, (habits){0}));
}
static void error_of_first(const message *q, message *a) {
  message_add_number(a, "error", bias2(q, (habits){.first_fit = true}));
}
static void error_mixed(const message *q, message *a) {
  message_add_number(a, "error",
                     bias2(q, (habits){.root = true}) +
                         variance(q, (habits){0}));
}
static void error_root(const message *q, message *a) {
  error_with(q, a, (habits){.root = true});
}
static void error_fits_summed(const message *q, message *a) {
  error_with(q, a, (habits){.fits_summed = true});
}
static void error_difference(const message *q, message *a) {
  message_add_number(a, "error",
                     bias2(q, (habits){0}) - variance(q, (habits){0}));
}

static const misconception error_known[] = {
    {"error-of-the-mean-fit", error_of_mean, "sec:decomposition",
     "That is the error of the mean fit, which is the bias alone. You "
     "have one training set and one fit, and it is off by its variance "
     "too."},
    {"error-of-one-fit", error_of_first, "sec:decomposition",
     "That is the error of the first fit. The expected error is the mean "
     "over all fits, lucky ones and unlucky ones."},
    {"bias-not-squared-in-the-sum", error_mixed, "sec:decomposition",
     "You add the bias itself to the variance. One is a length and the "
     "other a square: the sum is of squares."},
    {"error-root", error_root, "sec:decomposition",
     "You take a root at the end. The error asked for is the squared one: "
     "bias^2 plus variance as they are."},
    {"error-summed", error_fits_summed, "sec:decomposition",
     "You sum the errors of all fits. The expected error is their mean: "
     "divide by the number of fits."},
    {"variance-subtracted", error_difference, "sec:decomposition",
     "You subtract the variance from the bias. Neither takes anything "
     "away from the other: both make the error larger."},
    {0},
};

/* ---- the part "noise" ------------------------------------------------*/

static void noise_with(const message *q, message *answer, double more) {
  message_add_number(answer, "returned", message_number(q, "error") + more);
}

static double sigma_of(const message *q) {
  return message_number(q, "sigma");
}

static void right_noise(const message *q, message *a) {
  noise_with(q, a, sigma_of(q) * sigma_of(q));
}
static void unsquared(const message *q, message *a) {
  noise_with(q, a, sigma_of(q));
}
static void doubled(const message *q, message *a) {
  noise_with(q, a, 2 * sigma_of(q));
}
static void counted_twice(const message *q, message *a) {
  noise_with(q, a, 2 * sigma_of(q) * sigma_of(q));
}
static void subtracted(const message *q, message *a) {
  noise_with(q, a, -sigma_of(q) * sigma_of(q));
}
static void forgotten(const message *q, message *a) {
  noise_with(q, a, 0);
}
static void lengths_added(const message *q, message *a) {
  double length = sqrt(message_number(q, "error")) + sigma_of(q);
  message_add_number(a, "returned", length * length);
}
static void without_bias(const message *q, message *a) {
  noise_with(q, a, sigma_of(q) * sigma_of(q) - message_number(q, "bias2"));
}

static const misconception noise_known[] = {
    {"sigma-unsquared", unsquared, "sec:noise",
     "You add sigma itself. It is the noise's standard deviation; to a "
     "squared error you add its variance, which is the square."},
    {"sigma-doubled", doubled, "sec:noise",
     "You add twice sigma. Noise adds its variance to a squared error, "
     "and that is sigma times sigma."},
    {"noise-counted-twice", counted_twice, "sec:noise",
     "You add the noise twice. What the noise in the training sets does "
     "is in the variance already; only that of the new targets comes on "
     "top."},
    {"noise-subtracted", subtracted, "sec:noise",
     "You subtract the noise. No fit can foresee it, so every noisy "
     "target makes the expected error larger."},
    {"noise-forgotten", forgotten, "sec:noise",
     "That is the error against the truth. New targets are noisy, and "
     "even the truth itself would miss them by sigma squared."},
    {"lengths-added", lengths_added, "sec:noise",
     "You add sigma to the root of the error and square the sum. The "
     "noise knows nothing of the fit, so the product in the middle is 0 "
     "on average: squares add."},
    {"bias-left-out", without_bias, "sec:noise",
     "You add the noise to the variance alone. Against noisy targets the "
     "error has three parts, and the bias is still one of them."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* Fits that are off by the same at each point, and by luck. */
static void make_fits(nn_rng *rng, size_t i, message *query) {
  size_t count = 2 + i % 5, points = 1 + i / 5 % 4;
  double *fits = message_add(query, "fits", NULL, count * points);
  message_add_number(query, "count", (double)count);
  double *truth = message_add(query, "truth", NULL, points);
  for (size_t k = 0; k < points; k++) {
    truth[k] = between(rng, -2, 2);
    double off = between(rng, -1.5, 1.5);
    for (size_t l = 0; l < count; l++)
      fits[l * points + k] = truth[k] + off + between(rng, -2, 2);
  }
}

static void make_parts(nn_rng *rng, size_t i, message *query) {
  double b = between(rng, 0.1, 2), v = between(rng, 0.1, 2);
  message_add_number(query, "bias2", b);
  message_add_number(query, "variance", v);
  message_add_number(query, "error", b + v);
  message_add_number(query, "sigma", i == 0 ? 0 : between(rng, 0.1, 3));
}

static void check_bias(grader *g) {
  grader_compare(
      g, &(comparison){"decompose", 40, make_fits, right_bias, bias_known});
}

static void check_variance(grader *g) {
  grader_compare(g, &(comparison){"decompose", 40, make_fits,
                                  right_variance, variance_known});
}

static void check_error(grader *g) {
  grader_compare(g, &(comparison){"decompose", 40, make_fits, right_error,
                                  error_known});
}

static void check_noise(grader *g) {
  grader_compare(g, &(comparison){"error_with_noise", 30, make_parts,
                                  right_noise, noise_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "bias", 4, "the square of the bias", "", check_bias);
  grader_part(g, "variance", 4, "the variance", "", check_variance);
  grader_part(g, "error", 2, "the error", "bias variance", check_error);
  grader_part(g, "noise", 2, "on noisy targets", "", check_noise);
  return grader_end(g);
}
