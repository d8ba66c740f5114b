/* Chapter 5, measured: the numbers, tables and graphs of the book. */
#define main descent_main
#include "descent.c"
#undef main
#include "digits.c"
#include "trainer.c"

#include <nn/recorded.h>
#include <nn/run.h>

#include <assert.h>
#include <stdlib.h>
#include <time.h>

/* ---- a bowl ----------------------------------------------------------*/

/* By what factor the distance shrinks with each step, once only the
 * slower direction is left. */
static nn_real measured_factor(bowl b, nn_real learning_rate) {
  nn_real w[2] = {1, 1}, before = 1;
  for (int k = 0; k < 200; k++) {
    before = length(w);
    descend(b, learning_rate, w);
  }
  return length(w) / before;
}

static void measure_bowl(nn_run *run) {
  const bowl b = {{1, 100}}, round = {{100, 100}};
  const nn_real mu = b.curvature[0], most = b.curvature[1];
  const nn_real best = 2 / (mu + most);
  nn_run_number(run, "bowl.limit", "%.2f", 2 / most);
  nn_run_number(run, "bowl.best-rate", "%.4f", best);
  nn_run_number(run, "bowl.factor", "%.6f", (most - mu) / (most + mu));
  nn_run_number(run, "bowl.measured", "%.6f", measured_factor(b, best));
  nn_run_number(run, "bowl.predicted-steps", "%.0f",
                ceil(log(1e-6) / log((double)((most - mu) / (most + mu)))));
  nn_run_number(run, "bowl.steps", "%.0f", steps_to_minimum(b, best));
  nn_run_number(run, "bowl.careful-steps", "%.0f",
                steps_to_minimum(b, 1 / most));
  nn_run_number(run, "bowl.timid-steps", "%.0f",
                steps_to_minimum(b, (nn_real)0.001));
  nn_run_number(run, "bowl.round-steps", "%.0f",
                steps_to_minimum(round, (nn_real)0.01));
}

/* Paths over the bowl of curvatures 1 and 10. */
static void draw_paths(nn_run *run) {
  static const struct {
    double rate;
    const char *name;
  } paths[] = {{0.03, "path.small"},
               {0.1, "path.smooth"},
               {2.0 / 11, "path.best"},
               {0.204, "path.large"}};
  nn_table *table = nn_run_table(run, "paths", "w1 w2 rate");
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
    nn_real w[2] = {-9, (nn_real)2.5}, rate = (nn_real)paths[i].rate;
    nn_run_number(run, paths[i].name, "%.3f", rate);
    for (int k = 0; k <= 20; k++) {
      nn_table_row(table, w[0], w[1], rate);
      descend((bowl){{1, 10}}, rate, w);
    }
    nn_table_block(table);
  }
}

/* The factor of each direction by the learning rate. */
static void draw_factors(nn_run *run) {
  nn_table *table = nn_run_table(run, "factors", "rate gentle steep");
  for (int i = 0; i <= 240; i++) {
    nn_real rate = (nn_real)i / 1000;
    nn_table_row(table, rate, (nn_real)fabs(1 - (double)rate),
                 (nn_real)fabs(1 - 10 * (double)rate));
  }
}

static void measure_factors(nn_run *run) {
  nn_table *dots = nn_run_table(run, "measured", "rate factor");
  double worst = 0;
  for (int i = 1; i <= 23; i++) {
    nn_real rate = (nn_real)i / 100;
    nn_real factor = measured_factor((bowl){{1, 10}}, rate);
    double formula =
        fmax(fabs(1 - (double)rate), fabs(1 - 10 * (double)rate));
    worst = fmax(worst, fabs((double)factor - formula));
    nn_table_row(dots, rate, factor);
  }
  nn_run_number(run, "factors.worst", "%.0e", worst);
}

/* ---- a line ----------------------------------------------------------*/

/* Steps at the best rate until the gradient is shorter than 1e-6. */
static int line_steps(const nn_dataset *data) {
  nn_real curvature[2], w[2] = {0, 0}, g[2];
  line_curvatures(data, curvature);
  int steps = 0;
  for (; steps < 100000; steps++) {
    line_loss(data, w, g);
    if (length(g) < (nn_real)1e-6) break;
    for (int i = 0; i < 2; i++)
      w[i] -= 2 / (curvature[0] + curvature[1]) * g[i];
  }
  return steps;
}

/* Points whose inputs are between 0 and 10, then standardised. */
static void measure_line(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = draw_points(&rng);
  nn_real c[2];
  line_curvatures(&data, c);
  nn_run_number(run, "line.points", "%.0f", POINTS);
  nn_run_number(run, "line.gentle", "%.3f", c[0]);
  nn_run_number(run, "line.steep", "%.2f", c[1]);
  nn_run_number(run, "line.kappa", "%.0f", c[1] / c[0]);
  nn_run_number(run, "line.predicted", "%.4f", 2 / c[1]);
  nn_run_number(run, "line.limit", "%.4f", line_limit(&data));
  nn_run_number(run, "line.ratio", "%.4f", line_limit(&data) / (2 / c[1]));
  nn_run_number(run, "line.steps", "%.0f", line_steps(&data));
  nn_dataset_standardise(&data, &data);
  line_curvatures(&data, c);
  nn_run_number(run, "line.kappa-after", "%.0f", c[1] / c[0]);
  nn_run_number(run, "line.steps-after", "%.0f", line_steps(&data));
  nn_dataset_free(&data);
}

