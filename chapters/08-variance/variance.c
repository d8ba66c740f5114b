/* Bias and variance: the same fit again and again, from other samples. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is to be learned -------------------------------------------*/

enum { EXAMPLES = 25, POINTS = 101 };

static const nn_real NOISE = (nn_real)0.3;
static const nn_real TWO_PI = (nn_real)6.283185307179586;

/* The truth, which no learner ever sees. */
static nn_real truth(nn_real x) {
  return nn_sin(TWO_PI * x);
}

/* A sample: noisy values of the truth at evenly spread places. */
static nn_dataset draw_sample(size_t count, nn_rng *rng) {
  nn_dataset sample = nn_dataset_new(count, 1, 1);
  for (size_t i = 0; i < count; i++) {
    sample.x[i] = ((nn_real)i + (nn_real)0.5) / (nn_real)count;
    sample.t[i] = truth(sample.x[i]) + NOISE * nn_rng_normal(rng);
  }
  return sample;
}

/* The same at places drawn at random. */
static nn_dataset draw_scattered(size_t count, nn_rng *rng) {
  nn_dataset sample = nn_dataset_new(count, 1, 1);
  for (size_t i = 0; i < count; i++) {
    sample.x[i] = nn_rng_uniform(rng);
    sample.t[i] = truth(sample.x[i]) + NOISE * nn_rng_normal(rng);
  }
  return sample;
}

/* The places at which fits are compared. */
static nn_real place(size_t i) {
  return ((nn_real)i + (nn_real)0.5) / (nn_real)POINTS;
}

/* ---- bias and variance -----------------------------------------------*/

/* Sums over many fits, at every place: of the fit, of its square, and of
 * the square of its error. */
typedef struct {
  size_t fits;
  double sum[POINTS], square[POINTS], error[POINTS];
} tally;

static void tally_add(tally *all, const nn_real fit[POINTS]) {
  all->fits++;
  for (size_t i = 0; i < POINTS; i++) {
    double f = (double)fit[i], e = f - (double)truth(place(i));
    all->sum[i] += f;
    all->square[i] += f * f;
    all->error[i] += e * e;
  }
}

/* Means over all places. */
typedef struct {
  double bias2, variance, error;
} parts;

static parts tally_parts(const tally *all) {
  parts p = {0};
  double count = (double)all->fits;
  for (size_t i = 0; i < POINTS; i++) {
    double mean = all->sum[i] / count;
    double bias = mean - (double)truth(place(i));
    p.bias2 += bias * bias / (double)POINTS;
    p.variance += (all->square[i] / count - mean * mean) / (double)POINTS;
    p.error += all->error[i] / count / (double)POINTS;
  }
  return p;
}

/* ---- linear models ---------------------------------------------------*/

enum { FEATURES_MAX = 25 };

/* Fills phi [count] with features of x. */
typedef void feature_function(nn_real x, size_t count, nn_real *phi);

/* Legendre's polynomials on [0, 1], of degrees 0 to count-1: any
 * polynomial is a sum of them, and the equations stay well conditioned. */
static void polynomials(nn_real x, size_t count, nn_real *phi) {
  nn_real z = 2 * x - 1;
  for (size_t k = 0; k < count; k++) {
    nn_real n = (nn_real)k;
    phi[k] =
        k == 0 ? 1
        : k == 1
            ? z
            : ((2 * n - 1) * z * phi[k - 1] - (n - 1) * phi[k - 2]) / n;
  }
}

/* A 1, and bell curves at evenly spread places. */
static void bells(nn_real x, size_t count, nn_real *phi) {
  const nn_real width = (nn_real)0.17;
  phi[0] = 1;
  for (size_t k = 1; k < count; k++) {
    nn_real middle = (nn_real)(k - 1) / (nn_real)(count - 2);
    nn_real far = (x - middle) / width;
    phi[k] = nn_exp(-far * far / 2);
  }
}

