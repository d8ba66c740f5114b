/* Chapter 5: gradient descent, on all examples or on a few at a time. */
#include <nn/dataset.h>
#include <nn/rng.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

/* ---- how far to step -------------------------------------------------*/

static void descend_parabola(void) {
  static const double products[] = {0.5, 1, 1.5, 1.9, 2, 2.1};
  printf("Descent on a parabola\n\n"
         " rate x curvature    w after 0, 1, 2, ... steps\n");
  for (size_t p = 0; p < sizeof products / sizeof *products; p++) {
    double w = 1;
    printf("%10.1f         ", products[p]);
    for (int k = 0; k <= 6; k++) {
      printf("%8.3f", w);
      w -= products[p] * w;
    }
    printf("\n");
  }
}

/* C(w) = 1/2 (curvature[0] w[0]^2 + curvature[1] w[1]^2). */
typedef struct {
  nn_real curvature[2];
} bowl;

static void descend(bowl b, nn_real learning_rate, nn_real w[2]) {
  for (int i = 0; i < 2; i++) w[i] -= learning_rate * b.curvature[i] * w[i];
}

enum { SEED = 1951, POINTS = 60 };

/* Noisy points along the line t = x/2 + 1. */
static nn_dataset draw_points(nn_rng *rng) {
  nn_dataset data = nn_dataset_new(POINTS, 1, 1);
  for (size_t n = 0; n < POINTS; n++) {
    data.x[n] = nn_rng_between(rng, 0, 10);
    data.t[n] = data.x[n] / 2 + 1 + nn_rng_normal(rng);
  }
  return data;
}

/* The mean quadratic loss of the line w[0] x + w[1], and its gradient. */
static nn_real line_loss(const nn_dataset *data, const nn_real w[2],
                         nn_real g[2]) {
  nn_real sum = 0, count = (nn_real)data->count;
  g[0] = g[1] = 0;
  for (size_t n = 0; n < data->count; n++) {
    nn_real error = w[0] * data->x[n] + w[1] - data->t[n];
    sum += error * error / 2;
    g[0] += error * data->x[n];
    g[1] += error;
  }
  for (int i = 0; i < 2; i++) g[i] /= count;
  return sum / count;
}

/* The eigenvalues of its Hessian, the smaller one first. */
static void line_curvatures(const nn_dataset *data, nn_real curvature[2]) {
  double mean = 0, square = 0;
  for (size_t n = 0; n < data->count; n++) {
    mean += (double)data->x[n] / (double)data->count;
    square += (double)(data->x[n] * data->x[n]) / (double)data->count;
  }
  double half = (square + 1) / 2;
  double root = sqrt((square - 1) * (square - 1) / 4 + mean * mean);
  curvature[0] = (nn_real)((square - mean * mean) / (half + root));
  curvature[1] = (nn_real)(half + root);
}

static bool line_diverges(const nn_dataset *data, nn_real learning_rate) {
  nn_real w[2] = {0, 0}, g[2], loss, start = line_loss(data, w, g);
  for (int steps = 0; steps < 20000; steps++) {
    for (int i = 0; i < 2; i++) w[i] -= learning_rate * g[i];
    loss = line_loss(data, w, g);
    if (!(loss <= 100 * start)) return true; /* also if it is NaN */
  }
  return false;
}

/* The largest learning rate that does not diverge, by bisection. */
static nn_real line_limit(const nn_dataset *data) {
  nn_real good = 0, bad = 10;
  while (bad - good > (nn_real)1e-4 * bad) {
    nn_real middle = (good + bad) / 2;
    if (line_diverges(data, middle))
      bad = middle;
    else
      good = middle;
  }
  return good;
}

static void find_limit(void) {
  nn_rng rng = nn_rng_seeded(SEED);
  nn_dataset data = draw_points(&rng);
  nn_real curvature[2];
  line_curvatures(&data, curvature);
  printf("\n\nThe largest rate for a line\n\n"
         "predicted  %.4f\n    found  %.4f\n",
         2 / (double)curvature[1], (double)line_limit(&data));
  nn_dataset_free(&data);
}