/* ---- two valleys, a saddle -------------------------------------------*/

enum { STARTS = 1000 };

/* Two valleys, the left one deeper. */
static nn_real valleys(nn_real w) {
  return w * w * w * w / 4 - w * w / 2 + w / 10;
}

static nn_real valleys_slope(nn_real w) {
  return w * w * w - w + (nn_real)0.1;
}

static nn_real valley_from(nn_real w) {
  for (int k = 0; k < 5000; k++) w -= (nn_real)0.05 * valleys_slope(w);
  return w;
}

static void draw_valleys(nn_run *run) {
  static const double starts[] = {-1.5, -0.4, 0.02, 0.25, 1.45};
  nn_table *table = nn_run_table(run, "valleys", "w loss");
  for (int i = -160; i <= 150; i++) {
    nn_real w = (nn_real)i / 100;
    nn_table_row(table, w, valleys(w));
  }
  nn_table *balls = nn_run_table(run, "balls", "start loss end loss");
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
    nn_real start = (nn_real)starts[i], end = valley_from(start);
    nn_table_row(balls, start, valleys(start), end, valleys(end));
  }
}

enum { LINGER_MAX = 100000 };

/* C = (u^2 - w^2)/2 + w^4/4 has minima at w = -1 and 1, and a saddle
 * between them. The steps until |w| > 1/2, at most LINGER_MAX. */
static int steps_off_saddle(nn_real w) {
  const nn_real rate = (nn_real)0.1;
  nn_real u = 1;
  int steps = 0;
  for (; steps < LINGER_MAX && w * w <= (nn_real)0.25; steps++) {
    u -= rate * u;
    w -= rate * (w * w * w - w);
  }
  return steps;
}

static void measure_valleys(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  int left = 0, off = 0;
  for (int i = 0; i < STARTS; i++) {
    left += valley_from(nn_rng_between(&rng, -2, 2)) < 0;
    off += steps_off_saddle(nn_rng_between(&rng, (nn_real)-0.5,
                                           (nn_real)0.5)) < LINGER_MAX;
  }
  nn_real deep = valley_from(-2), shallow = valley_from(2);
  nn_run_number(run, "valleys.starts", "%.0f", STARTS);
  nn_run_number(run, "valleys.left", "%.0f", left);
  nn_run_number(run, "valleys.deep", "%.3f", deep);
  nn_run_number(run, "valleys.shallow", "%.3f", shallow);
  nn_run_number(run, "valleys.deep-loss", "%.3f", valleys(deep));
  nn_run_number(run, "valleys.shallow-loss", "%.3f", valleys(shallow));
  nn_run_number(run, "saddle.off", "%.0f", off);
  nn_run_number(run, "saddle.near", "%.0f",
                steps_off_saddle((nn_real)1e-10));
}

/* ---- the coin --------------------------------------------------------*/

static void draw_noise(nn_run *run) {
  static const double rates[] = {0.02, 0.2, 1};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *paths = nn_run_table(run, "noise", "step w");
  for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
    nn_real w = 3;
    for (int k = 0; k <= 200; k++) {
      nn_table_row(paths, (nn_real)k, w);
      w -= (nn_real)rates[r] * coin_gradient(w, 1, &rng);
    }
    nn_table_block(paths);
  }
}

enum { BATCHES = 3, RATES = 9 };

/* The noise balls of batches of 1, 4 and 16 at the rates i/5, and how far
 * the worst is from the formula. */
typedef struct {
  nn_real measured[BATCHES][RATES + 1];
  double worst;
} noise_balls;

static noise_balls draw_noise_balls(nn_run *run, nn_rng rng) {
  nn_table *table = nn_run_table(run, "ball", "rate measured formula");
  noise_balls balls = {.worst = 0};
  for (size_t b = 0, batch = 1; b < BATCHES; b++, batch *= 4) {
    for (int i = 1; i <= RATES; i++) {
      nn_real rate = (nn_real)i / 5;
      nn_real ball = noise_ball(rate, batch, &rng);
      nn_real formula = noise_ball_formula(rate, batch);
      nn_table_row(table, rate, ball, formula);
      balls.measured[b][i] = ball;
      balls.worst = fmax(balls.worst, fabs((double)(ball / formula) - 1));
    }
    nn_table_block(table);
  }
  return balls;
}

