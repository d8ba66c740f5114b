/* Chapter 8, measured: the numbers and tables of the book. */
#define main variance_main
#include "variance.c"
#undef main
#include "digits.c"

#include <nn/run.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* ---- fits ------------------------------------------------------------*/

enum { SHOWN = 15 }; /* fits to be drawn; the others only count */

static void draw_fits(nn_table *single, nn_table *means, size_t degree,
                      uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  linear m = polynomial(degree);
  tally all = {0};
  for (int s = 0; s < SAMPLES; s++) {
    nn_dataset sample = draw_sample(EVENLY, EXAMPLES, &rng);
    tally_fit(&all, &m, &sample);
    for (size_t i = 0; s < SHOWN && i < POINTS; i += 2)
      nn_table_row(single, place(i), linear_answer(&m, place(i)));
    if (s < SHOWN) nn_table_block(single);
    nn_dataset_free(&sample);
  }
  for (size_t i = 0; i < POINTS; i += 2)
    nn_table_row(means, place(i), (nn_real)(all.sum[i] / SAMPLES),
                 truth(place(i)));
  nn_table_block(means);
}

static void compare_fits(nn_run *run) {
  nn_table *single = nn_run_table(run, "fits", "x fit");
  nn_table *means = nn_run_table(run, "means", "x mean truth");
  draw_fits(single, means, 1, nn_run_seed(run));
  draw_fits(single, means, 3, nn_run_seed(run));
  draw_fits(single, means, 9, nn_run_seed(run));
}

/* ---- degrees ---------------------------------------------------------*/

static void study_degrees(nn_run *run, study of[DEGREES]) {
  nn_table *table = nn_run_table(
      run, "degrees", "degree bias2 variance error training test");
  for (size_t d = 0; d < DEGREES; d++) {
    of[d] = study_degree(d, nn_run_seed(run));
    parts p = of[d].p;
    nn_table_row(table, (nn_real)d, (nn_real)p.bias2, (nn_real)p.variance,
                 (nn_real)p.error, (nn_real)of[d].training,
                 (nn_real)of[d].test);
  }
}

static void check_identity(nn_run *run, const study of[DEGREES]) {
  double worst = 0;
  for (size_t d = 0; d < DEGREES; d++) {
    parts p = of[d].p;
    worst = fmax(worst, fabs(p.error - p.bias2 - p.variance));
  }
  nn_run_number(run, "identity.worst", "%.0e", worst);
}

static void compare_degrees(nn_run *run) {
  study of[DEGREES];
  study_degrees(run, of);
  check_identity(run, of);
  size_t best = 0;
  for (size_t d = 0; d < DEGREES; d++)
    if (of[d].p.error < of[best].p.error) best = d;
  nn_run_number(run, "best.degree", "%.0f", best);
  nn_run_number(run, "best.error", "%.3f", of[best].p.error);
  nn_run_number(run, "bias2.3", "%.4f", of[3].p.bias2);
  nn_run_number(run, "variance.3", "%.4f", of[3].p.variance);
  nn_run_number(run, "variance.9", "%.4f", of[9].p.variance);
  nn_run_number(run, "test.3", "%.3f", of[3].test);
  nn_run_number(run, "test.12", "%.3f", of[12].test);
  nn_run_number(run, "training.12", "%.3f", of[12].training);
  nn_run_number(run, "noise.measured", "%.4f", of[3].test - of[3].p.error);
  nn_run_number(run, "noise.square", "%.2f", NOISE * NOISE);
  /* What theory says of least squares with p weights: a variance of
   * p sigma^2 / N, and sigma^2 (1 - p / N) beside the bias in training. */
  const double noise = (double)(NOISE * NOISE);
  nn_run_number(run, "theory.variance-3", "%.4f", 4 * noise / EXAMPLES);
  nn_run_number(run, "theory.variance-9", "%.4f", 10 * noise / EXAMPLES);
  nn_run_number(run, "theory.training-9", "%.4f",
                noise * (1 - 10.0 / EXAMPLES));
  nn_run_number(run, "theory.training-12", "%.4f",
                noise * (1 - 13.0 / EXAMPLES));
  nn_run_number(run, "training.9", "%.4f", of[9].training);
  nn_run_number(run, "training.12-exactly", "%.4f", of[12].training);
}

/* The errors of single fits of degree 3, on the new examples of
 * study_degree. */
