/* Gradient descent and SGD: how far to step, and how many examples to ask
 * before each step. */
#include <nn/dataset.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/vector.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- a bowl ----------------------------------------------------------*/

/* C(w) = 1/2 (curvature[0] w[0]^2 + curvature[1] w[1]^2). */
typedef struct {
  nn_real curvature[2];
} bowl;

/* One step of gradient descent. */
static void descend(bowl b, nn_real rate, nn_real w[2]) {
  for (int i = 0; i < 2; i++) w[i] -= rate * b.curvature[i] * w[i];
}

static nn_real length(const nn_real w[2]) {
  return (nn_real)sqrt((double)(w[0] * w[0] + w[1] * w[1]));
}

/* How many steps from (1, 1) until the distance to the minimum is this
 * part of what it was; at most the limit. */
static int steps_until(bowl b, nn_real rate, nn_real part, int limit) {
  nn_real w[2] = {1, 1}, start = length(w);
  int steps = 0;
  while (steps < limit && length(w) > part * start) {
    descend(b, rate, w);
    steps++;
  }
  return steps;
}

/* By what factor the distance shrinks with each step, once one direction
 * is all that is left of it. */
static nn_real measured_factor(bowl b, nn_real rate) {
  nn_real w[2] = {1, 1}, before = 1;
  for (int k = 0; k < 200; k++) {
    before = length(w);
    descend(b, rate, w);
  }
  return length(w) / before;
}

/* ---- the loss of a line ----------------------------------------------*/

/* A linear neuron with one input, a = w[0] x + w[1]: the mean quadratic
 * loss, and its slopes. */
static nn_real line_loss(const nn_dataset *data, const nn_real w[2],
                         nn_real g[2]) {
  nn_real sum = 0, n = (nn_real)data->count;
  g[0] = g[1] = 0;
  for (size_t i = 0; i < data->count; i++) {
    nn_real error = w[0] * data->x[i] + w[1] - data->t[i];
    sum += error * error / 2;
    g[0] += error * data->x[i];
    g[1] += error;
  }
  g[0] /= n;
  g[1] /= n;
  return sum / n;
}

/* Its curvatures, the smaller first: the eigenvalues of the matrix of
 * second slopes, [mean of x^2, mean of x; mean of x, 1]. */
static void line_curvatures(const nn_dataset *data, nn_real curvature[2]) {
  double mean = 0, square = 0;
  for (size_t i = 0; i < data->count; i++) {
    mean += (double)data->x[i] / (double)data->count;
    square += (double)(data->x[i] * data->x[i]) / (double)data->count;
  }
  double half = (square + 1) / 2;
  double root = sqrt((square - 1) * (square - 1) / 4 + mean * mean);
  curvature[0] = (nn_real)((square - mean * mean) / (half + root));
  curvature[1] = (nn_real)(half + root);
}

/* Steps until both slopes are below 1e-6; at most the limit. */
static int line_steps(const nn_dataset *data, nn_real rate, int limit) {
  nn_real w[2] = {0, 0}, g[2];
  for (int steps = 0; steps < limit; steps++) {
    line_loss(data, w, g);
    if (length(g) < (nn_real)1e-6) return steps;
    for (int i = 0; i < 2; i++) w[i] -= rate * g[i];
  }
  return limit;
}

static bool line_diverges(const nn_dataset *data, nn_real rate) {
  nn_real w[2] = {0, 0}, g[2];
  nn_real first = line_loss(data, w, g);
  for (int steps = 0; steps < 20000; steps++) {
    for (int i = 0; i < 2; i++) w[i] -= rate * g[i];
    nn_real now = line_loss(data, w, g);
    if (!(now <= 100 * first)) return true;
  }
  return false;
}

/* The largest learning rate that does not diverge, by bisection: what an
 * experimenter finds who knows no eigenvalue. */
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

/* ---- a function with two valleys -------------------------------------*/

/* C = w^4/4 - w^2/2 + w/10: two valleys, the left one deeper. */
static nn_real valleys(nn_real w) {
  return w * w * w * w / 4 - w * w / 2 + w / 10;
}

static nn_real valleys_slope(nn_real w) {
  return w * w * w - w + (nn_real)0.1;
}

static nn_real valley_from(nn_real w, nn_real rate) {
  for (int k = 0; k < 5000; k++) w -= rate * valleys_slope(w);
  return w;
}

/* C = (u^2 - w^2)/2 + w^4/4: minima at w = -1 and 1, and a saddle between
 * them at 0. Steps until |w| > 1/2, at most the limit. */