/* Solves A x = b for a symmetric positive A [n][n], by Cholesky's method:
 * A = L L'. Overwrites A, and b with the solution. */
static void solve(double *a, double *b, size_t n) {
  for (size_t j = 0; j < n; j++)
    for (size_t i = j; i < n; i++) {
      double sum = a[i * n + j];
      for (size_t k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? sqrt(sum) : sum / a[j * n + j];
    }
  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < i; k++) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; k++) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

/* A linear model: which features, how many, and how much large weights
 * cost. */
typedef struct {
  feature_function *features;
  size_t count;
  double lambda;
  double w[FEATURES_MAX];
} linear;

/* The least squares, with the penalty 1/2 lambda |w|^2. */
static void linear_fit(linear *m, const nn_dataset *sample) {
  size_t p = m->count;
  double a[FEATURES_MAX * FEATURES_MAX] = {0};
  memset(m->w, 0, sizeof m->w);
  for (size_t i = 0; i < sample->count; i++) {
    nn_real phi[FEATURES_MAX];
    m->features(sample->x[i], p, phi);
    for (size_t j = 0; j < p; j++) {
      for (size_t k = 0; k < p; k++)
        a[j * p + k] += (double)(phi[j] * phi[k]);
      m->w[j] += (double)(phi[j] * sample->t[i]);
    }
  }
  for (size_t j = 0; j < p; j++) a[j * p + j] += m->lambda;
  solve(a, m->w, p);
}

static nn_real linear_answer(const linear *m, nn_real x) {
  nn_real phi[FEATURES_MAX];
  double sum = 0;
  m->features(x, m->count, phi);
  for (size_t j = 0; j < m->count; j++) sum += m->w[j] * (double)phi[j];
  return (nn_real)sum;
}

/* The mean of the squares of the errors. (Not half of it: that is what
 * bias and variance are defined for.) */
static double linear_error(const linear *m, const nn_dataset *sample) {
  double sum = 0;
  for (size_t i = 0; i < sample->count; i++) {
    double e = (double)(linear_answer(m, sample->x[i]) - sample->t[i]);
    sum += e * e;
  }
  return sum / (double)sample->count;
}

static void linear_curve(const linear *m, nn_real fit[POINTS]) {
  for (size_t i = 0; i < POINTS; i++) fit[i] = linear_answer(m, place(i));
}

static linear polynomial(size_t degree) {
  return (linear){.features = polynomials, .count = degree + 1};
}

/* ---- a network -------------------------------------------------------*/

/* One input, a hidden layer of tanh, one output, and a way to train it. */
typedef struct {
  size_t hidden;
  nn_optimizer_options options;
  size_t batch, epochs;
} recipe;

static void network_curve(const nn_net *net, const nn_real *w,
                          nn_pass *pass, nn_real fit[POINTS]) {
  nn_real x[POINTS];
  for (size_t i = 0; i < POINTS; i++) x[i] = 2 * place(i) - 1;
  nn_net_forward(net, w, x, POINTS, pass);
  memcpy(fit, nn_pass_output(pass), POINTS * sizeof *fit);
}

/* Networks learn better from inputs with mean 0: x becomes 2x - 1. */
static nn_dataset centred(nn_dataset sample) {
  for (size_t i = 0; i < sample.count; i++)
    sample.x[i] = 2 * sample.x[i] - 1;
  return sample;
}

/* Trains a network on a centred sample and adds its curve to the tallies,
 * one for each of the epochs named in `at`, which rise. */