static void find_extremes(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  linear m = polynomial(3);
  double least = (double)INFINITY, most = 0;
  for (int s = 0; s < SAMPLES; s++) {
    nn_dataset sample = draw_sample(EVENLY, EXAMPLES, &rng);
    nn_dataset other = draw_sample(SCATTERED, EXAMPLES, &rng);
    linear_fit(&m, &sample);
    least = fmin(least, linear_error(&m, &other));
    most = fmax(most, linear_error(&m, &other));
    nn_dataset_free(&other);
    nn_dataset_free(&sample);
  }
  nn_run_number(run, "one-fit.least", "%.3f", least);
  nn_run_number(run, "one-fit.most", "%.3f", most);
}

/* ---- a penalty on large weights --------------------------------------*/

static void measure_penalties(nn_run *run) {
  nn_table *table =
      nn_run_table(run, "ridge", "log-lambda bias2 variance error");
  double least = (double)INFINITY, best = 0;
  parts p = {0};
  for (int i = -40; i <= 30; i++) {
    p = ridge_parts((nn_real)i / 10, nn_run_seed(run));
    if (p.error < least) least = p.error, best = i / 10.0;
    nn_table_row(table, (nn_real)i / 10, (nn_real)p.bias2,
                 (nn_real)p.variance, (nn_real)p.error);
  }
  nn_run_number(run, "ridge.best", "%.1f", best);
  nn_run_number(run, "ridge.much-bias2", "%.3f", p.bias2);
}

/* ---- three sets ------------------------------------------------------*/

/* Fits all degrees to the training set, and returns the fit with the least
 * error on the set that judges. */
static linear choose(const nn_dataset *training, const nn_dataset *judge) {
  linear best = {0};
  double least = (double)INFINITY;
  for (size_t d = 0; d < DEGREES; d++) {
    linear m = polynomial(d);
    linear_fit(&m, training);
    double error = linear_error(&m, judge);
    if (error < least) least = error, best = m;
  }
  return best;
}

/* Means over many choices: the degree, its error on the set that judged,
 * and on a test set. */
typedef struct {
  double degree, seen, test;
} choice;

static choice choose_often(bool by_validation, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  choice mean = {0};
  for (int s = 0; s < SAMPLES; s++) {
    nn_dataset training = draw_sample(EVENLY, EXAMPLES, &rng);
    nn_dataset validation = draw_sample(SCATTERED, EXAMPLES, &rng);
    nn_dataset test = draw_sample(SCATTERED, EXAMPLES, &rng);
    const nn_dataset *judge = by_validation ? &validation : &training;
    linear chosen = choose(&training, judge);
    mean.degree += (double)(chosen.count - 1) / (double)SAMPLES;
    mean.seen += linear_error(&chosen, judge) / (double)SAMPLES;
    mean.test += linear_error(&chosen, &test) / (double)SAMPLES;
    nn_dataset_free(&test);
    nn_dataset_free(&validation);
    nn_dataset_free(&training);
  }
  return mean;
}

static void compare_choices(nn_run *run) {
  choice by_training = choose_often(false, nn_run_seed(run));
  choice by_validation = choose_often(true, nn_run_seed(run));
  nn_run_number(run, "choice.training-degree", "%.0f", by_training.degree);
  nn_run_number(run, "choice.training-seen", "%.3f", by_training.seen);
  nn_run_number(run, "choice.training-test", "%.3f", by_training.test);
  nn_run_number(run, "choice.validation-degree", "%.1f",
                by_validation.degree);
  nn_run_number(run, "choice.validation-seen", "%.3f", by_validation.seen);
  nn_run_number(run, "choice.validation-test", "%.3f", by_validation.test);
  nn_run_number(run, "choice.times", "%.0f", SAMPLES);
}

/* ---- more examples ---------------------------------------------------*/

typedef struct {
  double training, test;
} errors;

/* Means over many samples of this size. */
static errors mean_errors(size_t degree, size_t count, uint64_t seed) {
  enum { TIMES = 300 };
  nn_rng rng = nn_rng_seeded(seed);
  linear m = polynomial(degree);
  errors mean = {0};
  for (int s = 0; s < TIMES; s++) {
    nn_dataset sample = draw_sample(EVENLY, count, &rng);
    nn_dataset other = draw_sample(SCATTERED, 100, &rng);
    linear_fit(&m, &sample);
    mean.training += linear_error(&m, &sample) / (double)TIMES;
    mean.test += linear_error(&m, &other) / (double)TIMES;
    nn_dataset_free(&other);
    nn_dataset_free(&sample);
  }
  return mean;
}

