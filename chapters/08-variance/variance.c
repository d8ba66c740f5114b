/* Chapter 8: bias and variance, measured by fitting again and again. */
#include <nn/elementary.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <assert.h>
#include <math.h>
#include <stdio.h>

/* ---- samples ---------------------------------------------------------*/

enum { EXAMPLES = 25, SEED = 1992 };

/* The standard deviation of the noise. */
static const nn_real NOISE = (nn_real)0.3;

/* The truth, which no learner ever sees. */
static nn_real truth(nn_real x) {
  return nn_sin((nn_real)6.283185307179586 * x);
}

typedef enum { EVENLY, SCATTERED } places;

/* Noisy values of the truth, evenly spaced or at places drawn at random. */
static nn_dataset draw_sample(places at, size_t count, nn_rng *rng) {
  nn_dataset sample = nn_dataset_new(count, 1, 1);
  for (size_t i = 0; i < count; i++) {
    nn_real even = ((nn_real)i + (nn_real)0.5) / (nn_real)count;
    sample.x[i] = at == EVENLY ? even : nn_rng_uniform(rng);
    sample.t[i] = truth(sample.x[i]) + NOISE * nn_rng_normal(rng);
  }
  return sample;
}

/* ---- linear models ---------------------------------------------------*/

enum { WEIGHTS_MAX = EXAMPLES };

/* Fills phi [count] with features of x. */
typedef void feature_function(nn_real x, size_t count, double *phi);

/* A weighted sum of features. */
typedef struct {
  feature_function *features;
  size_t count;  /* of features, each with its weight */
  double lambda; /* the penalty on large weights */
  double w[WEIGHTS_MAX];
} linear;

static nn_real linear_answer(const linear *m, nn_real x) {
  double phi[WEIGHTS_MAX], sum = 0;
  m->features(x, m->count, phi);
  for (size_t j = 0; j < m->count; j++) sum += m->w[j] * phi[j];
  return (nn_real)sum;
}

/* The Legendre polynomials on [0, 1]. With 1, x, x^2, ... in their place
 * the equations for the weights would be ill-conditioned. */
static void legendre(nn_real x, size_t count, double *phi) {
  double z = 2 * (double)x - 1;
  phi[0] = 1;
  if (count > 1) phi[1] = z;
  for (size_t k = 2; k < count; k++) {
    double n = (double)k;
    phi[k] = ((2 * n - 1) * z * phi[k - 1] - (n - 1) * phi[k - 2]) / n;
  }
}

static linear polynomial(size_t degree) {
  assert(degree < WEIGHTS_MAX);
  return (linear){.features = legendre, .count = degree + 1};
}

/* Adds an example to the sums Phi^T Phi = A [p][p] and Phi^T t = b. */
static void add_example(double *a, double *b, const double *phi, double t,
                        size_t p) {
  for (size_t j = 0; j < p; j++) {
    for (size_t k = 0; k < p; k++) a[j * p + k] += phi[j] * phi[k];
    b[j] += phi[j] * t;
  }
}

/* Solves A x = b for a symmetric positive definite A [n][n] by Cholesky's
 * factors, A = L L^T. L replaces the lower half of A, and x replaces b. */