static void network_fit(recipe r, const nn_dataset *sample,
                        const size_t *at, size_t marks, tally *tallies,
                        nn_rng *rng) {
  nn_net net = nn_net_new(1);
  nn_net_add(&net, r.hidden, NN_TANH);
  nn_net_add(&net, 1, NN_IDENTITY);
  nn_real *w = nn_net_vector(&net), fit[POINTS];
  nn_pass pass = nn_pass_new(&net, POINTS);
  nn_optimizer optimizer = nn_optimizer_new(r.options, net.params);
  nn_net_init(&net, w, NN_UNIFORM, (nn_real)1, rng);
  nn_train_options options = {.loss = NN_QUADRATIC, .batch = r.batch};
  for (size_t m = 0, done = 0; m < marks; m++) {
    options.epochs = at[m] - done;
    nn_train(&net, w, &optimizer, sample, options, rng);
    done = at[m];
    network_curve(&net, w, &pass, fit);
    tally_add(&tallies[m], fit);
  }
  nn_optimizer_free(&optimizer);
  nn_pass_free(&pass);
  nn_vector_free(w);
  nn_net_free(&net);
}

/* The parts of a recipe's error, over so many samples. */
static parts network_parts(recipe r, size_t samples, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  tally all = {0};
  for (size_t l = 0; l < samples; l++) {
    nn_dataset sample = centred(draw_sample(EXAMPLES, &rng));
    network_fit(r, &sample, &r.epochs, 1, &all, &rng);
    nn_dataset_free(&sample);
  }
  return tally_parts(&all);
}

/* ---- the experiments -------------------------------------------------*/

/* Fifteen fits of three degrees, and the mean of a thousand. */
static void show_fits(nn_run *run) {
  static const size_t degrees[] = {1, 3, 9};
  nn_table *single = nn_run_table(run, "fits", "x fit");
  nn_table *means = nn_run_table(run, "means", "x mean truth");
  for (int d = 0; d < 3; d++) {
    nn_rng rng = nn_rng_seeded(nn_run_seed(run));
    linear m = polynomial(degrees[d]);
    static tally all;
    memset(&all, 0, sizeof all);
    for (int l = 0; l < 1000; l++) {
      nn_dataset sample = draw_sample(EXAMPLES, &rng);
      nn_real fit[POINTS];
      linear_fit(&m, &sample);
      linear_curve(&m, fit);
      tally_add(&all, fit);
      for (size_t i = 0; l < 15 && i < POINTS; i += 2)
        nn_table_row(single, place(i), fit[i]);
      if (l < 15) nn_table_block(single);
      nn_dataset_free(&sample);
    }
    for (size_t i = 0; i < POINTS; i += 2)
      nn_table_row(means, place(i), (nn_real)(all.sum[i] / 1000),
                   truth(place(i)));
    nn_table_block(means);
  }
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset first = draw_sample(EXAMPLES, &rng);
  nn_table *points = nn_run_table(run, "points", "x t");
  for (size_t i = 0; i < first.count; i++)
    nn_table_row(points, first.x[i], first.t[i]);
  nn_dataset_free(&first);
}

/* What is found out about one degree, over many samples. */
typedef struct {
  parts p;
  double training, test;        /* mean errors, with noise */
  double test_least, test_most; /* of single fits */
} study;

static study study_degree(size_t degree, uint64_t seed) {
  enum { SAMPLES = 1000 };
  nn_rng rng = nn_rng_seeded(seed);
  linear m = polynomial(degree);
  study s = {.test_least = (double)INFINITY};
  tally all = {0};
  for (int l = 0; l < SAMPLES; l++) {
    nn_dataset sample = draw_sample(EXAMPLES, &rng);
    nn_dataset other = draw_scattered(EXAMPLES, &rng);
    nn_real fit[POINTS];
    linear_fit(&m, &sample);
    linear_curve(&m, fit);
    tally_add(&all, fit);
    double test = linear_error(&m, &other);
    s.training += linear_error(&m, &sample) / (double)SAMPLES;
    s.test += test / (double)SAMPLES;
    s.test_least = fmin(s.test_least, test);
    s.test_most = fmax(s.test_most, test);
    nn_dataset_free(&other);
    nn_dataset_free(&sample);
  }
  s.p = tally_parts(&all);
  return s;
}