enum { COUNTS = 11 };

/* The errors of one degree for samples of rising sizes, and a block of the
 * table. */
static void learning_curve(nn_table *table, size_t degree, uint64_t seed,
                           errors at[COUNTS]) {
  static const size_t counts[COUNTS] = {12, 15,  20,  25,  35, 50,
                                        70, 100, 150, 200, 300};
  for (size_t c = 0; c < COUNTS; c++) {
    at[c] = mean_errors(degree, counts[c], seed);
    nn_table_row(table, (nn_real)counts[c], (nn_real)at[c].training,
                 (nn_real)at[c].test);
  }
  nn_table_block(table);
}

static void compare_learning_curves(nn_run *run) {
  nn_table *table = nn_run_table(run, "curves", "examples training test");
  errors line[COUNTS], nine[COUNTS];
  learning_curve(table, 1, nn_run_seed(run), line);
  learning_curve(table, 9, nn_run_seed(run), nine);
  nn_run_number(run, "curve.1.12", "%.2f", line[0].test);
  nn_run_number(run, "curve.1.300", "%.2f", line[COUNTS - 1].test);
  nn_run_number(run, "curve.9.12", "%.2f", nine[0].test);
  nn_run_number(run, "curve.9.300", "%.2f", nine[COUNTS - 1].test);
}

/* ---- networks --------------------------------------------------------*/

static void measure_sizes(nn_run *run) {
  enum { SIZES = 7, THREE = 2, FORTY = 6 };
  static const size_t hidden[SIZES] = {1,  2,  [THREE] = 3, 5,
                                       10, 20, [FORTY] = 40};
  const nn_train_options train = {.loss = NN_QUADRATIC, .epochs = 3000};
  nn_table *table =
      nn_run_table(run, "sizes", "hidden bias2 variance error");
  parts of[SIZES];
  for (size_t s = 0; s < SIZES; s++) {
    of[s] = network_parts(hidden[s], nn_adam((nn_real)0.02), train,
                          nn_run_seed(run));
    nn_table_row(table, (nn_real)hidden[s], (nn_real)of[s].bias2,
                 (nn_real)of[s].variance, (nn_real)of[s].error);
  }
  nn_run_number(run, "size.weights.40", "%.0f", 3 * hidden[FORTY] + 1);
  nn_run_number(run, "size.variance.3", "%.3f", of[THREE].variance);
  nn_run_number(run, "size.variance.40", "%.3f", of[FORTY].variance);
}

/* The variance of narrow and wide networks, for short and long training. */
static void measure_widths(nn_run *run) {
  const nn_train_options shorter = {.loss = NN_QUADRATIC, .epochs = 300};
  const nn_train_options longer = {.loss = NN_QUADRATIC, .epochs = 10000};
  const nn_optimizer_options adam = nn_adam((nn_real)0.02);
  uint64_t seed = nn_run_seed(run);
  nn_run_number(run, "width.3.300", "%.3f",
                network_parts(3, adam, shorter, seed).variance);
  nn_run_number(run, "width.40.300", "%.3f",
                network_parts(40, adam, shorter, seed).variance);
  nn_run_number(run, "width.3.10000", "%.3f",
                network_parts(3, adam, longer, seed).variance);
  nn_run_number(run, "width.40.10000", "%.3f",
                network_parts(40, adam, longer, seed).variance);
}

/* The variance of networks of 20 neurons after some epochs, and what is
 * left of it between the means over several starts on one sample. */
