/* RMSprop: a step for each weight, by the size of its own gradients. */
#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- one weight ------------------------------------------------------*/

/* A weight and the running mean of its gradient's square. */
typedef struct {
  nn_real w, s;
} weight;

static nn_real root(nn_real x) {
  return (nn_real)sqrt((double)x);
}

/* RMSprop: divide the gradient by the root of the running mean square. */
static void rms_step(weight *p, nn_real g, nn_real rate, nn_real rho,
                     nn_real epsilon) {
  p->s = rho * p->s + (1 - rho) * g * g;
  p->w -= rate * g / (root(p->s) + epsilon);
}

/* Only the sign of the gradient counts. */
static void sign_step(weight *p, nn_real g, nn_real rate) {
  if (g > 0) p->w -= rate;
  if (g < 0) p->w += rate;
}

/* ---- a bowl, turned --------------------------------------------------*/

/* C = 1/2 (u[0]^2 + kappa u[1]^2), where u are the coordinates of w in
 * axes turned by an angle with this cosine and sine. */
typedef struct {
  nn_real kappa, c, s;
} bowl;

static const nn_real HALF_ROOT = (nn_real)0.70710678118654752; /* 45 deg */

static void turn(const bowl *b, const nn_real w[2], nn_real u[2]) {
  u[0] = b->c * w[0] + b->s * w[1];
  u[1] = -b->s * w[0] + b->c * w[1];
}

static void turn_back(const bowl *b, const nn_real u[2], nn_real w[2]) {
  w[0] = b->c * u[0] - b->s * u[1];
  w[1] = b->s * u[0] + b->c * u[1];
}

static nn_real bowl_loss(const bowl *b, const nn_real w[2], nn_real g[2]) {
  nn_real u[2];
  turn(b, w, u);
  turn_back(b, (nn_real[2]){u[0], b->kappa * u[1]}, g);
  return (u[0] * u[0] + b->kappa * u[1] * u[1]) / 2;
}

/* Steps of an optimiser from u until the loss is below the target and
 * stays there for `stay` steps; at most the limit. */
static int bowl_steps(const bowl *b, nn_optimizer_options options,
                      const nn_real u[2], nn_real target, int stay,
                      int limit) {
  nn_optimizer optimizer = nn_optimizer_new(options, 2);
  nn_real w[2], g[2];
  turn_back(b, u, w);
  int arrived = 0; /* the first step of those below the target */
  for (int k = 0; arrived < limit && k <= arrived + stay; k++) {
    nn_real value = bowl_loss(b, w, g);
    if (!(value < target)) arrived = k + 1;
    if (!(value < (nn_real)1e9)) arrived = limit; /* it diverges */
    nn_optimizer_step(&optimizer, w, g);
  }
  nn_optimizer_free(&optimizer);
  return arrived;
}

/* ---- a network -------------------------------------------------------*/

/* Two moons, to be told apart by 2-16-1 neurons. */
typedef struct {
  nn_net net;
  nn_dataset data;
  nn_real *w, *g;
  nn_pass batch, all;
} task;

enum { BATCH = 20 };

static task task_new(nn_rng *rng) {
  task t = {.net = nn_net_new(2),
            .data = nn_dataset_moons(rng, 200, (nn_real)0.15)};
  nn_net_add(&t.net, 16, NN_TANH);
  nn_net_add(&t.net, 1, NN_IDENTITY);
  t.w = nn_net_vector(&t.net);
  t.g = nn_net_vector(&t.net);
  t.batch = nn_pass_new(&t.net, BATCH);
  t.all = nn_pass_new(&t.net, t.data.count);
  return t;
}

static void task_free(task *t) {
  nn_pass_free(&t->all);
  nn_pass_free(&t->batch);
  nn_vector_free(t->g);
  nn_vector_free(t->w);
  nn_dataset_free(&t->data);
  nn_net_free(&t->net);
}

/* One step with BATCH examples, drawn at random. */
static void task_step(task *t, nn_optimizer *optimizer, nn_rng *rng) {
  nn_real x[BATCH * 2], target[BATCH];
  for (size_t i = 0; i < BATCH; i++) {
    size_t k = nn_rng_below(rng, t->data.count);
    memcpy(x + 2 * i, nn_dataset_input(&t->data, k), 2 * sizeof *x);
    target[i] = t->data.t[k];
  }
  nn_net_forward(&t->net, t->w, x, BATCH, &t->batch);
  nn_net_loss(&t->net, &t->batch, NN_BINARY_CROSS_ENTROPY, target);
  nn_net_backward(&t->net, t->w, &t->batch, t->g);
  nn_optimizer_step(optimizer, t->w, t->g);
}