static void measure_noise_balls(nn_run *run) {
  noise_balls balls =
      draw_noise_balls(run, nn_rng_seeded(nn_run_seed(run)));
  nn_run_number(run, "ball.small.1", "%.3f", balls.measured[0][1]);
  nn_run_number(run, "formula.small.1", "%.3f",
                noise_ball_formula((nn_real)0.2, 1));
  nn_run_number(run, "ball.one.1", "%.3f", balls.measured[0][5]);
  nn_run_number(run, "ball.small.16", "%.3f", balls.measured[2][1]);
  nn_run_number(run, "ball.worst", "%.1f", 100 * balls.worst);
}

enum { WALKS = 1000, WALK_STEPS = 1000 };

enum { CONSTANT, ROOT, INVERSE, SQUARE, SCHEDULES };

/* The learning rate of step k = 1, 2, 3, ... */
static nn_real scheduled_rate(int schedule, int k) {
  switch (schedule) {
  case CONSTANT:
    return (nn_real)0.1;
  case ROOT:
    return 1 / (nn_real)sqrt((double)k);
  case INVERSE:
    return 1 / (nn_real)k;
  default:
    return (nn_real)0.5 / ((nn_real)k * (nn_real)k);
  }
}

/* The mean of w^2 over many walks from 3, after 1, 2, 3, ... steps. */
static void walk(int schedule, nn_rng rng, nn_real square[WALK_STEPS + 1]) {
  for (int k = 0; k <= WALK_STEPS; k++) square[k] = 0;
  for (int i = 0; i < WALKS; i++) {
    nn_real w = 3;
    for (int k = 1; k <= WALK_STEPS; k++) {
      w -= scheduled_rate(schedule, k) * coin_gradient(w, 1, &rng);
      square[k] += w * w / (nn_real)WALKS;
    }
  }
}

static void measure_schedules(nn_run *run) {
  nn_real square[SCHEDULES][WALK_STEPS + 1];
  nn_table *table = nn_run_table(run, "schedules", "step square");
  for (int s = 0; s < SCHEDULES; s++) {
    walk(s, nn_rng_seeded(nn_run_seed(run)), square[s]);
    for (int k = 1; k <= WALK_STEPS; k += 1 + k / 20)
      nn_table_row(table, (nn_real)k, square[s][k]);
    nn_table_block(table);
  }
  nn_run_number(run, "schedule.product", "%.2f",
                (nn_real)WALK_STEPS * square[INVERSE][WALK_STEPS]);
}

/* With a constant rate, the mean of w^2 at the end of many walks, and that
 * of the mean of all places on the way. */
static void measure_average(nn_run *run) {
  enum { TIMES = 1000, STEPS = 2000 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_real last = 0, average = 0;
  for (int i = 0; i < TIMES; i++) {
    nn_real w = 0, sum = 0;
    for (int k = 0; k < STEPS; k++) {
      w -= (nn_real)0.2 * coin_gradient(w, 1, &rng);
      sum += w;
    }
    last += w * w / TIMES;
    average += sum / STEPS * (sum / STEPS) / TIMES;
  }
  nn_run_number(run, "average.last", "%.2f", last);
  nn_run_number(run, "average.mean", "%.4f", average);
}

/* The distance from the minimum at the ends of epochs of 100 heads and
 * 100 tails: the root of the mean square. */
static double epoch_end(bool shuffled, nn_rng rng) {
  enum { COINS = 200, EPOCHS = 20 };
  size_t order[COINS];
  nn_real w = 0, square = 0;
  for (size_t i = 0; i < COINS; i++) order[i] = i;
  for (int epoch = 0; epoch < EPOCHS; epoch++) {
    if (shuffled) nn_rng_shuffle(&rng, order, COINS);
    for (size_t i = 0; i < COINS; i++)
      w -= (nn_real)0.1 * (w - (order[i] < COINS / 2 ? 1 : -1));
    square += w * w / (nn_real)EPOCHS;
  }
  return sqrt((double)square);
}

static void compare_orders(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_run_number(run, "order.sorted", "%.2f", epoch_end(false, rng));
  nn_run_number(run, "order.shuffled", "%.2f", epoch_end(true, rng));
}

/* ---- the data set ----------------------------------------------------*/

static void measure_problem(nn_run *run, const problem *p) {
  nn_real zero[WEIGHTS] = {0};
  nn_run_number(run, "problem.examples", "%.0f", EXAMPLES);
  nn_run_number(run, "problem.weights", "%.0f", WEIGHTS);
  nn_run_number(run, "problem.least", "%.3f",
                mean_loss(&p->data, p->minimum));
  nn_run_number(run, "problem.start", "%.3f", mean_loss(&p->data, zero));
}

/* Of the gradients of random batches: the mean squared distance from the
 * full one, its squared length, and how many per cent point downhill. */
typedef struct {
  nn_real distance2, length2, downhill;
} scatter;

enum { DRAWS = 2000, LARGEST = 1000, SIZES = 4 /* 1, 10, 100, LARGEST */ };

static scatter measure_scatter(const problem *p, const nn_real *w,
                               size_t batch, nn_rng *rng) {
  nn_real full[WEIGHTS], g[WEIGHTS];
  size_t examples[LARGEST];
  gradient(&p->data, p->order, EXAMPLES, w, full);
  scatter s = {.length2 = dot(full, full)};
  for (int t = 0; t < DRAWS; t++) {
    for (size_t k = 0; k < batch; k++)
      examples[k] = nn_rng_below(rng, EXAMPLES);
    gradient(&p->data, examples, batch, w, g);
    for (int i = 0; i < WEIGHTS; i++)
      s.distance2 += (g[i] - full[i]) * (g[i] - full[i]) / (nn_real)DRAWS;
    s.downhill += dot(g, full) > 0;
  }
  s.downhill = 100 * s.downhill / (nn_real)DRAWS;
  return s;
}

/* At the start, where all weights are 0, and near the bottom. */
static void measure_places(const problem *p, nn_rng *rng,
                           scatter found[2][SIZES]) {
  nn_real w[2][WEIGHTS] = {{0}};
  for (int i = 0; i < WEIGHTS; i++)
    w[1][i] = p->minimum[i] + nn_rng_normal(rng) / 100;
  for (int place = 0; place < 2; place++)
    for (size_t s = 0, batch = 1; s < SIZES; s++, batch *= 10)
      found[place][s] = measure_scatter(p, w[place], batch, rng);
}

static void compare_gradients(const problem *p) {
  nn_rng rng = nn_rng_seeded(SEED);
  scatter found[2][SIZES];
  measure_places(p, &rng, found);
  printf("\n\nGradients of batches\n\n"
         " where         batch   distance   points downhill\n");
  for (int place = 0; place < 2; place++)
    for (size_t s = 0, batch = 1; s < SIZES; s++, batch *= 10) {
      scatter f = found[place][s];
      printf(" %-14s%5zu%12.2f%12.0f %%\n", place ? "bottom" : "start",
             batch, sqrt((double)(f.distance2 / f.length2)),
             (double)f.downhill);
    }
}

static void measure_scatters(nn_run *run, const problem *p) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  scatter found[2][SIZES];
  measure_places(p, &rng, found);
  scatter start = found[0][0], bottom = found[1][0]; /* single examples */
  nn_run_number(run, "disagree.start", "%.1f",
                sqrt((double)start.distance2));
  nn_run_number(run, "disagree.bottom", "%.1f",
                sqrt((double)bottom.distance2));
  nn_run_number(run, "gradient.start", "%.2g", sqrt((double)start.length2));
  nn_run_number(run, "gradient.bottom", "%.2g",
                sqrt((double)bottom.length2));
  nn_run_number(run, "scatter.start.1", "%.2f",
                sqrt((double)(start.distance2 / start.length2)));
  nn_run_number(run, "downhill.start.1", "%.0f", start.downhill);
  nn_run_number(run, "downhill.bottom.1", "%.0f", bottom.downhill);
}