static void name_degree(nn_run *run, size_t degree, const study *s) {
  char name[32];
  nn_run_say(run, "%4zu%11.4f%9.4f%9.4f%9.4f%9.4f\n", degree, s->p.bias2,
             s->p.variance, s->p.error, s->training, s->test);
  snprintf(name, sizeof name, "bias2.%zu", degree);
  nn_run_number(run, name, "%.4f", s->p.bias2);
  snprintf(name, sizeof name, "variance.%zu", degree);
  nn_run_number(run, name, "%.4f", s->p.variance);
  snprintf(name, sizeof name, "training.%zu", degree);
  nn_run_number(run, name, "%.3f", s->training);
  snprintf(name, sizeof name, "test.%zu", degree);
  nn_run_number(run, name, "%.3f", s->test);
}

/* Polynomials of degrees 0 to 12. */
static void show_degrees(nn_run *run) {
  nn_table *table = nn_run_table(
      run, "degrees", "degree bias2 variance error training test");
  double worst = 0, least = 1;
  size_t best = 0;
  nn_run_part(run, "degrees");
  nn_run_say(run,
             "degree   bias^2  variance    sum    training  new\n"
             "                                     error    examples\n");
  for (size_t d = 0; d <= 12; d++) {
    study s = study_degree(d, nn_run_seed(run));
    worst = fmax(worst, fabs(s.p.error - s.p.bias2 - s.p.variance));
    if (s.p.error < least) least = s.p.error, best = d;
    nn_table_row(table, (nn_real)d, (nn_real)s.p.bias2,
                 (nn_real)s.p.variance, (nn_real)s.p.error,
                 (nn_real)s.training, (nn_real)s.test);
    name_degree(run, d, &s);
    if (d != 3) continue;
    nn_run_number(run, "one-fit.least", "%.3f", s.test_least);
    nn_run_number(run, "one-fit.most", "%.3f", s.test_most);
    nn_run_number(run, "noise.measured", "%.4f", s.test - s.p.error);
  }
  nn_run_number(run, "noise.square", "%.2f", NOISE * NOISE);
  nn_run_number(run, "identity.worst", "%.0e", worst);
  nn_run_number(run, "best.degree", "%.0f", (double)best);
  nn_run_number(run, "best.error", "%.3f", least);
}

/* Twenty-four bell curves and a constant for 25 examples, for penalties
 * from e^-4 to e^3. */
static void show_ridge(nn_run *run) {
  enum { SAMPLES = 100 };
  nn_table *table =
      nn_run_table(run, "ridge", "log-lambda bias2 variance error");
  double least = 10, best = 0;
  for (int i = -40; i <= 30; i++) {
    nn_rng rng = nn_rng_seeded(nn_run_seed(run));
    linear m = {.features = bells,
                .count = FEATURES_MAX,
                .lambda = (double)nn_exp((nn_real)i / 10)};
    static tally all;
    memset(&all, 0, sizeof all);
    for (int l = 0; l < SAMPLES; l++) {
      nn_dataset sample = draw_scattered(EXAMPLES, &rng);
      nn_real fit[POINTS];
      linear_fit(&m, &sample);
      linear_curve(&m, fit);
      tally_add(&all, fit);
      nn_dataset_free(&sample);
    }
    parts p = tally_parts(&all);
    if (p.error < least) least = p.error, best = i / 10.0;
    nn_table_row(table, (nn_real)i / 10, (nn_real)p.bias2,
                 (nn_real)p.variance, (nn_real)p.error);
    if (i == -40 || i == 30) {
      nn_run_number(run,
                    i < 0 ? "ridge.little-variance" : "ridge.much-variance",
                    "%.3f", p.variance);
      nn_run_number(run, i < 0 ? "ridge.little-bias2" : "ridge.much-bias2",
                    "%.3f", p.bias2);
    }
  }
  nn_run_number(run, "ridge.best", "%.1f", best);
  nn_run_number(run, "ridge.error", "%.3f", least);
}

/* Choosing a degree, many times: by the training error and by that of a
 * validation set, and what the choice is worth on a test set. */