static int steps_off_saddle(nn_real w, int limit) {
  const nn_real rate = (nn_real)0.1;
  nn_real u = 1;
  for (int k = 0; k < limit; k++) {
    if (w * w > (nn_real)0.25) return k;
    u -= rate * u;
    w -= rate * (w * w * w - w);
  }
  return limit;
}

/* ---- the simplest noise ----------------------------------------------*/

/* The loss of one example is 1/2 (w - a)^2, with a = 1 or -1, each as
 * often. So the mean loss is 1/2 w^2 + 1/2, and w = 0 is best. */
static nn_real coin(nn_rng *rng) {
  return nn_rng_next(rng) >> 63 ? 1 : -1;
}

/* The slope by w, the mean over a batch. */
static nn_real coin_slope(nn_real w, size_t batch, nn_rng *rng) {
  nn_real sum = 0;
  for (size_t i = 0; i < batch; i++) sum += w - coin(rng);
  return sum / (nn_real)batch;
}

/* The mean of w^2 in the long run. */
static nn_real noise_ball(nn_real rate, size_t batch, nn_rng *rng) {
  enum { BEFORE = 1000, STEPS = 60000 };
  nn_real w = 0, sum = 0;
  for (int k = 0; k < BEFORE + STEPS; k++) {
    w -= rate * coin_slope(w, batch, rng);
    if (k >= BEFORE) sum += w * w;
  }
  return sum / (nn_real)STEPS;
}

static nn_real noise_ball_formula(nn_real rate, nn_real batch) {
  return rate / ((2 - rate) * batch);
}

/* ---- a data set large enough -----------------------------------------*/

enum {
  INPUTS = 9,
  WEIGHTS = INPUTS + 1, /* and the bias */
  EXAMPLES = 20000
};

/* A linear neuron's examples. A row holds the inputs, a 1 for the bias,
 * and the target. The loss is a bowl, so three things describe it: its
 * second slopes H, its minimum w, and the loss there. */
typedef struct {
  size_t asked;  /* rows that slopes() has read so far */
  nn_real *row;  /* [EXAMPLES][WEIGHTS + 1] */
  size_t *order; /* [EXAMPLES], of one epoch */
  nn_real h[WEIGHTS][WEIGHTS];
  nn_real best[WEIGHTS];
  nn_real least;
} problem;

static nn_real error_of(const nn_real *row, const nn_real *w) {
  nn_real a = 0;
  for (int i = 0; i < WEIGHTS; i++) a += w[i] * row[i];
  return a - row[WEIGHTS];
}

/* The mean slopes over a batch: the only line of this chapter in which
 * GD, mini-batches and SGD differ is how many rows it gets. */
static void slopes(problem *p, const size_t *rows, size_t batch,
                   const nn_real *w, nn_real *g) {
  p->asked += batch;
  for (int i = 0; i < WEIGHTS; i++) g[i] = 0;
  for (size_t k = 0; k < batch; k++) {
    const nn_real *row = p->row + rows[k] * (WEIGHTS + 1);
    nn_real error = error_of(row, w);
    for (int i = 0; i < WEIGHTS; i++) g[i] += error * row[i];
  }
  for (int i = 0; i < WEIGHTS; i++) g[i] /= (nn_real)batch;
}

static nn_real mean_loss(const problem *p, const nn_real *w) {
  nn_real sum = 0;
  for (size_t k = 0; k < EXAMPLES; k++) {
    nn_real error = error_of(p->row + k * (WEIGHTS + 1), w);
    sum += error * error / 2;
  }
  return sum / (nn_real)EXAMPLES;
}

/* How far the loss is above the least: 1/2 (w - best)' H (w - best). */
static nn_real excess(const problem *p, const nn_real *w) {
  nn_real sum = 0;
  for (int i = 0; i < WEIGHTS; i++)
    for (int j = 0; j < WEIGHTS; j++)
      sum += (w[i] - p->best[i]) * p->h[i][j] * (w[j] - p->best[j]);
  return sum / 2;
}

/* The largest curvature: any vector, multiplied by H again and again,
 * turns into the direction that grows most. */
static nn_real largest_curvature(const problem *p) {
  nn_real v[WEIGHTS], hv[WEIGHTS], size = 1;
  for (int i = 0; i < WEIGHTS; i++) v[i] = 1;
  for (int k = 0; k < 1000; k++) {
    for (int i = 0; i < WEIGHTS; i++) {
      hv[i] = 0;
      for (int j = 0; j < WEIGHTS; j++) hv[i] += p->h[i][j] * v[j] / size;
    }
    memcpy(v, hv, sizeof v);
    size = 0;
    for (int i = 0; i < WEIGHTS; i++) size += v[i] * v[i];
    size = (nn_real)sqrt((double)size);
  }
  return size;
}