/* ---- the excess ------------------------------------------------------*/

/* The loss of a linear neuron is a bowl, so its Hessian tells how far it
 * is above the minimum: to more digits than the difference of two losses
 * would, and without reading an example. */
typedef struct {
  problem p;
  nn_real hessian[WEIGHTS][WEIGHTS];
} quadratic;

static void draw_quadratic(quadratic *q, nn_rng *rng) {
  draw_problem(&q->p, rng);
  for (size_t n = 0; n < EXAMPLES; n++) {
    const nn_real *x = nn_dataset_input(&q->p.data, n);
    for (int i = 0; i < WEIGHTS; i++)
      for (int j = 0; j < WEIGHTS; j++)
        q->hessian[i][j] += x[i] * x[j] / (nn_real)EXAMPLES;
  }
}

/* 1/2 (w - minimum)' H (w - minimum) */
static nn_real excess(const quadratic *q, const nn_real *w) {
  const nn_real *m = q->p.minimum;
  nn_real sum = 0;
  for (int i = 0; i < WEIGHTS; i++)
    for (int j = 0; j < WEIGHTS; j++)
      sum += (w[i] - m[i]) * q->hessian[i][j] * (w[j] - m[j]);
  return sum / 2;
}

/* ---- one family ------------------------------------------------------*/

enum { SEEDS = 21, FAMILY = 5 };

/* The goal, as a fraction of the excess at the start. */
#define GOAL ((nn_real)0.01)

/* A size of batch and what was measured of it. */
typedef struct {
  size_t batch;
  nn_real learning_rate;
  size_t steps; /* to the goal */
  nn_real
      floor; /* mean excess in the long run, a fraction of the start's */
  nn_real rising; /* per cent of the steps there that raised the loss */
} member;

/* The steps of one run to the goal; the limit, if it is not reached. */
static size_t steps_to_goal(quadratic *q, descent d, size_t limit) {
  nn_real start = excess(q, d.w);
  while (d.steps < limit) {
    nn_real now = excess(q, d.w);
    if (now <= GOAL * start) break;
    if (!(now < 1000 * start)) return limit; /* it diverges */
    descent_step(&d);
  }
  return d.steps;
}