/* Steps until the loss of all examples is below the target and stays
 * there; it is looked at after every tenth step. At most the limit. */
static int task_steps(task *t, nn_optimizer_options options, uint64_t seed,
                      nn_real target, int stay, int limit) {
  nn_rng rng = nn_rng_seeded(seed);
  nn_optimizer optimizer = nn_optimizer_new(options, t->net.params);
  nn_net_init(&t->net, t->w, NN_XAVIER, 1, &rng);
  int arrived = 0;
  for (int k = 0; arrived < limit && k <= arrived + stay; k += 10) {
    nn_evaluation now = nn_evaluate(&t->net, t->w, &t->data,
                                    NN_BINARY_CROSS_ENTROPY, &t->all);
    if (!(now.loss < target)) arrived = k + 10;
    for (int i = 0; i < 10; i++) task_step(t, &optimizer, &rng);
  }
  nn_optimizer_free(&optimizer);
  return arrived;
}

/* ---- the experiments -------------------------------------------------*/

/* Nine gradients of 0.1 and one of -0.9, again and again. */
static nn_real nine_and_one(int k) {
  return k % 10 == 9 ? (nn_real)-0.9 : (nn_real)0.1;
}

typedef enum { BY_GRADIENT, BY_SIGN, BY_ROOT_MEAN_SQUARE } rule;

static void step_by(rule by, weight *p, nn_real g, nn_real rho) {
  switch (by) {
  case BY_GRADIENT:
    p->w -= g;
    break;
  case BY_SIGN:
    sign_step(p, g, 1);
    break;
  case BY_ROOT_MEAN_SQUARE:
    rms_step(p, g, 1, rho, 0);
    break;
  }
}

/* How far ten steps lead in the long run, with the rate 1. */
static nn_real drift(rule by, nn_real rho) {
  weight p = {0, 0};
  nn_real before = 0;
  for (int k = 0; k < 100000; k++) {
    if (k == 99990) before = p.w;
    step_by(by, &p, nine_and_one(k), rho);
  }
  return p.w - before;
}

/* The running mean square after so many steps: after 2000 the large
 * gradient has just been seen, after 1999 it comes next. */
static nn_real usual_size(nn_real rho, int steps) {
  weight p = {0, 0};
  for (int k = 0; k < steps; k++) rms_step(&p, nine_and_one(k), 1, rho, 0);
  return p.s;
}

static void show_nine(nn_run *run) {
  static const struct {
    const char *name;
    rule by;
    double rho;
  } kinds[] = {{"gradient", BY_GRADIENT, 0},
               {"sign", BY_SIGN, 0},
               {"rms9", BY_ROOT_MEAN_SQUARE, 0.9},
               {"rms99", BY_ROOT_MEAN_SQUARE, 0.99}};
  nn_table *table = nn_run_table(run, "nine", "step w");
  for (int i = 0; i < 4; i++) {
    weight p = {0, 0};
    nn_real rho = (nn_real)kinds[i].rho;
    for (int k = 0; k < 2000; k++) /* until s repeats */
      step_by(kinds[i].by, &p, nine_and_one(k), rho);
    for (nn_real start = p.w; p.w == start;) { /* rows of 30 steps */
      for (int k = 0; k <= 30; k++) {
        nn_table_row(table, (nn_real)k, p.w - start);
        step_by(kinds[i].by, &p, nine_and_one(k), rho);
      }
    }
    nn_table_block(table);
    char name[32];
    if (kinds[i].by == BY_ROOT_MEAN_SQUARE) {
      snprintf(name, sizeof name, "usual.%s-before", kinds[i].name);
      nn_run_number(run, name, "%.2f", root(usual_size(rho, 1999)));
      snprintf(name, sizeof name, "usual.%s-after", kinds[i].name);
      nn_run_number(run, name, "%.2f", root(usual_size(rho, 2000)));
    }
    snprintf(name, sizeof name, "drift.%s", kinds[i].name);
    nn_run_number(run, name, "%.3f", drift(kinds[i].by, rho));
  }
}

/* The first steps under a gradient that is always the same, in units of
 * the rate: RMSprop, AdaGrad, and Adam with and without its correction. */