/* Inputs of sizes 1 down to 1/3, and targets from a neuron that we choose,
 * with noise of standard deviation 1/2. */
static void draw_examples(problem *p, nn_rng *rng) {
  nn_real teacher[WEIGHTS];
  for (int i = 0; i < WEIGHTS; i++) teacher[i] = nn_rng_normal(rng);
  for (size_t k = 0; k < EXAMPLES; k++) {
    nn_real *row = p->row + k * (WEIGHTS + 1);
    for (int i = 0; i < INPUTS; i++)
      row[i] = nn_rng_normal(rng) * 4 / (nn_real)(4 + i);
    row[INPUTS] = 1;
    row[WEIGHTS] = 0;
    row[WEIGHTS] = error_of(row, teacher) + nn_rng_normal(rng) / 2;
    p->order[k] = k;
  }
}

static problem problem_new(nn_rng *rng) {
  problem p = {.row = nn_vector_new(EXAMPLES * (WEIGHTS + 1)),
               .order = malloc(EXAMPLES * sizeof *p.order)};
  if (!p.order) exit(EXIT_FAILURE);
  draw_examples(&p, rng);
  for (size_t k = 0; k < EXAMPLES; k++)
    for (int i = 0; i < WEIGHTS; i++)
      for (int j = 0; j < WEIGHTS; j++) {
        const nn_real *row = p.row + k * (WEIGHTS + 1);
        p.h[i][j] += row[i] * row[j] / (nn_real)EXAMPLES;
      }
  nn_real g[WEIGHTS], rate = 1 / largest_curvature(&p);
  for (int k = 0; k < 1000; k++) {
    slopes(&p, p.order, EXAMPLES, p.best, g);
    for (int i = 0; i < WEIGHTS; i++) p.best[i] -= rate * g[i];
  }
  p.least = mean_loss(&p, p.best);
  return p;
}

static void problem_free(problem *p) {
  nn_vector_free(p->row);
  free(p->order);
}

/* A run of (mini-batch) gradient descent, one step at a time. Each epoch
 * takes the examples in a new order. */
typedef struct {
  problem *p;
  size_t batch, at, steps;
  nn_real rate;
  size_t span; /* of a rate that falls as 1 / (1 + step / span); 0: none */
  nn_rng rng;
  nn_real w[WEIGHTS];
} descent;

static descent descent_new(problem *p, size_t batch, nn_real rate,
                           uint64_t seed) {
  for (size_t k = 0; k < EXAMPLES; k++) p->order[k] = k;
  return (descent){.p = p,
                   .batch = batch,
                   .at = EXAMPLES,
                   .rate = rate,
                   .rng = nn_rng_seeded(seed)};
}

static void descent_step(descent *d) {
  nn_real g[WEIGHTS], rate = d->rate;
  if (d->at + d->batch > EXAMPLES) {
    if (d->batch < EXAMPLES) nn_rng_shuffle(&d->rng, d->p->order, EXAMPLES);
    d->at = 0;
  }
  if (d->span > 0) rate /= 1 + (nn_real)d->steps / (nn_real)d->span;
  slopes(d->p, d->p->order + d->at, d->batch, d->w, g);
  for (int i = 0; i < WEIGHTS; i++) d->w[i] -= rate * g[i];
  d->at += d->batch;
  d->steps++;
}

/* Steps until the excess is this part of what it was, or the limit. */
static size_t descent_until(descent *d, nn_real part, size_t limit) {
  nn_real start = excess(d->p, d->w);
  while (d->steps < limit) {
    nn_real now = excess(d->p, d->w);
    if (now <= part * start) break;
    if (!(now < 1000 * start)) return limit;
    descent_step(d);
  }
  return d->steps;
}

/* ---- the experiments -------------------------------------------------*/