static int by_size(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

/* The median over the seeds. Without shuffling one run is enough. */
static size_t median_steps(quadratic *q, const member *m, size_t limit) {
  size_t steps[SEEDS], seeds = m->batch == EXAMPLES ? 1 : SEEDS;
  for (size_t seed = 0; seed < seeds; seed++) {
    descent d = descent_new(&q->p, m->batch, m->learning_rate, seed);
    steps[seed] = steps_to_goal(q, d, limit);
  }
  qsort(steps, seeds, sizeof *steps, by_size);
  return steps[seeds / 2];
}

static void measure_floor(quadratic *q, member *m) {
  const size_t before = 500;
  const size_t steps = m->batch < 100 ? 200000 / m->batch : 1000;
  descent d = descent_new(&q->p, m->batch, m->learning_rate, 1);
  nn_real start = excess(q, d.w), sum = 0;
  size_t rising = 0;
  while (d.steps < before) descent_step(&d);
  nn_real last = excess(q, d.w);
  while (d.steps < before + steps) {
    descent_step(&d);
    nn_real now = excess(q, d.w);
    rising += now > last;
    sum += now;
    last = now;
  }
  m->floor = sum / (nn_real)steps / start;
  m->rising = 100 * ((nn_real)rising / (nn_real)steps);
}

/* Tries the rates 3/2, 1, 3/4, 1/2, ..., 1/128 and keeps the one that
 * needs fewest steps, of those whose floor is below the goal: others only
 * touch it. */
static member tune(quadratic *q, size_t batch) {
  const size_t limit = batch < 100 ? 20000 : 200;
  member best = {.batch = batch, .steps = SIZE_MAX};
  for (int i = 0; i < 16; i++) {
    nn_real whole = (nn_real)(1 << i / 2);
    member m = {.batch = batch,
                .learning_rate = (i % 2 ? 1 : (nn_real)1.5) / whole};
    m.steps = median_steps(q, &m, limit);
    if (m.steps == limit || m.steps >= best.steps) continue;
    measure_floor(q, &m);
    if (m.floor < GOAL) best = m;
  }
  return best;
}

static const member *of_batch(const member *family, size_t batch) {
  while (family->batch != batch) family++;
  return family;
}

static void name_step_costs(nn_run *run) {
  static const struct {
    size_t batch;
    const char *examples, *multiplications, *bytes;
  } names[] = {{1, "asked.1", "work.1", "memory.1"},
               {10, "asked.10", "work.10", "memory.10"},
               {100, "asked.100", "work.100", "memory.100"},
               {EXAMPLES, "asked.20000", "work.20000", "memory.20000"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t batch = names[i].batch;
    nn_run_number(run, names[i].examples, "%.0f", batch);
    nn_run_number(run, names[i].multiplications, "%.0f",
                  2 * WEIGHTS * batch);
    nn_run_number(run, names[i].bytes, "%.0f",
                  sizeof(nn_real) * (WEIGHTS + 1) * batch);
  }
}

static void name_runs(nn_run *run, const member *family) {
  static const struct {
    size_t batch;
    const char *rate, *ball, *steps, *examples, *epochs;
  } names[] = {
      {1, "rate.1", "tuned-ball.1", "steps.1", "examples.1", "epochs.1"},
      {10, "rate.10", "tuned-ball.10", "steps.10", "examples.10",
       "epochs.10"},
      {100, "rate.100", "tuned-ball.100", "steps.100", "examples.100",
       "epochs.100"},
      {EXAMPLES, "rate.20000", "tuned-ball.20000", "steps.20000",
       "examples.20000", "epochs.20000"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const member *m = of_batch(family, names[i].batch);
    size_t examples = m->steps * m->batch;
    nn_run_number(run, names[i].rate, "%.3g", m->learning_rate);
    nn_run_number(run, names[i].ball, "%.2g",
                  noise_ball_formula(m->learning_rate, m->batch));
    nn_run_number(run, names[i].steps, "%.0f", m->steps);
    nn_run_number(run, names[i].examples, "%.0f", examples);
    nn_run_number(run, names[i].epochs, "%.3g",
                  (double)examples / (double)EXAMPLES);
  }
}

static void compare_costs(nn_run *run, const member *family) {
  const member *one = of_batch(family, 1),
               *all = of_batch(family, EXAMPLES);
  nn_run_number(run, "family.cheaper", "%.0f",
                (double)(all->steps * all->batch) / (double)one->steps);
}

static void name_floors(nn_run *run, const member *family) {
  static const struct {
    size_t batch;
    const char *floor, *rising;
  } names[] = {{1, "floor.1", "rising.1"},
               {10, "floor.10", "rising.10"},
               {100, "floor.100", "rising.100"},
               {EXAMPLES, "floor.20000", "rising.20000"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const member *m = of_batch(family, names[i].batch);
    nn_run_number(run, names[i].floor, "%.1e", m->floor);
    nn_run_number(run, names[i].rising, "%.0f", m->rising);
  }
}

enum { CURVE_MAX = 200 }; /* 60,200 steps give 175 points */

/* The excess along one run, a fraction of that at the start. */
typedef struct {
  size_t count, steps[CURVE_MAX];
  nn_real excess[CURVE_MAX];
} curve;

/* After each of the first steps, then ever more seldom. */
static curve follow(quadratic *q, const member *m) {
  const size_t last = m->batch < 1000 ? 3 * m->steps + 200 : 60;
  descent d = descent_new(&q->p, m->batch, m->learning_rate, 1);
  nn_real start = excess(q, d.w);
  curve c = {0};
  for (size_t next = 0; next <= last; c.count++) {
    assert(c.count < CURVE_MAX);
    while (d.steps < next) descent_step(&d);
    c.steps[c.count] = d.steps;
    c.excess[c.count] = excess(q, d.w) / start;
    next += 1 + next / 20;
  }
  return c;
}

/* Where a curve is on its way: 0 before it first reaches the goal, 1 there,
 * 2 behind. */
static nn_real stage_at(const curve *c, size_t k) {
  for (size_t i = 0; i < k; i++)
    if (c->excess[i] <= GOAL) return 2;
  return c->excess[k] <= GOAL;
}

static void draw_family(nn_run *run, const member *family,
                        const curve *curves) {
  nn_table *table = nn_run_table(run, "family", "epochs steps part stage");
  for (int i = 0; i < FAMILY; i++) {
    for (size_t k = 0; k < curves[i].count; k++) {
      size_t steps = curves[i].steps[k];
      nn_table_row(
          table, (nn_real)(steps * family[i].batch) / (nn_real)EXAMPLES,
          (nn_real)steps, curves[i].excess[k], stage_at(&curves[i], k));
    }
    nn_table_block(table);
  }
}

/* ---- one family, by the clock ----------------------------------------*/

static double seconds_per_step(problem *p, const member *m) {
  descent d = descent_new(p, m->batch, m->learning_rate, 1);
  const size_t steps = 2000000 / m->batch;
  clock_t start = clock();
  while (d.steps < steps) descent_step(&d);
  return (double)(clock() - start) / CLOCKS_PER_SEC / (double)steps;
}

/* A run to the goal, timed from its first step: the mean of many. */
static double seconds_per_run(problem *p, const member *m) {
  const size_t runs = m->batch < EXAMPLES ? 1000 : 20;
  clock_t sum = 0;
  for (size_t r = 0; r < runs; r++) {
    descent d = descent_new(p, m->batch, m->learning_rate, r);
    clock_t start = clock();
    while (d.steps < m->steps) descent_step(&d);
    sum += clock() - start;
  }
  return (double)sum / CLOCKS_PER_SEC / (double)runs;
}

static void name_times(nn_run *run, const member *family,
                       const nn_real *times) {
  static const struct {
    size_t batch;
    const char *step, *run;
  } names[] = {{1, "clock.step.1", "clock.run.1"},
               {10, "clock.step.10", "clock.run.10"},
               {100, "clock.step.100", "clock.run.100"},
               {EXAMPLES, "clock.step.20000", "clock.run.20000"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const member *m = of_batch(family, names[i].batch);
    const nn_real *row = times + 3 * (m - family);
    nn_run_number(run, names[i].step, "%.3g", 1e6 * (double)row[1]);
    nn_run_number(run, names[i].run, "%.3g", 1e3 * (double)row[2]);
  }
}

static void draw_times(nn_run *run, const curve *curves,
                       const nn_real *times) {
  nn_table *table =
      nn_run_table(run, "family-seconds", "seconds part stage");
  for (int i = 0; i < FAMILY; i++) {
    for (size_t k = 0; k < curves[i].count; k++)
      nn_table_row(table, times[3 * i + 1] * (nn_real)curves[i].steps[k],
                   curves[i].excess[k], stage_at(&curves[i], k));
    nn_table_block(table);
  }
}

/* What the rows of the recorded times are of. The least of five times is
 * the one that other programs have disturbed least. */
typedef struct {
  problem *p;
  const member *family;
} timed;

static void time_member(size_t row, void *context, nn_real *values) {
  const timed *t = context;
  values[0] = (nn_real)t->family[row].batch;
  values[1] = values[2] = INFINITY;
  for (int i = 0; i < 5; i++) {
    nn_real step = (nn_real)seconds_per_step(t->p, &t->family[row]);
    nn_real run = (nn_real)seconds_per_run(t->p, &t->family[row]);
    if (step < values[1]) values[1] = step;
    if (run < values[2]) values[2] = run;
  }
}

/* The times are recorded: no two runs of a clock agree. */
static void measure_times(nn_run *run, problem *p, const member *family,
                          const curve *curves) {
  timed t = {.p = p, .family = family};
  const nn_real *times = nn_run_recorded(
      run, &(nn_recorded){.name = "family-times",
                          .columns = "batch clock-step clock-run",
                          .rows = FAMILY,
                          .repeated = 1,
                          .compute = time_member,
                          .context = &t});
  name_times(run, family, times);
  draw_times(run, curves, times);
}

static void measure_family(nn_run *run, quadratic *q) {
  static const size_t batches[FAMILY] = {1, 10, 100, 1000, EXAMPLES};
  member family[FAMILY];
  curve curves[FAMILY];
  for (int i = 0; i < FAMILY; i++) {
    family[i] = tune(q, batches[i]);
    curves[i] = follow(q, &family[i]);
  }
  name_step_costs(run);
  name_runs(run, family);
  compare_costs(run, family);
  name_floors(run, family);
  draw_family(run, family, curves);
  measure_times(run, &q->p, family, curves);
}

/* ---- epochs ----------------------------------------------------------*/

/* Twelve examples, as they are and in the orders of two epochs. */
static void draw_epochs(nn_run *run) {
  enum { SHOWN = 12, DATA_AND_EPOCHS = 3 };
  size_t order[SHOWN];
  nn_rng rng = nn_rng_seeded(SEED);
  nn_table *table = nn_run_table(run, "epochs", "row place example");
  for (size_t i = 0; i < SHOWN; i++) order[i] = i + 1;
  for (size_t row = 0; row < DATA_AND_EPOCHS; row++) {
    for (size_t i = 0; row > 0 && i < SHOWN; i++) {
      size_t k = i + nn_rng_below(&rng, SHOWN - i), drawn = order[k];
      order[k] = order[i];
      order[i] = drawn;
    }
    for (size_t i = 0; i < SHOWN; i++)
      nn_table_row(table, (nn_real)row, (nn_real)i, (nn_real)order[i]);
  }
}

/* ---- a network in the plane ------------------------------------------*/

/* The edge of the plane that is drawn, and its rows. */
#define REACH ((nn_real)2.3)
enum { ROWS = 72 };

/* In a row of the plane, the stretches where the network answers for this
 * class, as its rows of a table. */
static void draw_stretches(nn_table *table, trainer *t, nn_real x2,
                           bool class) {
  const nn_real step = 2 * REACH / ROWS;
  nn_real from = -REACH, last = 0;
  bool inside = false;
  for (int i = 0; i <= ROWS; i++) {
    nn_real x1 = (nn_real)i * step - REACH;
    nn_real sure = trainer_answer(t, x1, x2) - (nn_real)0.5;
    nn_real edge = i ? x1 - step * sure / (sure - last) : x1;
    bool now = (sure > 0) == class;
    if (now && !inside) from = edge;
    if (inside && !now) nn_table_row(table, from, edge, x2);
    inside = now;
    last = sure;
  }
  if (inside) nn_table_row(table, from, REACH, x2);
}

static void draw_plane(nn_table *table, trainer *t) {
  for (int class = 0; class < 2; class ++) {
    for (int k = 0; k < ROWS; k++)
      draw_stretches(table, t,
                     ((nn_real)k + (nn_real)0.5) * 2 * REACH / ROWS - REACH,
                     class);
    nn_table_block(table);
  }
}

/* The line on which each hidden neuron has the sum 0. */
static void draw_neurons(nn_table *table, const trainer *t) {
  const nn_layer *layer = &t->net.layer[0];
  const nn_real *w = t->params + layer->weights;
  for (size_t j = 0; j < layer->outputs; j++)
    nn_table_row(table, w[j], w[layer->outputs + j],
                 t->params[layer->biases + j]);
  nn_table_block(table);
}

static void draw_plane_points(nn_run *run, const trainer *t) {
  nn_table *table = nn_run_table(run, "trainer-points", "x1 x2 class");
  for (size_t n = 0; n < t->data.count; n++) {
    const nn_real *x = nn_dataset_input(&t->data, n);
    nn_table_row(table, x[0], x[1], t->data.t[n]);
  }
}

/* The run with which the live figure opens. */
static void train_network(nn_run *run) {
  static const struct {
    size_t epochs;
    const char *loss, *right;
  } shown[] = {{1, "trainer.loss.1", "trainer.right.1"},
               {20, "trainer.loss.20", "trainer.right.20"},
               {400, "trainer.loss.400", "trainer.right.400"}};
  trainer t = trainer_new(MOONS, TRAINER_HIDDEN, TRAINER_BATCH,
                          TRAINER_RATE, nn_run_seed(run));
  nn_table *planes = nn_run_table(run, "trainer-plane", "from to x2");
  nn_table *neurons = nn_run_table(run, "trainer-neurons", "w1 w2 b");
  nn_table *losses = nn_run_table(run, "trainer-loss", "epoch loss");
  draw_plane_points(run, &t);
  nn_run_number(run, "trainer.loss.0", "%.3f", trainer_evaluate(&t).loss);
  for (size_t i = 0, epoch = 0; i < sizeof shown / sizeof *shown; i++) {
    for (; epoch < shown[i].epochs; epoch++) {
      nn_table_row(losses, (nn_real)epoch, trainer_evaluate(&t).loss);
      trainer_epoch(&t);
    }
    nn_evaluation found = trainer_evaluate(&t);
    nn_run_number(run, shown[i].loss, "%.3f", found.loss);
    nn_run_number(run, shown[i].right, "%.0f",
                  found.accuracy * PLANE_POINTS);
    draw_plane(planes, &t);
    draw_neurons(neurons, &t);
  }
  nn_table_row(losses, 400, trainer_evaluate(&t).loss);
  nn_run_number(run, "trainer.points", "%.0f", PLANE_POINTS);
  nn_run_number(run, "trainer.hidden", "%.0f", TRAINER_HIDDEN);
  nn_run_number(run, "trainer.rate", "%.1f", TRAINER_RATE);
  nn_run_number(run, "trainer.batch", "%.0f", TRAINER_BATCH);
  trainer_free(&t);
}

/* ---- the long race ---------------------------------------------------*/

enum { EPOCHS = 100 };

/* Follows a run for all epochs; its rate falls as 1 / (1 + step / span),
 * unless the span is 0. mean[e]: the mean excess of epoch e, a fraction
 * of that at the start. */
static void run_long(quadratic *q, descent *d, size_t span, nn_table *table,
                     nn_real mean[EPOCHS + 1]) {
  const size_t per_epoch = EXAMPLES / d->batch;
  const nn_real start = excess(q, d->w), first_rate = d->learning_rate;
  for (size_t next = 0; d->steps <= EPOCHS * per_epoch; descent_step(d)) {
    nn_real part = excess(q, d->w) / start;
    mean[d->steps / per_epoch] += part / (nn_real)per_epoch;
    if (span > 0)
      d->learning_rate =
          first_rate / (1 + (nn_real)d->steps / (nn_real)span);
    if (d->steps < next) continue;
    nn_table_row(table, (nn_real)d->steps / (nn_real)per_epoch, part);
    next += 1 + next / 20;
  }
  nn_table_block(table);
}

/* The number of epochs after which the first is ahead for good. */
static int overtakes(const nn_real *mean, const nn_real *other) {
  int epochs = EPOCHS;
  while (epochs > 1 && mean[epochs - 1] <= other[epochs - 1]) epochs--;
  return epochs;
}

/* GD, SGD, and SGD with a falling rate. */
static void race_long(nn_run *run, quadratic *q) {
  nn_table *table = nn_run_table(run, "long", "epochs part");
  nn_real mean[3][EPOCHS + 1] = {{0}};
  descent gd = descent_new(&q->p, EXAMPLES, (nn_real)1.5, 1);
  descent sgd = descent_new(&q->p, 1, (nn_real)0.0625, 1), falling = sgd;
  run_long(q, &gd, 0, table, mean[0]);
  run_long(q, &sgd, 0, table, mean[1]);
  run_long(q, &falling, 200, table, mean[2]);
  nn_run_number(run, "long.overtakes-constant", "%.0f",
                overtakes(mean[0], mean[1]));
  nn_run_number(run, "long.overtakes-falling", "%.0f",
                overtakes(mean[0], mean[2]));
  nn_run_number(run, "long.epochs", "%.0f", EPOCHS);
}

/* Epochs with all points in one batch, at a moderate and at a large rate:
 * how often the loss rises, and where it ends; means over many starts. */
typedef struct {
  double rises, loss;
} edge;

static edge train_in_one_batch(nn_real rate) {
  enum { TIMES = 20, STEPS = 400 };
  edge mean = {0, 0};
  for (uint64_t seed = 0; seed < TIMES; seed++) {
    trainer t =
        trainer_new(MOONS, TRAINER_HIDDEN, PLANE_POINTS, rate, seed);
    nn_real before = trainer_evaluate(&t).loss;
    for (int k = 0; k < STEPS; k++) {
      trainer_epoch(&t);
      nn_real now = trainer_evaluate(&t).loss;
      mean.rises += (now > before) / (double)TIMES;
      before = now;
    }
    mean.loss += (double)before / TIMES;
    trainer_free(&t);
  }
  return mean;
}

static void measure_edge(nn_run *run) {
  edge moderate = train_in_one_batch(3), large = train_in_one_batch(10);
  nn_run_number(run, "edge.moderate-rises", "%.0f", moderate.rises);
  nn_run_number(run, "edge.moderate-loss", "%.4f", moderate.loss);
  nn_run_number(run, "edge.large-rises", "%.0f", large.rises);
  nn_run_number(run, "edge.large-loss", "%.4f", large.loss);
}

int main(int argc, char **argv) {
  static quadratic q; /* too large for the stack */
  nn_run *run = nn_run_begin(
      argc, argv, "how far to step, and after how many examples", SEED);
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  measure_bowl(run);
  draw_paths(run);
  draw_factors(run);
  measure_factors(run);
  measure_line(run);
  draw_valleys(run);
  measure_valleys(run);
  draw_noise(run);
  measure_noise_balls(run);
  measure_schedules(run);
  measure_average(run);
  compare_orders(run);
  draw_quadratic(&q, &rng);
  measure_problem(run, &q.p);
  compare_gradients(&q.p);
  measure_scatters(run, &q.p);
  draw_epochs(run);
  measure_family(run, &q);
  race_long(run, &q);
  train_network(run);
  measure_edge(run);
  measure_digits(run);
  nn_dataset_free(&q.p.data);
  return nn_run_end(run);
}