static void show_first_steps(nn_run *run) {
  const nn_real rho = (nn_real)0.9, rho2 = (nn_real)0.999;
  const nn_real beta = (nn_real)0.9;
  nn_table *table =
      nn_run_table(run, "first", "step rmsprop adagrad adam uncorrected");
  nn_real s = 0, sum = 0, m = 0, s2 = 0, beta_k = 1, rho_k = 1;
  for (int k = 1; k <= 3000; k++) {
    s = rho * s + (1 - rho);
    sum += 1;
    m = beta * m + (1 - beta);
    s2 = rho2 * s2 + (1 - rho2);
    beta_k *= beta;
    rho_k *= rho2;
    nn_real corrected = m / (1 - beta_k) / root(s2 / (1 - rho_k));
    nn_real plain = m / root(s2);
    if (k <= 40 || k % 20 == 0)
      nn_table_row(table, (nn_real)k, 1 / root(s), 1 / root(sum), corrected,
                   plain);
    if (k == 1) {
      nn_run_number(run, "first.rmsprop", "%.3f", 1 / root(s));
      nn_run_number(run, "first.adam", "%.3f", corrected);
      nn_run_number(run, "first.uncorrected", "%.3f", plain);
    }
    if (k == 10)
      nn_run_number(run, "first.tenth-uncorrected", "%.1f", plain);
    if (k == 1000)
      nn_run_number(run, "first.adagrad", "%.3f", 1 / root(sum));
  }
}

/* The first step for gradients of very different sizes. */
static void show_sizes(nn_run *run) {
  double least = 100, most = 0;
  for (int power = -5; power <= 5; power++) {
    weight p = {0, 0};
    rms_step(&p, (nn_real)pow(10, power), 1, (nn_real)0.9, (nn_real)1e-8);
    least = fmin(least, (double)-p.w);
    most = fmax(most, (double)-p.w);
  }
  nn_run_number(run, "sizes.least", "%.3f", least);
  nn_run_number(run, "sizes.most", "%.3f", most);
}

/* The step under a constant gradient of this size, as a part of the rate,
 * with epsilon outside and inside the root. */
static void show_epsilon(nn_run *run) {
  const nn_real epsilon = (nn_real)1e-8;
  nn_table *table = nn_run_table(run, "epsilon", "gradient outside inside");
  double half_outside = 0, half_inside = 0;
  for (int i = -1200; i <= 0; i++) {
    nn_real g = (nn_real)pow(10, i / 100.0);
    nn_real outside = g / (g + epsilon);
    nn_real inside = g / root(g * g + epsilon);
    if (i % 10 == 0) nn_table_row(table, g, outside, inside);
    if (outside < (nn_real)0.5) half_outside = (double)g;
    if (inside < (nn_real)0.5) half_inside = (double)g;
  }
  nn_run_number(run, "epsilon.outside", "%.0e", half_outside);
  nn_run_number(run, "epsilon.inside", "%.0e", half_inside);
}

/* The fewest steps of gradient descent, over 200 rates up to the limit. */
static int tuned_descent(const bowl *b, const nn_real u[2],
                         nn_real target) {
  int fewest = 100000;
  for (int i = 1; i <= 200; i++) {
    nn_real rate = 2 / b->kappa * (nn_real)i / 200;
    int steps =
        bowl_steps(b, nn_gradient_descent(rate), u, target, 0, fewest);
    if (steps < fewest) fewest = steps;
  }
  return fewest;
}

/* RMSprop and gradient descent, with the rate that suits it best, on a
 * bowl that lies along the axes and on the same turned by 45 degrees. */
static void show_rotation(nn_run *run) {
  const bowl lying[2] = {{1000, 1, 0}, {1000, HALF_ROOT, HALF_ROOT}};
  const nn_real corner[2] = {1, 1}, target = (nn_real)0.1;
  static const char *const names[] = {"straight", "turned"};
  for (int i = 0; i < 2; i++) {
    char name[32];
    snprintf(name, sizeof name, "rotated.%s", names[i]);
    nn_run_number(run, name, "%.0f",
                  bowl_steps(&lying[i],
                             nn_rmsprop((nn_real)0.01, (nn_real)0.9),
                             corner, target, 0, 100000));
    snprintf(name, sizeof name, "rotated.gd-%s", names[i]);
    nn_run_number(run, name, "%.0f",
                  tuned_descent(&lying[i], corner, target));
  }
  nn_table *table = nn_run_table(run, "rotated", "w1 w2");
  for (int i = 0; i < 2; i++) {
    bowl b = lying[i];
    b.kappa = 100;
    weight p[2] = {{0, 0}, {0, 0}};
    nn_real w[2], g[2];
    turn_back(&b, (nn_real[2]){-8, 2}, w);
    nn_table_row(table, w[0], w[1]);
    for (int k = 0; k < 120; k++) {
      bowl_loss(&b, w, g);
      for (int j = 0; j < 2; j++) {
        p[j].w = w[j];
        rms_step(&p[j], g[j], (nn_real)0.1, (nn_real)0.9, (nn_real)1e-8);
        w[j] = p[j].w;
      }
      nn_table_row(table, w[0], w[1]);
    }
    nn_table_block(table);
    nn_run_number(run, i ? "rotated.left-turned" : "rotated.left-straight",
                  "%.2f", root(w[0] * w[0] + w[1] * w[1]));
  }
}