static nn_real length(const nn_real w[2]) {
  return (nn_real)sqrt((double)(w[0] * w[0] + w[1] * w[1]));
}

/* From (1, 1) until a millionth of the distance is left. */
static int steps_to_minimum(bowl b, nn_real learning_rate) {
  nn_real w[2] = {1, 1}, goal = (nn_real)1e-6 * length(w);
  int steps = 0;
  for (; length(w) > goal; steps++) descend(b, learning_rate, w);
  return steps;
}

static void count_steps(void) {
  static const double rates[] = {0.001, 0.01, 2.0 / 101};
  printf("\n\nSteps on a bowl with curvatures 1 and 100\n\n"
         "    rate   steps\n");
  for (size_t r = 0; r < sizeof rates / sizeof *rates; r++)
    printf("%8.4f%8d\n", rates[r],
           steps_to_minimum((bowl){{1, 100}}, (nn_real)rates[r]));
}

/* ---- after how many examples -----------------------------------------*/

enum { EXAMPLES = 20000, INPUTS = 9, WEIGHTS = INPUTS + 1 };

static nn_real dot(const nn_real *u, const nn_real *v) {
  nn_real sum = 0;
  for (int i = 0; i < WEIGHTS; i++) sum += u[i] * v[i];
  return sum;
}

/* The gradient g of a linear neuron's mean loss over a batch. */
static void gradient(const nn_dataset *data, const size_t *examples,
                     size_t batch, const nn_real *w, nn_real *g) {
  for (int i = 0; i < WEIGHTS; i++) g[i] = 0;
  for (size_t k = 0; k < batch; k++) {
    const nn_real *x = nn_dataset_input(data, examples[k]);
    nn_real error = dot(w, x) - data->t[examples[k]];
    for (int i = 0; i < WEIGHTS; i++) g[i] += error * x[i];
  }
  for (int i = 0; i < WEIGHTS; i++) g[i] /= (nn_real)batch;
}

/* Inputs on several scales; a linear neuron's answers, with noise. */
static nn_dataset draw_examples(nn_rng *rng) {
  nn_dataset data = nn_dataset_new(EXAMPLES, WEIGHTS, 1);
  nn_real teacher[WEIGHTS];
  for (int i = 0; i < WEIGHTS; i++) teacher[i] = nn_rng_normal(rng);
  for (size_t n = 0; n < EXAMPLES; n++) {
    nn_real *x = nn_dataset_input(&data, n);
    for (int i = 0; i < INPUTS; i++)
      x[i] = nn_rng_normal(rng) * 4 / (nn_real)(4 + i);
    x[INPUTS] = 1; /* for the bias */
    data.t[n] = dot(teacher, x) + nn_rng_normal(rng) / 2;
  }
  return data;
}

typedef struct {
  nn_dataset data;
  size_t order[EXAMPLES];   /* in an epoch */
  nn_real minimum[WEIGHTS]; /* by descent at the rate 1, near 1/L */
} problem;

static void draw_problem(problem *p, nn_rng *rng) {
  *p = (problem){.data = draw_examples(rng)};
  for (size_t n = 0; n < EXAMPLES; n++) p->order[n] = n;
  nn_real g[WEIGHTS];
  for (int k = 0; k < 1000; k++) {
    gradient(&p->data, p->order, EXAMPLES, p->minimum, g);
    for (int i = 0; i < WEIGHTS; i++) p->minimum[i] -= g[i];
  }
}

/* ---- stochastic gradient descent -------------------------------------*/

typedef struct {
  problem *p;
  size_t batch;
  nn_real learning_rate;
  size_t at; /* how many examples of this epoch have been used */
  size_t steps;
  nn_rng rng;
  nn_real w[WEIGHTS];
} descent;

static descent descent_new(problem *p, size_t batch, nn_real learning_rate,
                           uint64_t seed) {
  for (size_t n = 0; n < EXAMPLES; n++) p->order[n] = n;
  return (descent){p, batch, learning_rate, .at = EXAMPLES,
                   .rng = nn_rng_seeded(seed)};
}

/* Each example of a batch is drawn from those that this epoch has left, so
 * the order is shuffled as it is used. */