static void show_choice(nn_run *run) {
  enum { TIMES = 1000, DEGREES = 13 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  double chosen[2] = {0}, seen[2] = {0}, test[2] = {0};
  for (int t = 0; t < TIMES; t++) {
    nn_dataset sets[3];
    for (int s = 0; s < 3; s++)
      sets[s] = s == 0 ? draw_sample(EXAMPLES, &rng)
                       : draw_scattered(EXAMPLES, &rng);
    double least[2] = {1e9, 1e9}, worth[2] = {0};
    int degree[2] = {0};
    for (int d = 0; d < DEGREES; d++) {
      linear m = polynomial((size_t)d);
      linear_fit(&m, &sets[0]);
      for (int by = 0; by < 2; by++) { /* 0 training, 1 validation */
        double error = linear_error(&m, &sets[by]);
        if (error >= least[by]) continue;
        least[by] = error;
        degree[by] = d;
        worth[by] = linear_error(&m, &sets[2]);
      }
    }
    for (int by = 0; by < 2; by++) {
      chosen[by] += (double)degree[by] / (double)TIMES;
      seen[by] += least[by] / (double)TIMES;
      test[by] += worth[by] / (double)TIMES;
    }
    for (int s = 0; s < 3; s++) nn_dataset_free(&sets[s]);
  }
  nn_run_number(run, "choice.training-degree", "%.1f", chosen[0]);
  nn_run_number(run, "choice.training-seen", "%.3f", seen[0]);
  nn_run_number(run, "choice.training-test", "%.3f", test[0]);
  nn_run_number(run, "choice.validation-degree", "%.1f", chosen[1]);
  nn_run_number(run, "choice.validation-seen", "%.3f", seen[1]);
  nn_run_number(run, "choice.validation-test", "%.3f", test[1]);
  nn_run_number(run, "choice.times", "%.0f", TIMES);
}

/* The error by the number of examples, for degrees 1 and 9. */
static void show_learning_curves(nn_run *run) {
  enum { SAMPLES = 300 };
  static const size_t degrees[] = {1, 9};
  static const size_t counts[] = {12, 15,  20,  25,  35, 50,
                                  70, 100, 150, 200, 300};
  nn_table *table = nn_run_table(run, "curves", "examples training test");
  for (int d = 0; d < 2; d++) {
    linear m = polynomial(degrees[d]);
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
      nn_rng rng = nn_rng_seeded(nn_run_seed(run));
      double training = 0, test = 0;
      for (int l = 0; l < SAMPLES; l++) {
        nn_dataset sample = draw_sample(counts[c], &rng);
        nn_dataset other = draw_scattered(100, &rng);
        linear_fit(&m, &sample);
        training += linear_error(&m, &sample) / (double)SAMPLES;
        test += linear_error(&m, &other) / (double)SAMPLES;
        nn_dataset_free(&other);
        nn_dataset_free(&sample);
      }
      nn_table_row(table, (nn_real)counts[c], (nn_real)training,
                   (nn_real)test);
      if (counts[c] != 12 && counts[c] != 300) continue;
      char name[32];
      snprintf(name, sizeof name, "curve.%zu.%zu", degrees[d], counts[c]);
      nn_run_number(run, name, "%.2f", test);
    }
    nn_table_block(table);
  }
}

/* Networks of several sizes, trained for long. */
static void show_sizes(nn_run *run) {
  static const size_t sizes[] = {1, 2, 3, 5, 10, 20, 40};
  nn_table *table =
      nn_run_table(run, "sizes", "hidden bias2 variance error");
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
    recipe r = {.hidden = sizes[s],
                .options = nn_adam((nn_real)0.02),
                .epochs = 3000};
    parts p = network_parts(r, 20, nn_run_seed(run));
    nn_table_row(table, (nn_real)sizes[s], (nn_real)p.bias2,
                 (nn_real)p.variance, (nn_real)p.error);
    char name[32];
    snprintf(name, sizeof name, "size.weights.%zu", sizes[s]);
    nn_run_number(run, name, "%.0f", (double)(3 * sizes[s] + 1));
    snprintf(name, sizeof name, "size.bias2.%zu", sizes[s]);
    nn_run_number(run, name, "%.3f", p.bias2);
    snprintf(name, sizeof name, "size.variance.%zu", sizes[s]);
    nn_run_number(run, name, "%.3f", p.variance);
  }
}