/* Where RMSprop ends on a parabola with a constant rate, for curvatures of
 * very different sizes. */
static void show_limit_cycle(nn_run *run) {
  const nn_real rate = (nn_real)0.01;
  double least = 100, most = 0;
  for (int power = -2; power <= 2; power++) {
    nn_real curvature = (nn_real)pow(10, power);
    weight p = {1, 0};
    for (int k = 0; k < 20000; k++)
      rms_step(&p, curvature * p.w, rate, (nn_real)0.9, (nn_real)1e-8);
    double end = fabs((double)(p.w / rate));
    least = fmin(least, end);
    most = fmax(most, end);
  }
  nn_run_number(run, "cycle.least", "%.3f", least);
  nn_run_number(run, "cycle.most", "%.3f", most);
  nn_table *table = nn_run_table(run, "cycle", "step distance");
  weight p = {1, 0};
  double nearest = 1;
  for (int k = 0; k <= 400; k++) {
    nn_table_row(table, (nn_real)k, (nn_real)fabs((double)p.w));
    nearest = fmin(nearest, fabs((double)p.w));
    rms_step(&p, p.w, (nn_real)0.1, (nn_real)0.9, (nn_real)1e-8);
  }
  nn_run_number(run, "cycle.nearest", "%.0e", nearest);
}

/* Ten sigmoid layers of 30, and the step that each layer's weights get
 * (the root of the mean square): of the first, as a part of the last. */