static void show_bowl(nn_run *run) {
  const bowl b = {{1, 100}};
  const nn_real mu = b.curvature[0], most = b.curvature[1];
  const nn_real part = (nn_real)1e-6, best = 2 / (mu + most);
  nn_run_number(run, "bowl.limit", "%.2f", 2 / most);
  nn_run_number(run, "bowl.best-rate", "%.4f", best);
  nn_run_number(run, "bowl.factor", "%.6f", (most - mu) / (most + mu));
  nn_run_number(run, "bowl.measured", "%.6f", measured_factor(b, best));
  nn_run_number(run, "bowl.predicted-steps", "%.0f",
                ceil(log(1e-6) / log((double)((most - mu) / (most + mu)))));
  nn_run_number(run, "bowl.steps", "%.0f",
                steps_until(b, best, part, 10000));
  nn_run_number(run, "bowl.careful-steps", "%.0f",
                steps_until(b, 1 / most, part, 10000));
  nn_run_number(run, "bowl.round-steps", "%.0f",
                steps_until((bowl){{100, 100}}, (nn_real)0.01, part, 10));
  nn_run_number(run, "bowl.timid-steps", "%.0f",
                steps_until(b, (nn_real)0.001, part, 100000));
}

/* Where w is after 0 to 6 steps on 1/2 w^2, for several rates. */
static void show_flips(nn_run *run) {
  static const nn_real rates[] = {(nn_real)0.5, 1, (nn_real)1.5,
                                  (nn_real)1.9, 2, (nn_real)2.1};
  nn_run_part(run, "flips");
  nn_run_say(run, " rate x curvature    w after 0, 1, 2, ... steps\n");
  for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
    nn_real w = 1;
    nn_run_say(run, "%10.1f         ", (double)rates[r]);
    for (int k = 0; k <= 6; k++) {
      nn_run_say(run, "%8.3f", (double)w);
      w -= rates[r] * w;
    }
    nn_run_say(run, "\n");
  }
}

/* Paths over the bowl of curvatures 1 and 10, for four rates. */
static void show_paths(nn_run *run) {
  const bowl b = {{1, 10}};
  static const char *const names[] = {"small", "smooth", "best", "large"};
  const nn_real rates[] = {(nn_real)0.03, (nn_real)0.1, (nn_real)(2.0 / 11),
                           (nn_real)0.204};
  nn_table *table = nn_run_table(run, "paths", "w1 w2 rate");
  for (int r = 0; r < 4; r++) {
    nn_real w[2] = {(nn_real)-9, (nn_real)2.5};
    char name[32];
    snprintf(name, sizeof name, "path.%s", names[r]);
    nn_run_number(run, name, "%.3f", rates[r]);
    for (int k = 0; k <= 20; k++) {
      nn_table_row(table, w[0], w[1], rates[r]);
      descend(b, rates[r], w);
    }
    nn_table_block(table);
  }
}

/* The factor by which each direction shrinks, by the rate, and what was
 * measured on the bowl. */
static void show_factors(nn_run *run) {
  const bowl b = {{1, 10}};
  nn_table *table = nn_run_table(run, "factors", "rate gentle steep");
  for (int i = 0; i <= 240; i++) {
    nn_real rate = (nn_real)i / 1000;
    nn_table_row(table, rate, (nn_real)fabs(1 - (double)rate),
                 (nn_real)fabs(1 - 10 * (double)rate));
  }
  nn_table *dots = nn_run_table(run, "measured", "rate factor");
  double worst = 0;
  for (int i = 1; i <= 23; i++) {
    nn_real rate = (nn_real)i / 100, factor = measured_factor(b, rate);
    double formula =
        fmax(fabs(1 - (double)rate), fabs(1 - 10 * (double)rate));
    worst = fmax(worst, fabs((double)factor - formula));
    nn_table_row(dots, rate, factor);
  }
  nn_run_number(run, "factors.worst", "%.0e", worst);
}

/* A line through 60 points with inputs from 0 to 10, before and after
 * they are standardised. */