static void solve(double *a, double *b, size_t n) {
  for (size_t j = 0; j < n; j++)
    for (size_t i = j; i < n; i++) {
      double sum = a[i * n + j];
      for (size_t k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? sqrt(sum) : sum / a[j * n + j];
    }
  for (size_t i = 0; i < n; i++) { /* L y = b */
    for (size_t k = 0; k < i; k++) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (size_t i = n; i-- > 0;) { /* L^T x = y */
    for (size_t k = i + 1; k < n; k++) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

/* Finds the w with the least 1/2 |Phi w - t|^2 + 1/2 lambda |w|^2. */
static void linear_fit(linear *m, const nn_dataset *sample) {
  double a[WEIGHTS_MAX * WEIGHTS_MAX] = {0}, phi[WEIGHTS_MAX];
  size_t p = m->count;
  for (size_t j = 0; j < p; j++) m->w[j] = 0;
  for (size_t i = 0; i < sample->count; i++) {
    m->features(sample->x[i], p, phi);
    add_example(a, m->w, phi, (double)sample->t[i], p);
  }
  for (size_t j = 0; j < p; j++) a[j * p + j] += m->lambda;
  solve(a, m->w, p);
}

/* ---- bias and variance -----------------------------------------------*/

enum { POINTS = 101 };

/* The places at which fits are compared. */
static nn_real place(size_t i) {
  return ((nn_real)i + (nn_real)0.5) / (nn_real)POINTS;
}

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

static void linear_curve(const linear *m, nn_real fit[POINTS]) {
  for (size_t i = 0; i < POINTS; i++) fit[i] = linear_answer(m, place(i));
}

static void tally_fit(tally *all, linear *m, const nn_dataset *sample) {
  nn_real fit[POINTS];
  linear_fit(m, sample);
  linear_curve(m, fit);
  tally_add(all, fit);
}

/* The mean squared error, with the noise of the examples. */
static double linear_error(const linear *m, const nn_dataset *set) {
  double sum = 0;
  for (size_t i = 0; i < set->count; i++) {
    double e = (double)(linear_answer(m, set->x[i]) - set->t[i]);
    sum += e * e;
  }
  return sum / (double)set->count;
}

/* ---- degrees ---------------------------------------------------------*/

enum { DEGREES = 13, SAMPLES = 1000 };

/* One degree, over many samples. */
typedef struct {
  parts p;
  double training, test; /* the errors that one can see in life */
} study;

static study study_degree(size_t degree, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  linear m = polynomial(degree);
  study mean = {0};
  tally all = {0};
  for (int s = 0; s < SAMPLES; s++) {
    nn_dataset sample = draw_sample(EVENLY, EXAMPLES, &rng);
    nn_dataset other = draw_sample(SCATTERED, EXAMPLES, &rng);
    tally_fit(&all, &m, &sample);
    mean.training += linear_error(&m, &sample) / (double)SAMPLES;
    mean.test += linear_error(&m, &other) / (double)SAMPLES;
    nn_dataset_free(&other);
    nn_dataset_free(&sample);
  }
  mean.p = tally_parts(&all);
  return mean;
}

static void show_degrees(void) {
  printf("Polynomials, by their degree\n\n"
         "degree   bias^2  variance    sum    training  new\n"
         "                                     error    examples\n");
  for (size_t d = 0; d < DEGREES; d++) {
    study s = study_degree(d, SEED);
    printf("%4zu%11.4f%9.4f%9.4f%9.4f%9.4f\n", d, s.p.bias2, s.p.variance,
           s.p.error, s.training, s.test);
  }
}

/* ---- a penalty on large weights --------------------------------------*/

/* A 1, and bell curves at evenly spaced places. */
static void bells(nn_real x, size_t count, double *phi) {
  const nn_real width = (nn_real)0.17;
  phi[0] = 1;
  for (size_t k = 1; k < count; k++) {
    nn_real middle = (nn_real)(k - 1) / (nn_real)(count - 2);
    nn_real far = (x - middle) / width;
    phi[k] = (double)nn_exp(-far * far / 2);
  }
}

/* As many weights as examples, over a hundred samples. */
static parts ridge_parts(nn_real log_lambda, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  linear m = {.features = bells,
              .count = EXAMPLES,
              .lambda = (double)nn_exp(log_lambda)};
  tally all = {0};
  for (int s = 0; s < 100; s++) {
    nn_dataset sample = draw_sample(SCATTERED, EXAMPLES, &rng);
    tally_fit(&all, &m, &sample);
    nn_dataset_free(&sample);
  }
  return tally_parts(&all);
}

static void show_penalties(void) {
  printf("Bell curves, by the penalty\n\n"
         "ln lambda   bias^2  variance    sum\n");
  for (int log_lambda = -4; log_lambda <= 3; log_lambda++) {
    parts p = ridge_parts((nn_real)log_lambda, SEED);
    printf("%6d%13.4f%9.4f%9.4f\n", log_lambda, p.bias2, p.variance,
           p.error);
  }
}

/* ---- networks --------------------------------------------------------*/

/* One hidden layer of tanh, one output, and what trains it. */
typedef struct {
  nn_net net;
  nn_real *w;
  nn_optimizer optimizer;
  nn_pass pass;
} network;

static network network_new(size_t hidden, nn_optimizer_options options,
                           nn_rng *rng) {
  network n = {.net = nn_net_new(1)};
  nn_net_add(&n.net, hidden, NN_TANH);
  nn_net_add(&n.net, 1, NN_IDENTITY);
  n.w = nn_net_vector(&n.net);
  n.optimizer = nn_optimizer_new(options, n.net.params);
  n.pass = nn_pass_new(&n.net, POINTS);
  nn_net_init(&n.net, n.w, NN_UNIFORM, 1, rng);
  return n;
}

static void network_free(network *n) {
  nn_pass_free(&n->pass);
  nn_optimizer_free(&n->optimizer);
  nn_vector_free(n->w);
  nn_net_free(&n->net);
}

/* Networks learn better from inputs with mean 0: x becomes 2x - 1. */
static nn_dataset centred(nn_dataset sample) {
  for (size_t i = 0; i < sample.count; i++)
    sample.x[i] = 2 * sample.x[i] - 1;
  return sample;
}

static void tally_network(tally *all, network *n) {
  nn_real x[POINTS];
  for (size_t i = 0; i < POINTS; i++) x[i] = 2 * place(i) - 1;
  nn_net_forward(&n->net, n->w, x, POINTS, &n->pass);
  tally_add(all, nn_pass_output(&n->pass));
}

/* Over twenty samples, each with its own initial weights. */
static parts network_parts(size_t hidden, nn_optimizer_options options,
                           nn_train_options train, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  tally all = {0};
  for (int s = 0; s < 20; s++) {
    nn_dataset sample = centred(draw_sample(EVENLY, EXAMPLES, &rng));
    network n = network_new(hidden, options, &rng);
    nn_train(&n.net, n.w, &n.optimizer, &sample, train, &rng);
    tally_network(&all, &n);
    network_free(&n);
    nn_dataset_free(&sample);
  }
  return tally_parts(&all);
}

static void show_knobs(void) {
  static const struct {
    double rate;
    size_t batch, epochs;
  } knobs[] = {{0.03, 25, 300}, {0.3, 25, 300}, {0.03, 5, 300},
               {0.03, 1, 300},  {0.3, 1, 300},  {0.03, 1, 30},
               {0.03, 1, 3000}, {0.3, 25, 7500}};
  printf(
      "Networks, by learning rate, batch and epochs\n\n"
      " rate  batch  epochs  rate x steps    bias^2  variance     sum\n");
  for (size_t k = 0; k < sizeof knobs / sizeof *knobs; k++) {
    nn_train_options train = {.loss = NN_QUADRATIC,
                              .batch = knobs[k].batch,
                              .epochs = knobs[k].epochs};
    parts p = network_parts(10, nn_gradient_descent((nn_real)knobs[k].rate),
                            train, SEED);
    double steps = (double)(train.epochs * EXAMPLES / train.batch);
    printf("%5.2f%7zu%8zu%14.0f%10.3f%9.3f%9.3f\n", knobs[k].rate,
           train.batch, train.epochs, knobs[k].rate * steps, p.bias2,
           p.variance, p.error);
  }
}

int main(void) {
  show_degrees();
  printf("\n\n");
  show_penalties();
  printf("\n\n");
  show_knobs();
  return 0;
}