/* Twenty hidden neurons, looked at again and again while they train. */
static void show_epochs(nn_run *run) {
  enum { MARKS = 13, SAMPLES = 20 };
  static const size_t at[MARKS] = {1,   3,   10,   20,   40,   80,   150,
                                   300, 600, 1200, 2500, 5000, 10000};
  static tally tallies[MARKS];
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  recipe r = {.hidden = 20, .options = nn_adam((nn_real)0.02)};
  memset(tallies, 0, sizeof tallies);
  for (int l = 0; l < SAMPLES; l++) {
    nn_dataset sample = centred(draw_sample(EXAMPLES, &rng));
    network_fit(r, &sample, at, MARKS, tallies, &rng);
    nn_dataset_free(&sample);
  }
  nn_table *table =
      nn_run_table(run, "epochs", "epochs bias2 variance error");
  double least = 10;
  size_t best = 0;
  for (int m = 0; m < MARKS; m++) {
    parts p = tally_parts(&tallies[m]);
    nn_table_row(table, (nn_real)at[m], (nn_real)p.bias2,
                 (nn_real)p.variance, (nn_real)p.error);
    if (p.error < least) least = p.error, best = at[m];
    if (m == MARKS - 1) {
      nn_run_number(run, "epochs.last-error", "%.3f", p.error);
      nn_run_number(run, "epochs.last-variance", "%.3f", p.variance);
    }
    if (at[m] != 300) continue;
    nn_run_number(run, "epochs.300-variance", "%.3f", p.variance);
  }
  nn_run_number(run, "epochs.best", "%.0f", (double)best);
  nn_run_number(run, "epochs.error", "%.3f", least);
}

/* Learning rate, batch and epochs, one after another, for ten hidden
 * neurons and plain descent. */
static void show_knobs(nn_run *run) {
  static const struct {
    double rate;
    size_t batch, epochs;
  } knobs[] = {{0.03, 0, 300}, {0.3, 0, 300}, {0.03, 5, 300},
               {0.03, 1, 300}, {0.3, 1, 300}, {0.03, 1, 30},
               {0.03, 1, 3000}};
  nn_run_part(run, "knobs");
  nn_run_say(run, " rate  batch  epochs    bias^2  variance     sum\n");
  for (size_t k = 0; k < sizeof knobs / sizeof *knobs; k++) {
    recipe r = {.hidden = 10,
                .options = nn_gradient_descent((nn_real)knobs[k].rate),
                .batch = knobs[k].batch,
                .epochs = knobs[k].epochs};
    parts p = network_parts(r, 20, nn_run_seed(run));
    nn_run_say(run, "%5.2f%7zu%8zu%10.3f%9.3f%9.3f\n", knobs[k].rate,
               r.batch ? r.batch : EXAMPLES, r.epochs, p.bias2, p.variance,
               p.error);
  }
}

enum { ALL_EPOCHS = 6000 };

/* Errors on a test set, and how long it took. */
typedef struct {
  double epochs, stopped, on;
} stopping;

/* Trains until a validation set says stop, asks the test set, trains on
 * and asks it again. Both errors are means of squares, not of halves. */