static void show_line(nn_run *run) {
  enum { POINTS = 60, LIMIT = 100000 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = nn_dataset_new(POINTS, 1, 1);
  nn_real c[2];
  for (size_t i = 0; i < POINTS; i++) {
    data.x[i] = nn_rng_between(&rng, 0, 10);
    data.t[i] = data.x[i] / 2 + 1 + nn_rng_normal(&rng);
  }
  line_curvatures(&data, c);
  nn_run_number(run, "line.points", "%.0f", POINTS);
  nn_run_number(run, "line.gentle", "%.3f", c[0]);
  nn_run_number(run, "line.steep", "%.2f", c[1]);
  nn_run_number(run, "line.kappa", "%.0f", c[1] / c[0]);
  nn_run_number(run, "line.predicted", "%.4f", 2 / c[1]);
  nn_run_number(run, "line.limit", "%.4f", line_limit(&data));
  nn_run_number(run, "line.ratio", "%.4f", line_limit(&data) / (2 / c[1]));
  nn_run_number(run, "line.steps", "%.0f",
                line_steps(&data, 2 / (c[0] + c[1]), LIMIT));
  nn_dataset_standardise(&data, &data);
  line_curvatures(&data, c);
  nn_run_number(run, "line.kappa-after", "%.0f", c[1] / c[0]);
  nn_run_number(run, "line.steps-after", "%.0f",
                line_steps(&data, 2 / (c[0] + c[1]), LIMIT));
  nn_dataset_free(&data);
}

/* The function of two valleys, and where descent from many places ends. */
static void show_valleys(nn_run *run) {
  enum { STARTS = 1000, LIMIT = 100000 };
  const nn_real rate = (nn_real)0.05;
  nn_table *curve = nn_run_table(run, "valleys", "w loss");
  for (int i = -160; i <= 150; i++) {
    nn_real w = (nn_real)i / 100;
    nn_table_row(curve, w, valleys(w));
  }
  nn_table *balls = nn_run_table(run, "balls", "start loss end loss");
  static const nn_real starts[] = {(nn_real)-1.5, (nn_real)-0.4,
                                   (nn_real)0.02, (nn_real)0.25,
                                   (nn_real)1.45};
  for (int i = 0; i < 5; i++) {
    nn_real end = valley_from(starts[i], rate);
    nn_table_row(balls, starts[i], valleys(starts[i]), end, valleys(end));
  }
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  int left = 0, off = 0;
  for (int i = 0; i < STARTS; i++) {
    left += valley_from(nn_rng_between(&rng, -2, 2), rate) < 0;
    off += steps_off_saddle(nn_rng_between(&rng, -1, 1), LIMIT) < LIMIT;
  }
  nn_real deep = valley_from(-2, rate), shallow = valley_from(2, rate);
  nn_run_number(run, "valleys.starts", "%.0f", STARTS);
  nn_run_number(run, "valleys.left", "%.0f", left);
  nn_run_number(run, "valleys.deep", "%.3f", deep);
  nn_run_number(run, "valleys.shallow", "%.3f", shallow);
  nn_run_number(run, "valleys.deep-loss", "%.3f", valleys(deep));
  nn_run_number(run, "valleys.shallow-loss", "%.3f", valleys(shallow));
  nn_run_number(run, "saddle.off", "%.0f", off);
  nn_run_number(run, "saddle.exact", "%.0f", steps_off_saddle(0, LIMIT));
  nn_run_number(run, "saddle.near", "%.0f",
                steps_off_saddle((nn_real)1e-10, LIMIT));
}

/* How far a batch's slopes are from those of all examples, as a part of
 * their length, and how often they point to the same side. */
static void tell_scatter(nn_run *run, problem *p, const nn_real *w,
                         const char *where, nn_rng *rng) {
  enum { TIMES = 2000 };
  nn_real all[WEIGHTS], g[WEIGHTS], mean[WEIGHTS] = {0}, size = 0;
  slopes(p, p->order, EXAMPLES, w, all);
  for (int i = 0; i < WEIGHTS; i++) size += all[i] * all[i];
  for (size_t batch = 1; batch <= 1000; batch *= 10) {
    nn_real apart = 0;
    int downhill = 0;
    for (int t = 0; t < TIMES; t++) {
      size_t rows[1000];
      nn_real along = 0;
      for (size_t k = 0; k < batch; k++)
        rows[k] = nn_rng_below(rng, EXAMPLES);
      slopes(p, rows, batch, w, g);
      for (int i = 0; i < WEIGHTS; i++) {
        apart += (g[i] - all[i]) * (g[i] - all[i]) / (nn_real)TIMES;
        along += g[i] * all[i];
        mean[i] += g[i] / (nn_real)TIMES;
      }
      downhill += along > 0;
    }
    nn_run_say(run, " %-14s%5zu%12.2f%12.0f %%\n", where, batch,
               sqrt((double)(apart / size)),
               100.0 * downhill / (double)TIMES);
    char name[64];
    if (batch == 1) {
      snprintf(name, sizeof name, "disagree.%s", where);
      nn_run_number(run, name, "%.1f", sqrt((double)apart));
      snprintf(name, sizeof name, "gradient.%s", where);
      nn_run_number(run, name, "%.2g", sqrt((double)size));
    }
    snprintf(name, sizeof name, "scatter.%s.%zu", where, batch);
    nn_run_number(run, name, "%.2f", sqrt((double)(apart / size)));
    snprintf(name, sizeof name, "downhill.%s.%zu", where, batch);
    nn_run_number(run, name, "%.0f", 100.0 * downhill / (double)TIMES);
  }
}

static void show_scatter(nn_run *run, problem *p) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_real start[WEIGHTS] = {0}, near[WEIGHTS];
  for (int i = 0; i < WEIGHTS; i++)
    near[i] = p->best[i] + nn_rng_normal(&rng) / 100;
  nn_run_part(run, "scatter");
  nn_run_say(run, " where         batch   distance   points downhill\n");
  tell_scatter(run, p, start, "start", &rng);
  tell_scatter(run, p, near, "bottom", &rng);
}