static void show_layers(nn_run *run) {
  enum { DEPTH = 10, WIDTH = 30, EXAMPLES = 100, STEPS = 20 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_net net = nn_net_new(WIDTH);
  for (int l = 0; l < DEPTH; l++) nn_net_add(&net, WIDTH, NN_SIGMOID);
  nn_net_add(&net, 1, NN_IDENTITY);
  nn_dataset data = nn_dataset_new(EXAMPLES, WIDTH, 1);
  for (size_t i = 0; i < EXAMPLES * WIDTH; i++)
    data.x[i] = nn_rng_normal(&rng);
  for (size_t i = 0; i < EXAMPLES; i++) data.t[i] = nn_rng_normal(&rng);
  nn_real *w = nn_net_vector(&net), *g = nn_net_vector(&net);
  nn_pass pass = nn_pass_new(&net, EXAMPLES);
  nn_net_init(&net, w, NN_XAVIER, 1, &rng);
  nn_net_forward(&net, w, data.x, EXAMPLES, &pass);
  nn_net_loss(&net, &pass, NN_QUADRATIC, data.t);
  nn_net_backward(&net, w, &pass, g);

  double slope[2] = {0}, step[2] = {0};
  for (int last = 0; last < 2; last++) {
    const nn_layer *layer = &net.layer[last ? DEPTH - 1 : 0];
    for (size_t i = 0; i < WIDTH * WIDTH; i++) {
      weight p = {0, 0};
      nn_real before = 0, at = g[layer->weights + i];
      for (int k = 0; k < STEPS; k++) {
        before = p.w;
        rms_step(&p, at, 1, (nn_real)0.9, (nn_real)1e-8);
      }
      slope[last] += (double)(at * at);
      step[last] += (double)((p.w - before) * (p.w - before));
    }
  }
  nn_run_number(run, "layers.slopes", "%.0e", sqrt(slope[0] / slope[1]));
  nn_run_number(run, "layers.steps", "%.2f", sqrt(step[0] / step[1]));
  nn_pass_free(&pass);
  nn_vector_free(g);
  nn_vector_free(w);
  nn_dataset_free(&data);
  nn_net_free(&net);
}

/* ---- the race --------------------------------------------------------*/

enum { PROBLEMS = 3, RUNNERS = 6, RATES = 16, SEEDS = 5 };

static const char *const problems[PROBLEMS] = {"straight", "turned",
                                               "moons"};

static const char *const runners[RUNNERS] = {
    "gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"};

static const char *const runner_names[RUNNERS] = {
    "gradient descent", "momentum 0.9", "Nesterov 0.9",
    "AdaGrad",          "RMSprop 0.9",  "Adam"};

static nn_optimizer_options runner(int which, nn_real rate) {
  switch (which) {
  case 0:
    return nn_gradient_descent(rate);
  case 1:
    return nn_momentum(rate, (nn_real)0.9);
  case 2:
    return nn_nesterov(rate, (nn_real)0.9);
  case 3:
    return nn_adagrad(rate);
  case 4:
    return nn_rmsprop(rate, (nn_real)0.9);
  default:
    return nn_adam(rate);
  }
}

/* The rates that are tried: 10^-4 to 10, three for each power of ten. */
static nn_real rate_tried(int i) {
  static const nn_real mantissa[] = {1, (nn_real)2.15, (nn_real)4.64};
  return (nn_real)pow(10, i / 3 - 4) * mantissa[i % 3];
}

static const int limits[PROBLEMS] = {5000, 5000, 1000};

/* For how many steps a runner has to stay below the target. */
static const int stays[PROBLEMS] = {1000, 1000, 50};

static int by_size(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

/* Steps to the target on one problem, the middle of SEEDS starts. */
static int race_steps(int problem, nn_optimizer_options options, task *t) {
  const bowl straight = {100, 1, 0}, turned = {100, HALF_ROOT, HALF_ROOT};
  int steps[SEEDS];
  for (int seed = 0; seed < SEEDS; seed++) {
    nn_rng rng = nn_rng_seeded((uint64_t)seed);
    nn_real u[2];
    for (int i = 0; i < 2; i++) u[i] = nn_rng_between(&rng, -2, 2);
    if (problem < 2)
      steps[seed] =
          bowl_steps(problem ? &turned : &straight, options, u,
                     (nn_real)0.001, stays[problem], limits[problem]);
    else
      steps[seed] = task_steps(t, options, (uint64_t)seed, (nn_real)0.1,
                               stays[problem], limits[problem]);
  }
  qsort(steps, SEEDS, sizeof *steps, by_size);
  return steps[SEEDS / 2];
}

typedef struct {
  int steps;
  nn_real rate;
} result;

/* The rate with which a runner needs fewest steps. Keeps all that were
 * tried in the table, so that one can see how much the rate matters. */
static result tune(int problem, int who, task *t, nn_table *tried) {
  result best = {limits[problem], 0};
  for (int i = 0; i < RATES; i++) {
    nn_real rate = rate_tried(i);
    int steps = race_steps(problem, runner(who, rate), t);
    if (steps < limits[problem]) nn_table_row(tried, rate, (nn_real)steps);
    if (steps < best.steps) best = (result){steps, rate};
  }
  nn_table_block(tried);
  return best;
}

static void show_race(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  task t = task_new(&rng);
  result best[RUNNERS][PROBLEMS];
  char name[64];
  for (int p = 0; p < PROBLEMS; p++) {
    snprintf(name, sizeof name, "race-%s", problems[p]);
    nn_table *tried = nn_run_table(run, name, "rate steps");
    for (int r = 0; r < RUNNERS; r++) best[r][p] = tune(p, r, &t, tried);
  }
  nn_run_part(run, "race");
  nn_run_say(run,
             "                    straight bowl    turned bowl      two"
             " moons\n"
             "                    steps   rate    steps   rate    "
             "steps   rate\n");
  for (int r = 0; r < RUNNERS; r++) {
    nn_run_say(run, " %-17s", runner_names[r]);
    for (int p = 0; p < PROBLEMS; p++) {
      nn_run_say(run, "%7d%8.3g ", best[r][p].steps,
                 (double)best[r][p].rate);
      snprintf(name, sizeof name, "race.%s.%s", problems[p], runners[r]);
      nn_run_number(run, name, "%.0f", best[r][p].steps);
      snprintf(name, sizeof name, "rate.%s.%s", problems[p], runners[r]);
      nn_run_number(run, name, "%.3g", best[r][p].rate);
    }
    nn_run_say(run, "\n");
  }
  nn_run_number(run, "moons.examples", "%.0f", (double)t.data.count);
  nn_run_number(run, "moons.params", "%.0f", (double)t.net.params);
  int unmoved = 0; /* gradient descent and both balls, once turned */
  for (int r = 0; r < 3; r++) {
    int apart = abs(best[r][0].steps - best[r][1].steps);
    if (apart > unmoved) unmoved = apart;
  }
  nn_run_number(run, "race.unmoved", "%.0f", unmoved);
  nn_run_number(run, "race.starts", "%.0f", SEEDS);
  task_free(&t);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "a step for each weight, by the size of its gradients",
      2012);
  show_nine(run);
  show_sizes(run);
  show_first_steps(run);
  show_epsilon(run);
  show_rotation(run);
  show_limit_cycle(run);
  show_layers(run);
  show_race(run);
  return nn_run_end(run);
}