static stopping stop_and_go_on(nn_rng *rng) {
  nn_net net = nn_net_new(1);
  nn_net_add(&net, 20, NN_TANH);
  nn_net_add(&net, 1, NN_IDENTITY);
  nn_real *w = nn_net_vector(&net);
  nn_pass pass = nn_pass_new(&net, EXAMPLES);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_adam((nn_real)0.02), net.params);
  nn_dataset training = centred(draw_sample(EXAMPLES, rng));
  nn_dataset validation = centred(draw_scattered(EXAMPLES, rng));
  nn_dataset test = centred(draw_scattered(EXAMPLES, rng));
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = ALL_EPOCHS,
                              .validation = &validation,
                              .patience = 200};
  nn_net_init(&net, w, NN_UNIFORM, 1, rng);
  nn_training done = nn_train(&net, w, &optimizer, &training, options, rng);
  nn_real stopped = nn_evaluate(&net, w, &test, NN_QUADRATIC, &pass).loss;
  options.validation = NULL;
  options.patience = 0;
  options.epochs = ALL_EPOCHS - done.best.epoch;
  nn_train(&net, w, &optimizer, &training, options, rng);
  nn_real on = nn_evaluate(&net, w, &test, NN_QUADRATIC, &pass).loss;
  nn_dataset_free(&test);
  nn_dataset_free(&validation);
  nn_dataset_free(&training);
  nn_optimizer_free(&optimizer);
  nn_pass_free(&pass);
  nn_vector_free(w);
  nn_net_free(&net);
  return (stopping){(double)done.best.epoch, 2 * (double)stopped,
                    2 * (double)on};
}

static void show_stopping(nn_run *run) {
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
  FEW = 40,  /* examples */
  NEW = 100, /* examples that are asked about */
  INPUTS = 5,
  MOST = 800, /* features */
  DRAWS = 40
};

/* Random relu features of random inputs, [FEW + NEW][p], and targets: a
 * linear function of the inputs, with noise for those to learn from. */
static void draw_features(double *phi, double *t, size_t p, nn_rng *rng) {
  double teacher[INPUTS], x[INPUTS];
  double *w = malloc(p * INPUTS * sizeof *w);
  if (!w) exit(EXIT_FAILURE);
  for (size_t k = 0; k < INPUTS; k++)
    teacher[k] = (double)nn_rng_normal(rng);
  for (size_t k = 0; k < p * INPUTS; k++) w[k] = (double)nn_rng_normal(rng);
  for (size_t i = 0; i < FEW + NEW; i++) {
    t[i] = 0;
    for (size_t k = 0; k < INPUTS; k++) {
      x[k] = (double)nn_rng_normal(rng);
      t[i] += teacher[k] * x[k] / sqrt(INPUTS);
    }
    if (i < FEW) t[i] += (double)(NOISE * nn_rng_normal(rng));
    for (size_t j = 0; j < p; j++) {
      double z = 0;
      for (size_t k = 0; k < INPUTS; k++) z += w[j * INPUTS + k] * x[k];
      phi[i * p + j] = z > 0 ? z : 0;
    }
  }
  free(w);
}

/* As many weights as examples or fewer: (Phi' Phi) w = Phi' t. */
static void least_squares(const double *phi, const double *t, size_t p,
                          double *w) {
  double a[FEW * FEW] = {0};
  for (size_t i = 0; i < p; i++) {
    w[i] = 0;
    for (size_t n = 0; n < FEW; n++) w[i] += phi[n * p + i] * t[n];
    for (size_t j = 0; j < p; j++)
      for (size_t n = 0; n < FEW; n++)
        a[i * p + j] += phi[n * p + i] * phi[n * p + j];
  }
  solve(a, w, p);
}

/* More weights than examples, so that many w fit exactly: the shortest is
 * w = Phi' (Phi Phi')^-1 t. */
static void least_norm(const double *phi, const double *t, size_t p,
                       double *w) {
  double a[FEW * FEW] = {0}, b[FEW];
  memcpy(b, t, sizeof b);
  for (size_t i = 0; i < FEW; i++)
    for (size_t j = 0; j < FEW; j++)
      for (size_t k = 0; k < p; k++)
        a[i * FEW + j] += phi[i * p + k] * phi[j * p + k];
  solve(a, b, FEW);
  for (size_t k = 0; k < p; k++) {
    w[k] = 0;
    for (size_t i = 0; i < FEW; i++) w[k] += phi[i * p + k] * b[i];
  }
}