/* Paths of w under the coin's noise, for three rates. */
static void show_noise(nn_run *run) {
  static const nn_real rates[] = {(nn_real)0.02, (nn_real)0.2, 1};
  nn_table *paths = nn_run_table(run, "noise", "step w");
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  for (int r = 0; r < 3; r++) {
    nn_real w = 3;
    for (int k = 0; k <= 200; k++) {
      nn_table_row(paths, (nn_real)k, w);
      w -= rates[r] * coin_slope(w, 1, &rng);
    }
    nn_table_block(paths);
  }
}

/* The noise ball, measured and by the formula. */
static void show_ball(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *table = nn_run_table(run, "ball", "rate measured formula");
  double worst = 0;
  for (size_t batch = 1; batch <= 16; batch *= 4) {
    for (int i = 1; i <= 9; i++) {
      nn_real rate = (nn_real)i / 5;
      nn_real measured = noise_ball(rate, batch, &rng);
      nn_real formula = noise_ball_formula(rate, (nn_real)batch);
      worst = fmax(worst, fabs((double)(measured / formula) - 1));
      nn_table_row(table, rate, measured, formula);
      if (i != 1 && i != 5) continue;
      char name[64];
      snprintf(name, sizeof name, "ball.%s.%zu", i == 1 ? "small" : "one",
               batch);
      nn_run_number(run, name, "%.3f", measured);
      snprintf(name, sizeof name, "formula.%s.%zu",
               i == 1 ? "small" : "one", batch);
      nn_run_number(run, name, "%.3f", formula);
    }
    nn_table_block(table);
  }
  nn_run_number(run, "ball.worst", "%.1f", 100 * worst);
}

/* The rate after k = 1, 2, 3, ... steps, in four schedules. */
static nn_real rate_of(int schedule, int k) {
  switch (schedule) {
  case 0:
    return (nn_real)0.1;
  case 1:
    return 1 / (nn_real)sqrt((double)k);
  case 2:
    return 1 / (nn_real)k;
  default:
    return (nn_real)0.5 / ((nn_real)k * (nn_real)k);
  }
}

/* The mean of w^2 over many walks from 3, as the rate falls. */
static void show_schedules(nn_run *run) {
  enum { WALKS = 1000, STEPS = 1000 };
  static const char *const names[] = {"constant", "root", "inverse",
                                      "square"};
  nn_table *table = nn_run_table(run, "schedules", "step square");
  for (int schedule = 0; schedule < 4; schedule++) {
    nn_rng rng = nn_rng_seeded(nn_run_seed(run));
    static nn_real square[STEPS + 1];
    memset(square, 0, sizeof square);
    for (int walk = 0; walk < WALKS; walk++) {
      nn_real w = 3;
      for (int k = 1; k <= STEPS; k++) {
        w -= rate_of(schedule, k) * coin_slope(w, 1, &rng);
        square[k] += w * w / (nn_real)WALKS;
      }
    }
    for (int k = 1; k <= STEPS; k += 1 + k / 20)
      nn_table_row(table, (nn_real)k, square[k]);
    nn_table_block(table);
    char name[64];
    snprintf(name, sizeof name, "schedule.%s", names[schedule]);
    nn_run_number(run, name, "%.4f", square[STEPS]);
    if (schedule == 2)
      nn_run_number(run, "schedule.product", "%.2f",
                    (nn_real)STEPS * square[STEPS]);
  }
}

/* An epoch in which all the 1s come before all the -1s. */
static void show_order(nn_run *run) {
  enum { N = 200, EPOCHS = 20 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  size_t order[N];
  for (size_t i = 0; i < N; i++) order[i] = i;
  for (int shuffled = 0; shuffled < 2; shuffled++) {
    nn_real w = 0, square = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      if (shuffled) nn_rng_shuffle(&rng, order, N);
      for (size_t i = 0; i < N; i++)
        w -= (nn_real)0.1 * (w - (order[i] < N / 2 ? 1 : -1));
      square += w * w / (nn_real)EPOCHS;
    }
    nn_run_number(run, shuffled ? "order.shuffled" : "order.sorted", "%.2f",
                  sqrt((double)square));
  }
}