static void draw_batch(descent *d) {
  size_t *order = d->p->order;
  for (size_t i = d->at; i < d->at + d->batch; i++) {
    size_t k = i + nn_rng_below(&d->rng, EXAMPLES - i), drawn = order[k];
    order[k] = order[i];
    order[i] = drawn;
  }
}

static void descent_step(descent *d) {
  nn_real g[WEIGHTS];
  if (d->at + d->batch > EXAMPLES) d->at = 0; /* a new epoch */
  if (d->batch < EXAMPLES) draw_batch(d);
  gradient(&d->p->data, d->p->order + d->at, d->batch, d->w, g);
  for (int i = 0; i < WEIGHTS; i++) d->w[i] -= d->learning_rate * g[i];
  d->at += d->batch;
  d->steps++;
}

/* ---- the noise ball --------------------------------------------------*/

/* The mean slope of 1/2 (w - a)^2, with a = 1 or -1 by a coin. */
static nn_real coin_gradient(nn_real w, size_t batch, nn_rng *rng) {
  nn_real sum = 0;
  for (size_t k = 0; k < batch; k++)
    sum += w - (nn_rng_next(rng) >> 63 ? 1 : -1);
  return sum / (nn_real)batch;
}

/* The mean of w^2 in the long run. */
static nn_real noise_ball(nn_real learning_rate, size_t batch,
                          nn_rng *rng) {
  enum { BEFORE = 1000, STEPS = 60000 };
  nn_real w = 0, sum = 0;
  for (int k = 0; k < BEFORE + STEPS; k++) {
    w -= learning_rate * coin_gradient(w, batch, rng);
    if (k >= BEFORE) sum += w * w;
  }
  return sum / (nn_real)STEPS;
}

static nn_real noise_ball_formula(nn_real learning_rate, size_t batch) {
  return learning_rate / ((2 - learning_rate) * (nn_real)batch);
}

static void compare_noise_balls(void) {
  nn_rng rng = nn_rng_seeded(SEED);
  printf("\n\nThe noise ball of single examples\n\n"
         " rate   mean of w^2   formula\n");
  for (int i = 1; i <= 9; i++) {
    nn_real rate = (nn_real)i / 5;
    printf("%5.1f%14.3f%10.3f\n", (double)rate,
           (double)noise_ball(rate, 1, &rng),
           (double)noise_ball_formula(rate, 1));
  }
}

/* ---- a race ----------------------------------------------------------*/

static nn_real mean_loss(const nn_dataset *data, const nn_real *w) {
  nn_real sum = 0;
  for (size_t n = 0; n < EXAMPLES; n++) {
    nn_real error = dot(w, nn_dataset_input(data, n)) - data->t[n];
    sum += error * error / 2;
  }
  return sum / (nn_real)EXAMPLES;
}

/* After as many steps as can be made from so many examples. */
static void print_losses(problem *p, size_t batch, nn_real learning_rate) {
  static const size_t seen[] = {0, 20, 100, 200, 1000, 20000, 100000};
  descent d = descent_new(p, batch, learning_rate, SEED);
  printf("%6zu", batch);
  for (size_t s = 0; s < sizeof seen / sizeof *seen; s++) {
    while ((d.steps + 1) * batch <= seen[s]) descent_step(&d);
    printf("%9.4f", (double)mean_loss(&p->data, d.w));
  }
  printf("\n");
}

static void race(problem *p) {
  printf("\n\nThe loss after so many examples\n\n"
         " batch        0       20      100      200     1000    20000"
         "   100000\n");
  print_losses(p, 1, (nn_real)0.0625);
  print_losses(p, 10, (nn_real)0.5);
  print_losses(p, 100, (nn_real)1.5);
  print_losses(p, EXAMPLES, (nn_real)1.5);
}

int main(void) {
  static problem p; /* too large for the stack */
  nn_rng rng = nn_rng_seeded(SEED);
  descend_parabola();
  find_limit();
  count_steps();
  draw_problem(&p, &rng);
  compare_noise_balls();
  race(&p);
  nn_dataset_free(&p.data);
  return 0;
}