static void fit_features(const double *phi, const double *t, size_t p,
                         double *w) {
  if (p <= FEW)
    least_squares(phi, t, p, w);
  else
    least_norm(phi, t, p, w);
}

static double answer_of(const double *row, const double *w, size_t p) {
  double answer = 0;
  for (size_t k = 0; k < p; k++) answer += w[k] * row[k];
  return answer;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The mean square error for new examples, without noise: the middle one
 * of many draws. */
static double many_features(size_t p, nn_rng *rng) {
  double error[DRAWS], *w = malloc(MOST * sizeof *w);
  double *t = malloc((FEW + NEW) * sizeof *t);
  double *phi = malloc((FEW + NEW) * MOST * sizeof *phi);
  if (!w || !t || !phi) exit(EXIT_FAILURE);
  for (int d = 0; d < DRAWS; d++) {
    draw_features(phi, t, p, rng);
    fit_features(phi, t, p, w);
    error[d] = 0;
    for (size_t i = FEW; i < FEW + NEW; i++) {
      double answer = answer_of(phi + i * p, w, p);
      error[d] += (answer - t[i]) * (answer - t[i]) / (double)NEW;
    }
  }
  qsort(error, DRAWS, sizeof *error, by_size);
  free(phi);
  free(t);
  free(w);
  return error[DRAWS / 2];
}

/* The variance over the noise in the targets, for one draw of features
 * and inputs. */
static double variance_of_many(size_t p, nn_rng *rng) {
  enum { FITS = 200 };
  double *w = malloc(MOST * sizeof *w), t[FEW + NEW], noisy[FEW];
  double *phi = malloc((FEW + NEW) * MOST * sizeof *phi);
  double sum[NEW] = {0}, square[NEW] = {0}, variance = 0;
  if (!w || !phi) exit(EXIT_FAILURE);
  draw_features(phi, t, p, rng);
  for (int l = 0; l < FITS; l++) {
    for (size_t i = 0; i < FEW; i++)
      noisy[i] = t[i] + (double)(NOISE * nn_rng_normal(rng));
    fit_features(phi, noisy, p, w);
    for (size_t i = 0; i < NEW; i++) {
      double answer = answer_of(phi + (FEW + i) * p, w, p);
      sum[i] += answer / (double)FITS;
      square[i] += answer * answer / (double)FITS;
    }
  }
  for (size_t i = 0; i < NEW; i++)
    variance += (square[i] - sum[i] * sum[i]) / (double)NEW;
  free(phi);
  free(w);
  return variance;
}

static void show_double_descent(nn_run *run) {
  static const size_t features[] = {5,  10, 15, 20, 25, 30,  34,  37,  40,
                                    43, 46, 50, 60, 80, 120, 200, 400, 800};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *table = nn_run_table(run, "double", "features error");
  for (size_t f = 0; f < sizeof features / sizeof *features; f++) {
    double error = many_features(features[f], &rng);
    nn_table_row(table, (nn_real)features[f], (nn_real)error);
    char name[32];
    snprintf(name, sizeof name, "double.%zu", features[f]);
    nn_run_number(run, name, error < 2 ? "%.2f" : "%.0f", error);
  }
  static const size_t shown[] = {20, 40, 60, MOST};
  for (size_t f = 0; f < sizeof shown / sizeof *shown; f++) {
    char name[32];
    snprintf(name, sizeof name, "double.variance.%zu", shown[f]);
    nn_run_number(run, name, "%.2g", variance_of_many(shown[f], &rng));
  }
  nn_run_number(run, "double.examples", "%.0f", FEW);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "the same fit again and again, from other samples", 1992);
  show_fits(run);
  show_degrees(run);
  nn_run_say(run, "\n");
  show_ridge(run);
  show_choice(run);
  show_learning_curves(run);
  show_sizes(run);
  show_epochs(run);
  show_knobs(run);
  show_stopping(run);
  show_double_descent(run);
  return nn_run_end(run);
}