static void measure_starts(nn_run *run) {
  enum { TRIES = 16, STARTS = 6, TIMES = 3 };
  static const size_t at[TIMES] = {20, 150, 3000};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  double within[TIMES] = {0}, whole[TIMES];
  tally all[TIMES] = {0};
  for (int s = 0; s < TRIES; s++) {
    nn_dataset sample = centred(draw_sample(EVENLY, EXAMPLES, &rng));
    tally same[TIMES] = {0};
    for (int start = 0; start < STARTS; start++) {
      network n = network_new(20, nn_adam((nn_real)0.02), &rng);
      for (size_t t = 0, done = 0; t < TIMES; done = at[t++]) {
        nn_train_options train = {.loss = NN_QUADRATIC,
                                  .epochs = at[t] - done};
        nn_train(&n.net, n.w, &n.optimizer, &sample, train, &rng);
        tally_network(&same[t], &n);
        tally_network(&all[t], &n);
      }
      network_free(&n);
    }
    for (int t = 0; t < TIMES; t++)
      within[t] += tally_parts(&same[t]).variance / (double)TRIES;
    nn_dataset_free(&sample);
  }
  for (int t = 0; t < TIMES; t++) {
    whole[t] = tally_parts(&all[t]).variance;
    within[t] *= (double)STARTS / (STARTS - 1); /* unbiased */
  }
  nn_run_number(run, "starts.20", "%.0f", 100 * within[0] / whole[0]);
  nn_run_number(run, "starts.150", "%.0f", 100 * within[1] / whole[1]);
  nn_run_number(run, "starts.3000", "%.0f", 100 * within[2] / whole[2]);
}

enum { MARKS = 13 };

/* Trains a network and tallies its curve at these epochs, which rise. */
static void tally_epochs(const size_t at[MARKS], tally all[MARKS],
                         nn_rng *rng) {
  nn_dataset sample = centred(draw_sample(EVENLY, EXAMPLES, rng));
  network n = network_new(20, nn_adam((nn_real)0.02), rng);
  for (size_t m = 0, done = 0; m < MARKS; done = at[m++]) {
    nn_train_options train = {.loss = NN_QUADRATIC, .epochs = at[m] - done};
    nn_train(&n.net, n.w, &n.optimizer, &sample, train, rng);
    tally_network(&all[m], &n);
  }
  network_free(&n);
  nn_dataset_free(&sample);
}

static void measure_epochs(nn_run *run) {
  static const size_t at[MARKS] = {1,   3,   10,   20,   40,   80,   150,
                                   300, 600, 1200, 2500, 5000, 10000};
  nn_table *table =
      nn_run_table(run, "epochs", "epochs bias2 variance error");
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  tally all[MARKS] = {0};
  for (int s = 0; s < 20; s++) tally_epochs(at, all, &rng);

  parts p = {0};
  double least = (double)INFINITY;
  size_t best = 0;
  for (size_t m = 0; m < MARKS; m++) {
    p = tally_parts(&all[m]);
    nn_table_row(table, (nn_real)at[m], (nn_real)p.bias2,
                 (nn_real)p.variance, (nn_real)p.error);
    if (p.error < least) least = p.error, best = at[m];
  }
  nn_run_number(run, "epochs.last-variance", "%.3f", p.variance);
  nn_run_number(run, "epochs.best", "%.0f", best);
}

/* ---- early stopping --------------------------------------------------*/

enum { ALL_EPOCHS = 6000 };

/* The mean squared error: twice the loss, which has a half in it. */
static double network_error(network *n, const nn_dataset *set) {
  nn_evaluation found =
      nn_evaluate(&n->net, n->w, set, NN_QUADRATIC, &n->pass);
  return 2 * (double)found.loss;
}

/* Trains until no new low of the validation error has been found for 200
 * epochs, and goes back to the weights of the lowest. Returns its epoch. */
static size_t stop_early(network *n, const nn_dataset *training,
                         const nn_dataset *validation, nn_rng *rng) {
  nn_train_options train = {.loss = NN_QUADRATIC,
                            .epochs = ALL_EPOCHS,
                            .validation = validation,
                            .patience = 200};
  return nn_train(&n->net, n->w, &n->optimizer, training, train, rng)
      .best.epoch;
}

static void go_on(network *n, const nn_dataset *training, size_t epochs,
                  nn_rng *rng) {
  nn_train_options train = {.loss = NN_QUADRATIC, .epochs = epochs};
  nn_train(&n->net, n->w, &n->optimizer, training, train, rng);
}

/* At which epoch training stopped, and the error on a test set then and
 * after all epochs. */
typedef struct {
  double epochs, stopped, on;
} stopping;