/* ---- one family ------------------------------------------------------*/

/* What is measured of one size of batch. */
typedef struct {
  size_t batch;
  nn_real rate;
  size_t steps;   /* to a hundredth of the excess at the start */
  nn_real floor;  /* mean excess in the long run, as a part of that */
  nn_real rising; /* share of the steps there after which it was more */
  double seconds; /* of one step */
  double asked;   /* examples, for one step */
} member;

enum { SEEDS = 21 };

#define TARGET ((nn_real)0.01)

static int by_size(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

/* The middle one of the numbers of steps that several seeds need. */
static size_t steps_needed(problem *p, size_t batch, nn_real rate,
                           size_t limit) {
  size_t steps[SEEDS], seeds = batch == EXAMPLES ? 1 : SEEDS;
  for (size_t seed = 0; seed < seeds; seed++) {
    descent d = descent_new(p, batch, rate, seed);
    steps[seed] = descent_until(&d, TARGET, limit);
  }
  qsort(steps, seeds, sizeof *steps, by_size);
  return steps[seeds / 2];
}

static void measure_floor(problem *p, member *m) {
  const size_t before = 500;
  const size_t steps = m->batch < 100 ? 200000 / m->batch : 1000;
  descent d = descent_new(p, m->batch, m->rate, 1);
  nn_real start = excess(p, d.w), sum = 0, last = 0;
  size_t rising = 0;
  for (size_t k = 0; k < before; k++) descent_step(&d);
  last = excess(p, d.w);
  for (size_t k = 0; k < steps; k++) {
    descent_step(&d);
    nn_real now = excess(p, d.w);
    rising += now > last;
    sum += now;
    last = now;
  }
  m->floor = sum / (nn_real)steps / start;
  m->rising = (nn_real)rising / (nn_real)steps;
}

/* Tries the rates 3/2, 1, 3/4, 1/2, ..., 1/128 and keeps the one that
 * needs fewest steps, of those whose floor is below the target: others
 * only touch it. */
static member tune(problem *p, size_t batch) {
  member best = {.batch = batch, .steps = SIZE_MAX};
  for (int i = 0; i < 16; i++) {
    nn_real whole = (nn_real)(1 << i / 2);
    member m = {.batch = batch, .rate = (i % 2 ? 1 : (nn_real)1.5) / whole};
    size_t limit = batch < 100 ? 20000 : 200;
    m.steps = steps_needed(p, batch, m.rate, limit);
    if (m.steps == limit || m.steps >= best.steps) continue;
    measure_floor(p, &m);
    if (m.floor < TARGET) best = m;
  }
  return best;
}

/* By the clock: no two runs agree on it. */
static void measure_seconds(problem *p, member *m) {
  descent d = descent_new(p, m->batch, m->rate, 1);
  size_t steps = 2000000 / m->batch;
  size_t asked = p->asked;
  clock_t start = clock();
  for (size_t k = 0; k < steps; k++) descent_step(&d);
  m->seconds = (double)(clock() - start) / CLOCKS_PER_SEC / (double)steps;
  m->asked = (double)(p->asked - asked) / (double)steps;
}

static void name_member(nn_run *run, const char *what, size_t batch,
                        const char *format, double value) {
  char name[64];
  snprintf(name, sizeof name, "%s.%zu", what, batch);
  if (strcmp(format, "%.0f") == 0)
    nn_run_number(run, name, "%.0f", value);
  else if (strcmp(format, "%.1e") == 0)
    nn_run_number(run, name, "%.1e", value);
  else
    nn_run_number(run, name, "%.3g", value);
}

static void name_family(nn_run *run, const member *m) {
  double examples = (double)(m->steps * m->batch);
  double row = sizeof(nn_real) * (WEIGHTS + 1);
  name_member(run, "asked", m->batch, "%.0f", m->asked);
  name_member(run, "rate", m->batch, "%.3g", (double)m->rate);
  name_member(run, "work", m->batch, "%.0f",
              2.0 * (double)WEIGHTS * m->asked);
  name_member(run, "memory", m->batch, "%.0f", row * m->asked);
  name_member(run, "steps", m->batch, "%.0f", (double)m->steps);
  name_member(run, "examples", m->batch, "%.0f", examples);
  name_member(run, "epochs", m->batch, "%.3g", examples / (double)EXAMPLES);
  name_member(run, "floor", m->batch, "%.1e", (double)m->floor);
  name_member(run, "rising", m->batch, "%.0f", 100 * (double)m->rising);
  name_member(run, "clock.step", m->batch, "%.3g", 1e6 * m->seconds);
  name_member(run, "clock.run", m->batch, "%.3g",
              1e3 * m->seconds * (double)m->steps);
}

/* The excess along one run, over epochs and steps, and over seconds. */
static void trace(problem *p, const member *m, nn_table *steps,
                  nn_table *seconds) {
  descent d = descent_new(p, m->batch, m->rate, 1);
  nn_real start = excess(p, d.w);
  size_t next = 0, last = m->batch < 1000 ? 3 * m->steps + 200 : 60;
  for (; d.steps <= last; descent_step(&d)) {
    if (d.steps < next) continue;
    nn_real part = excess(p, d.w) / start;
    nn_table_row(steps, (nn_real)(d.steps * m->batch) / (nn_real)EXAMPLES,
                 (nn_real)d.steps, part);
    nn_table_row(seconds, (nn_real)(m->seconds * (double)d.steps), part);
    next += 1 + next / 20;
  }
  nn_table_block(steps);
  nn_table_block(seconds);
}

static void show_family(nn_run *run, problem *p) {
  static const size_t batches[] = {1, 10, 100, 1000, EXAMPLES};
  nn_table *steps = nn_run_table(run, "family", "epochs steps part");
  nn_table *seconds = nn_run_table(run, "clock-family", "seconds part");
  member one = {0}, all = {0};
  for (int i = 0; i < 5; i++) {
    member m = tune(p, batches[i]);
    measure_seconds(p, &m);
    name_family(run, &m);
    trace(p, &m, steps, seconds);
    if (i == 0) one = m;
    all = m;
  }
  nn_run_number(run, "family.cheaper", "%.0f",
                (double)(all.steps * all.batch) / (double)one.steps);
}

/* The same race for longer: GD, SGD, and SGD with a falling rate. Names
 * the epoch after which GD is ahead, by the mean over each epoch. */
static void show_long(nn_run *run, problem *p) {
  enum { EPOCHS = 100 };
  nn_table *table = nn_run_table(run, "long", "epochs part");
  descent runs[3];
  runs[0] = descent_new(p, EXAMPLES, 1, 1);
  runs[1] = runs[2] = descent_new(p, 1, (nn_real)0.0625, 1);
  runs[2].span = 200;
  nn_real start = excess(p, runs[0].w), mean[3][EPOCHS + 1];
  memset(mean, 0, sizeof mean);
  for (int r = 0; r < 3; r++) {
    size_t per_epoch = EXAMPLES / runs[r].batch, next = 0;
    for (; runs[r].steps <= EPOCHS * per_epoch; descent_step(&runs[r])) {
      size_t step = runs[r].steps;
      nn_real part = excess(p, runs[r].w) / start;
      mean[r][step / per_epoch] += part / (nn_real)per_epoch;
      if (step < next) continue;
      next += 1 + next / 20;
      nn_table_row(table, (nn_real)step / (nn_real)per_epoch, part);
    }
    nn_table_block(table);
  }
  int ahead[3] = {0};
  for (int r = 1; r < 3; r++)
    for (int e = 1; e < EPOCHS; e++)
      if (mean[0][e] > mean[r][e]) ahead[r] = e + 1;
  nn_run_number(run, "long.overtakes-constant", "%.0f", ahead[1]);
  nn_run_number(run, "long.overtakes-falling", "%.0f", ahead[2]);
  nn_run_number(run, "long.epochs", "%.0f", EPOCHS);
}

static void show_problem(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  problem p = problem_new(&rng);
  nn_real zero[WEIGHTS] = {0};
  nn_run_number(run, "problem.examples", "%.0f", EXAMPLES);
  nn_run_number(run, "problem.weights", "%.0f", WEIGHTS);
  nn_run_number(run, "problem.least", "%.3f", p.least);
  nn_run_number(run, "problem.start", "%.3f", mean_loss(&p, zero));
  show_scatter(run, &p);
  show_family(run, &p);
  show_long(run, &p);
  problem_free(&p);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "how far to step, and after how many examples", 1951);
  show_bowl(run);
  show_flips(run);
  show_paths(run);
  show_factors(run);
  show_line(run);
  show_valleys(run);
  show_noise(run);
  show_ball(run);
  show_schedules(run);
  show_order(run);
  nn_run_say(run, "\n");
  show_problem(run);
  return nn_run_end(run);
}