static stopping stop_and_go_on(nn_rng *rng) {
  nn_dataset training = centred(draw_sample(EVENLY, EXAMPLES, rng));
  nn_dataset validation = centred(draw_sample(SCATTERED, EXAMPLES, rng));
  nn_dataset test = centred(draw_sample(SCATTERED, EXAMPLES, rng));
  network n = network_new(20, nn_adam((nn_real)0.02), rng);
  size_t epochs = stop_early(&n, &training, &validation, rng);
  stopping s = {.epochs = (double)epochs,
                .stopped = network_error(&n, &test)};
  go_on(&n, &training, ALL_EPOCHS - epochs, rng);
  s.on = network_error(&n, &test);
  network_free(&n);
  nn_dataset_free(&test);
  nn_dataset_free(&validation);
  nn_dataset_free(&training);
  return s;
}

static void measure_stopping(nn_run *run) {
  enum { TIMES = 30 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  stopping mean = {0};
  for (int t = 0; t < TIMES; t++) {
    stopping one = stop_and_go_on(&rng);
    mean.epochs += one.epochs / (double)TIMES;
    mean.stopped += one.stopped / (double)TIMES;
    mean.on += one.on / (double)TIMES;
  }
  nn_run_number(run, "stopping.times", "%.0f", TIMES);
  nn_run_number(run, "stopping.all", "%.0f", ALL_EPOCHS);
  nn_run_number(run, "stopping.epochs", "%.0f", mean.epochs);
  nn_run_number(run, "stopping.test", "%.3f", mean.stopped);
  nn_run_number(run, "stopping.on", "%.3f", mean.on);
}

/* ---- more weights than examples --------------------------------------*/

enum {
  FEW = 40,  /* examples to learn from */
  NEW = 100, /* examples that are asked about */
  INPUTS = 5,
  FEATURES_MAX = 800
};

/* Features [FEW + NEW][p] of as many examples, and their targets. */
typedef struct {
  double phi[(FEW + NEW) * FEATURES_MAX], t[FEW + NEW];
} task;

static void draw_normal(double *v, size_t count, nn_rng *rng) {
  for (size_t k = 0; k < count; k++) v[k] = (double)nn_rng_normal(rng);
}

static double dot(const double *u, const double *v, size_t count) {
  double sum = 0;
  for (size_t k = 0; k < count; k++) sum += u[k] * v[k];
  return sum;
}

/* Random relu features of random inputs. The targets are a linear function
 * of the inputs, without noise. */
static void draw_features(task *of, size_t p, nn_rng *rng) {
  static double v[FEATURES_MAX * INPUTS];
  double teacher[INPUTS], x[INPUTS];
  draw_normal(teacher, INPUTS, rng);
  draw_normal(v, p * INPUTS, rng);
  for (size_t i = 0; i < FEW + NEW; i++) {
    draw_normal(x, INPUTS, rng);
    of->t[i] = 0;
    for (size_t k = 0; k < INPUTS; k++)
      of->t[i] += teacher[k] * x[k] / sqrt(INPUTS);
    for (size_t j = 0; j < p; j++)
      of->phi[i * p + j] = fmax(0, dot(v + j * INPUTS, x, INPUTS));
  }
}

/* The smaller of Phi^T Phi and Phi Phi^T [size][size], plus lambda I. */
typedef struct {
  size_t size;
  double a[FEW * FEW];
} squares;

static squares squares_of(const double *phi, size_t p, double lambda) {
  squares of = {.size = p <= FEW ? p : FEW};
  double unused[FEW] = {0};
  for (size_t i = 0; i < FEW; i++) {
    if (p <= FEW) add_example(of.a, unused, phi + i * p, 0, p);
    for (size_t j = 0; p > FEW && j < FEW; j++)
      of.a[i * FEW + j] = dot(phi + i * p, phi + j * p, p);
  }
  for (size_t k = 0; k < of.size; k++) of.a[k * of.size + k] += lambda;
  return of;
}

/* A fit's answer at features x is c . t, linear in the targets. Fills
 * c [FEW] = Phi (Phi^T Phi + lambda I)^-1 x, or, which is the same,
 * (Phi Phi^T + lambda I)^-1 Phi x. With lambda = 0 and more features than
 * examples this is the shortest w that fits exactly. */
static void answer_coefficients(squares of, const double *phi, size_t p,
                                const double *x, double *c) {
  double y[FEW];
  for (size_t k = 0; k < of.size; k++)
    y[k] = p <= FEW ? x[k] : dot(phi + k * p, x, p);
  solve(of.a, y, of.size);
  for (size_t i = 0; i < FEW; i++)
    c[i] = p <= FEW ? dot(phi + i * p, y, p) : y[i];
}

/* Bias^2, variance and error on the new examples, for one draw of features
 * and inputs: over the noise in the targets the means are known exactly. */
static parts parts_of_features(const task *of, size_t p, double lambda) {
  parts found = {0};
  squares left = squares_of(of->phi, p, lambda);
  for (size_t i = FEW; i < FEW + NEW; i++) {
    double c[FEW];
    answer_coefficients(left, of->phi, p, of->phi + i * p, c);
    double bias = dot(c, of->t, FEW) - of->t[i];
    found.bias2 += bias * bias / NEW;
    found.variance += (double)(NOISE * NOISE) * dot(c, c, FEW) / NEW;
  }
  found.error = found.bias2 + found.variance;
  return found;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

enum { DRAWS = 40, PENALTIES = 11 };

/* Medians over many draws: without a penalty, and the least error of some
 * penalties, each the same for all draws. */
typedef struct {
  double error, variance, penalised;
} medians;

static double median(double of[DRAWS]) {
  qsort(of, DRAWS, sizeof *of, by_size);
  return of[DRAWS / 2];
}

static medians medians_of_features(size_t p, nn_rng *rng) {
  static task of; /* too large for the stack */
  double error[DRAWS], variance[DRAWS], penalised[PENALTIES][DRAWS];
  for (int d = 0; d < DRAWS; d++) {
    draw_features(&of, p, rng);
    parts plain = parts_of_features(&of, p, 0);
    error[d] = plain.error;
    variance[d] = plain.variance;
    for (int l = 0; l < PENALTIES; l++)
      penalised[l][d] =
          parts_of_features(&of, p, pow(10, l / 2.0 - 2)).error;
  }
  medians found = {median(error), median(variance), (double)INFINITY};
  for (int l = 0; l < PENALTIES; l++)
    found.penalised = fmin(found.penalised, median(penalised[l]));
  return found;
}

static void measure_double_descent(nn_run *run) {
  enum { SIZES = 14, AT_20 = 3, AT_40 = 6, AT_60 = 8, AT_800 = 13 };
  static const size_t features[SIZES] = {5,
                                         10,
                                         15,
                                         [AT_20] = 20,
                                         30,
                                         36,
                                         [AT_40] = FEW,
                                         45,
                                         [AT_60] = 60,
                                         80,
                                         120,
                                         200,
                                         400,
                                         [AT_800] = FEATURES_MAX};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *table = nn_run_table(run, "double", "features error penalised");
  medians of[SIZES];
  for (size_t s = 0; s < SIZES; s++) {
    of[s] = medians_of_features(features[s], &rng);
    nn_table_row(table, (nn_real)features[s], (nn_real)of[s].error,
                 (nn_real)of[s].penalised);
  }
  nn_run_number(run, "double.examples", "%.0f", FEW);
  nn_run_number(run, "double.draws", "%.0f", DRAWS);
  nn_run_number(run, "double.5", "%.2g", of[0].error);
  nn_run_number(run, "double.20", "%.2g", of[AT_20].error);
  nn_run_number(run, "double.40", "%.2g", of[AT_40].error);
  nn_run_number(run, "double.800", "%.2g", of[AT_800].error);
  nn_run_number(run, "double.variance.20", "%.2g", of[AT_20].variance);
  nn_run_number(run, "double.variance.40", "%.2g", of[AT_40].variance);
  nn_run_number(run, "double.variance.60", "%.2g", of[AT_60].variance);
  nn_run_number(run, "double.variance.800", "%.2g", of[AT_800].variance);
  nn_run_number(run, "penalised.20", "%.2g", of[AT_20].penalised);
  nn_run_number(run, "penalised.40", "%.2g", of[AT_40].penalised);
  nn_run_number(run, "penalised.800", "%.2g", of[AT_800].penalised);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "the same fit again and again, from other samples", SEED);
  compare_fits(run);
  compare_degrees(run);
  find_extremes(run);
  measure_penalties(run);
  compare_choices(run);
  compare_learning_curves(run);
  measure_sizes(run);
  measure_widths(run);
  measure_starts(run);
  measure_epochs(run);
  measure_stopping(run);
  measure_double_descent(run);
  measure_digits(run);
  return nn_run_end(run);
}
