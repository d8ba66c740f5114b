/* Chapter 7, measured: the numbers, tables and graphs of the book. */
#define main rmsprop_main
#include "rmsprop.c"
#undef main
#include "digits.c"

#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/run.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <string.h>

/* ---- nine against one ------------------------------------------------*/

/* The usual size after so many steps: after 2000 the large gradient has
 * just been seen, after 1999 it comes next. */
static nn_real usual_size(nn_real rho, int steps) {
  weight p = {0, 0};
  for (int k = 0; k < steps; k++) rms_step(&p, nine_and_one(k), 1, rho, 0);
  return root(p.s);
}

/* The drift of a cycle if the one gradient is -1, so that the sum of the
 * ten, -0.1, says that the weight has to rise. */
static nn_real drift_against_the_sum(nn_real rho) {
  weight p = {0, 0};
  nn_real before = 0;
  for (int k = 0; k < 100000; k++) {
    if (k == 99990) before = p.w;
    rms_step(&p, k % 10 == 9 ? -1 : (nn_real)0.1, 1, rho, 0);
  }
  return p.w - before;
}

static void measure_nine(nn_run *run) {
  const nn_real rho9 = (nn_real)0.9, rho99 = (nn_real)0.99;
  nn_run_number(run, "usual.rms9-before", "%.2f", usual_size(rho9, 1999));
  nn_run_number(run, "usual.rms9-after", "%.2f", usual_size(rho9, 2000));
  nn_run_number(run, "usual.rms99-before", "%.2f", usual_size(rho99, 1999));
  nn_run_number(run, "usual.rms99-after", "%.2f", usual_size(rho99, 2000));
  nn_run_number(run, "drift.gradient", "%.3f", drift(BY_GRADIENT, 0));
  nn_run_number(run, "drift.sign", "%.3f", drift(BY_SIGN, 0));
  nn_run_number(run, "uphill.rms9", "%.2f", drift_against_the_sum(rho9));
  nn_run_number(run, "uphill.rms99", "%.2f", drift_against_the_sum(rho99));
  nn_run_number(run, "drift.rms9", "%.3f",
                drift(BY_ROOT_MEAN_SQUARE, rho9));
  nn_run_number(run, "drift.rms99", "%.3f",
                drift(BY_ROOT_MEAN_SQUARE, rho99));
}

/* Three cycles of a weight, from where s repeats. */
static void draw_cycles(nn_table *table, rule by) {
  const nn_real rho = (nn_real)0.9;
  weight p = {0, 0};
  for (int k = 0; k < 2000; k++) step_by(by, &p, nine_and_one(k), rho);
  nn_real start = p.w;
  for (int k = 0; k <= 30; k++) {
    nn_table_row(table, (nn_real)k, p.w - start);
    step_by(by, &p, nine_and_one(k), rho);
  }
  nn_table_block(table);
}

static void draw_nine(nn_run *run) {
  nn_table *table = nn_run_table(run, "nine", "step w");
  draw_cycles(table, BY_GRADIENT);
  draw_cycles(table, BY_SIGN);
  draw_cycles(table, BY_ROOT_MEAN_SQUARE);
}

/* ---- first steps -----------------------------------------------------*/

/* The first step for gradients of very different sizes. */
static void measure_sizes(nn_run *run) {
  double least = 100, most = 0;
  for (int power = -5; power <= 5; power++) {
    double first = (double)step_length((nn_real)pow(10, power), 1);
    least = fmin(least, first);
    most = fmax(most, first);
  }
  nn_run_number(run, "sizes.least", "%.3f", least);
  nn_run_number(run, "sizes.most", "%.3f", most);
}

/* The length of a step, in units of the rate. */
typedef struct {
  nn_real rmsprop, adagrad, adam, uncorrected;
} lengths;

/* The k-th step under a gradient that is always 1. */
static lengths step_lengths(int k) {
  const nn_real beta = (nn_real)0.9, rho = (nn_real)0.9;
  const nn_real adam_rho = (nn_real)0.999;
  nn_real s = 0, sum = 0, m = 0, adam_s = 0, beta_k = 1, rho_k = 1;
  for (; k > 0; k--) {
    s = rho * s + (1 - rho);
    sum += 1;
    m = beta * m + (1 - beta);
    adam_s = adam_rho * adam_s + (1 - adam_rho);
    beta_k *= beta;
    rho_k *= adam_rho;
  }
  nn_real corrected = m / (1 - beta_k) / root(adam_s / (1 - rho_k));
  return (lengths){1 / root(s), 1 / root(sum), corrected, m / root(adam_s)};
}

static void measure_first_steps(nn_run *run) {
  nn_table *table =
      nn_run_table(run, "first", "step rmsprop adagrad adam uncorrected");
  for (int k = 1; k <= 3000; k += k < 40 ? 1 : 20) {
    lengths step = step_lengths(k);
    nn_table_row(table, (nn_real)k, step.rmsprop, step.adagrad, step.adam,
                 step.uncorrected);
  }
  lengths first = step_lengths(1);
  nn_run_number(run, "first.rmsprop", "%.3f", first.rmsprop);
  nn_run_number(run, "first.adam", "%.3f", first.adam);
  nn_run_number(run, "first.uncorrected", "%.3f", first.uncorrected);
  nn_run_number(run, "first.tenth-uncorrected", "%.1f",
                step_lengths(10).uncorrected);
  nn_run_number(run, "first.adagrad", "%.3f", step_lengths(1000).adagrad);
}

/* The step under a constant gradient of this size, as a part of the rate,
 * with epsilon outside and inside the root. */
static void measure_epsilon(nn_run *run) {
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

/* ---- the turned bowl -------------------------------------------------*/

/* The fewest steps of gradient descent from (1, 1), over 200 rates up to
 * the limit. */
static int tuned_descent(bowl b) {
  int fewest = 100000;
  for (int i = 1; i <= 200; i++) {
    nn_real rate = 2 / b.kappa * (nn_real)i / 200;
    int steps =
        bowl_steps(&b, nn_gradient_descent(rate), (nn_real[2]){1, 1},
                   (target){(nn_real)0.1, 1000, fewest});
    if (steps < fewest) fewest = steps;
  }
  return fewest;
}

/* RMSprop's path over a bowl; returns the distance that is left. */
static nn_real draw_path(nn_table *table, bowl b) {
  weight p[2] = {{0, 0}, {0, 0}};
  nn_real w[2], g[2];
  turn_back(&b, (nn_real[2]){-8, 2}, w);
  nn_table_row(table, w[0], w[1]);
  for (int k = 0; k < 120; k++) {
    bowl_loss(&b, w, g);
    for (int i = 0; i < 2; i++) {
      p[i].w = w[i];
      rms_step(&p[i], g[i], (nn_real)0.1, (nn_real)0.9, (nn_real)1e-8);
      w[i] = p[i].w;
    }
    nn_table_row(table, w[0], w[1]);
  }
  nn_table_block(table);
  return root(w[0] * w[0] + w[1] * w[1]);
}

/* The mean of eta / root of s over both weights, while RMSprop with
 * eta = 0.01 makes its way along the valley of a bowl. */
static double effective_rate(bowl b) {
  enum { FROM = 200, TO = 500 };
  const nn_real rate = (nn_real)0.01;
  weight p[2] = {{0, 0}, {0, 0}};
  nn_real w[2], g[2];
  double sum = 0;
  turn_back(&b, (nn_real[2]){1, 1}, w);
  for (int k = 0; k < TO; k++) {
    bowl_loss(&b, w, g);
    for (int i = 0; i < 2; i++) {
      p[i].w = w[i];
      rms_step(&p[i], g[i], rate, (nn_real)0.9, (nn_real)1e-8);
      w[i] = p[i].w;
      if (k >= FROM) sum += (double)(rate / root(p[i].s));
    }
  }
  return sum / (2 * (TO - FROM));
}

/* A bowl that lies along the weights, and the same turned by 45 degrees. */
static void measure_rotation(nn_run *run) {
  const bowl straight = {1000, 1, 0}, turned = {1000, HALF_ROOT, HALF_ROOT};
  nn_run_number(run, "rotated.straight", "%.0f", tuned_rmsprop(straight));
  nn_run_number(run, "rotated.turned", "%.0f", tuned_rmsprop(turned));
  nn_run_number(run, "rotated.effective", "%.4f", effective_rate(turned));
  nn_run_number(run, "rotated.gd-straight", "%.0f",
                tuned_descent(straight));
  nn_table *table = nn_run_table(run, "rotated", "w1 w2");
  nn_run_number(run, "rotated.left-straight", "%.2f",
                draw_path(table, (bowl){100, 1, 0}));
  nn_run_number(run, "rotated.left-turned", "%.2f",
                draw_path(table, (bowl){100, HALF_ROOT, HALF_ROOT}));
}

/* ---- no rest ---------------------------------------------------------*/

/* Where RMSprop ends with a constant rate, for curvatures of very different
 * sizes. */
static void measure_end(nn_run *run) {
  const nn_real rate = (nn_real)0.01;
  double least = 100, most = 0;
  for (int power = -2; power <= 2; power++) {
    nn_real curvature = (nn_real)pow(10, power);
    double end = (double)(distance_after(20000, curvature, rate) / rate);
    least = fmin(least, end);
    most = fmax(most, end);
  }
  nn_run_number(run, "cycle.least", "%.3f", least);
  nn_run_number(run, "cycle.most", "%.3f", most);
}

static void draw_end(nn_run *run) {
  nn_table *table = nn_run_table(run, "cycle", "step distance");
  double nearest = 1;
  for (int k = 0; k <= 400; k++) {
    nn_real distance = distance_after(k, 1, (nn_real)0.1);
    nn_table_row(table, (nn_real)k, distance);
    nearest = fmin(nearest, (double)distance);
  }
  nn_run_number(run, "cycle.nearest", "%.0e", nearest);
}

/* ---- ten layers ------------------------------------------------------*/

enum { DEPTH = 10, WIDTH = 30, EXAMPLES = 100 };

static nn_net deep_net(void) {
  nn_net net = nn_net_new(WIDTH);
  for (int l = 0; l < DEPTH; l++) nn_net_add(&net, WIDTH, NN_SIGMOID);
  nn_net_add(&net, 1, NN_IDENTITY);
  return net;
}

static nn_dataset random_examples(nn_rng *rng) {
  nn_dataset data = nn_dataset_new(EXAMPLES, WIDTH, 1);
  for (size_t i = 0; i < EXAMPLES * WIDTH; i++)
    data.x[i] = nn_rng_normal(rng);
  for (size_t i = 0; i < EXAMPLES; i++) data.t[i] = nn_rng_normal(rng);
  return data;
}

/* The gradient for random examples and weights. */
static void random_gradient(const nn_net *net, nn_real *g, nn_rng *rng) {
  nn_dataset data = random_examples(rng);
  nn_real *w = nn_net_vector(net);
  nn_pass pass = nn_pass_new(net, EXAMPLES);
  nn_net_init(net, w, NN_XAVIER, 1, rng);
  nn_net_forward(net, w, data.x, EXAMPLES, &pass);
  nn_net_loss(net, &pass, NN_QUADRATIC, data.t);
  nn_net_backward(net, w, &pass, g);
  nn_pass_free(&pass);
  nn_vector_free(w);
  nn_dataset_free(&data);
}

/* The squares of a layer's gradients, of its twentieth steps under them,
 * and of those with epsilon inside the root, summed up. */
typedef struct {
  double gradients, steps, inside;
} squares;

static squares squares_of(const nn_layer *layer, const nn_real *g) {
  squares sum = {0, 0, 0};
  for (size_t i = 0; i < WIDTH * WIDTH; i++) {
    nn_real at = g[layer->weights + i], step = step_length(at, 20);
    sum.gradients += (double)(at * at);
    nn_real square = at * at * (1 - (nn_real)pow(0.9, 20));
    sum.steps += (double)(step * step);
    sum.inside += (double)(at * at / (square + (nn_real)1e-8));
  }
  return sum;
}

/* The sizes in the first of ten sigmoid layers, as a part of those in the
 * last. */
static void measure_layers(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_net net = deep_net();
  nn_real *g = nn_net_vector(&net);
  random_gradient(&net, g, &rng);
  squares first = squares_of(&net.layer[0], g);
  squares last = squares_of(&net.layer[DEPTH - 1], g);
  nn_run_number(run, "layers.slopes", "%.0e",
                sqrt(first.gradients / last.gradients));
  nn_run_number(run, "layers.steps", "%.2f",
                sqrt(first.steps / last.steps));
  nn_run_number(run, "layers.steps-inside", "%.0e",
                sqrt(first.inside / last.inside));
  nn_vector_free(g);
  nn_net_free(&net);
}

/* ---- two moons -------------------------------------------------------*/

enum { BATCH = 20 };

/* Two moons, to be told apart by 2-16-1 neurons. */
static struct {
  nn_net net;
  nn_dataset data;
  nn_real *w, *g;
  nn_pass batch, all;
} moons;

static void moons_new(uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  moons.net = nn_net_new(2);
  nn_net_add(&moons.net, 16, NN_TANH);
  nn_net_add(&moons.net, 1, NN_IDENTITY);
  moons.data = nn_dataset_moons(&rng, 200, (nn_real)0.15);
  moons.w = nn_net_vector(&moons.net);
  moons.g = nn_net_vector(&moons.net);
  moons.batch = nn_pass_new(&moons.net, BATCH);
  moons.all = nn_pass_new(&moons.net, moons.data.count);
}

static void moons_free(void) {
  nn_pass_free(&moons.all);
  nn_pass_free(&moons.batch);
  nn_vector_free(moons.g);
  nn_vector_free(moons.w);
  nn_dataset_free(&moons.data);
  nn_net_free(&moons.net);
}

/* One step with BATCH examples, drawn at random. */
static void moons_step(nn_optimizer *optimizer, nn_rng *rng) {
  nn_real x[BATCH * 2], t[BATCH];
  for (size_t i = 0; i < BATCH; i++) {
    size_t k = nn_rng_below(rng, moons.data.count);
    memcpy(x + 2 * i, nn_dataset_input(&moons.data, k), 2 * sizeof *x);
    t[i] = moons.data.t[k];
  }
  nn_net_forward(&moons.net, moons.w, x, BATCH, &moons.batch);
  nn_net_loss(&moons.net, &moons.batch, NN_BINARY_CROSS_ENTROPY, t);
  nn_net_backward(&moons.net, moons.w, &moons.batch, moons.g);
  nn_optimizer_step(optimizer, moons.w, moons.g);
}

static nn_real moons_loss(void) {
  nn_evaluation now = nn_evaluate(&moons.net, moons.w, &moons.data,
                                  NN_BINARY_CROSS_ENTROPY, &moons.all);
  return now.loss;
}

/* A problem of the race. The loss of all examples is looked at after every
 * fifth step. */
static int two_moons(nn_optimizer_options options, uint64_t seed) {
  const target until = {(nn_real)0.1, 50, 1000};
  nn_rng rng = nn_rng_seeded(seed);
  nn_optimizer optimizer = nn_optimizer_new(options, moons.net.params);
  nn_net_init(&moons.net, moons.w, NN_XAVIER, 1, &rng);
  int arrived = 0;
  for (int k = 0; arrived < until.limit && k <= arrived + until.stay;
       k += 5) {
    if (!(moons_loss() < until.loss)) arrived = k + 5;
    for (int i = 0; i < 5; i++) moons_step(&optimizer, &rng);
  }
  nn_optimizer_free(&optimizer);
  return arrived;
}

/* ---- the race --------------------------------------------------------*/

/* Steps by the rate, where the runner arrived. */
static void draw_results(nn_table *table, const results *on, int limit) {
  for (int r = 0; r < RUNNERS; r++) {
    for (int i = 0; i < RATES; i++)
      if (on->steps[r][i] < limit)
        nn_table_row(table, rate_tried(i), (nn_real)on->steps[r][i]);
    nn_table_block(table);
  }
}

static int fewest_steps(const results *on, int r) {
  return on->steps[r][best_rate(on->steps[r])];
}

/* By how much turning the bowl changes the steps of gradient descent and
 * of both balls. */
static int largest_difference(const results *straight,
                              const results *turned) {
  int largest = 0;
  for (int r = 0; r <= NN_NESTEROV; r++) {
    int apart = abs(fewest_steps(straight, r) - fewest_steps(turned, r));
    if (apart > largest) largest = apart;
  }
  return largest;
}

/* The first and third quartile of a runner's steps at its best rate. */
typedef struct {
  int first, third;
} spread;

static spread spread_of(problem *steps_on, const results *on, int r) {
  int steps[STARTS];
  nn_optimizer_options options = runner_number(r).options;
  options.learning_rate = rate_tried(best_rate(on->steps[r]));
  for (int s = 0; s < STARTS; s++)
    steps[s] = steps_on(options, (uint64_t)s);
  qsort(steps, STARTS, sizeof *steps, by_size);
  return (spread){steps[STARTS / 4], steps[3 * STARTS / 4]};
}

/* How many powers of ten of rates take at most twice a runner's fewest
 * steps. */
static double width_of_best(const results *on, int r) {
  int best = fewest_steps(on, r), count = 0;
  for (int i = 0; i < RATES; i++) count += on->steps[r][i] <= 2 * best;
  return count / 6.0;
}

static void print_spreads(const results *moons_race) {
  printf("\n\nThe race on the moons\n\n"
         "                    median  quartiles\n");
  for (int r = 0; r < RUNNERS; r++) {
    spread s = spread_of(two_moons, moons_race, r);
    printf(" %-16s%9d%7d to %d\n", runner_number(r).name,
           fewest_steps(moons_race, r), s.first, s.third);
  }
}

/* At each rate the fewest steps that any runner took, where one arrived. */
static void draw_fewest(nn_table *table, const results *on, int limit) {
  for (int i = 0; i < RATES; i++) {
    int fewest = limit;
    for (int r = 0; r < RUNNERS; r++)
      if (on->steps[r][i] < fewest) fewest = on->steps[r][i];
    if (fewest < limit) nn_table_row(table, rate_tried(i), (nn_real)fewest);
  }
  nn_table_block(table);
}

static void measure_race(nn_run *run) {
  moons_new(nn_run_seed(run));
  const results on[] = {race(straight_bowl), race(turned_bowl),
                        race(two_moons)};
  printf("The race\n\n"
         "                    straight bowl    turned bowl      two moons\n"
         "                    steps   rate    steps   rate    steps   rate"
         "\n");
  print_results(on, 3);
  print_spreads(&on[2]);
  draw_results(nn_run_table(run, "race-straight", "rate steps"), &on[0],
               5000);
  draw_results(nn_run_table(run, "race-turned", "rate steps"), &on[1],
               5000);
  draw_results(nn_run_table(run, "race-moons", "rate steps"), &on[2], 1000);
  nn_table *fewest = nn_run_table(run, "race-fewest", "rate steps");
  draw_fewest(fewest, &on[0], 5000);
  draw_fewest(fewest, &on[1], 5000);
  draw_fewest(fewest, &on[2], 1000);
  nn_run_number(run, "race.straight.adagrad", "%.0f",
                fewest_steps(&on[0], NN_ADAGRAD));
  nn_run_number(run, "race.turned.adagrad", "%.0f",
                fewest_steps(&on[1], NN_ADAGRAD));
  nn_run_number(run, "race.straight.rmsprop", "%.0f",
                fewest_steps(&on[0], NN_RMSPROP));
  nn_run_number(run, "race.turned.rmsprop", "%.0f",
                fewest_steps(&on[1], NN_RMSPROP));
  nn_run_number(run, "race.turned.gd", "%.0f",
                fewest_steps(&on[1], NN_GRADIENT_DESCENT));
  nn_run_number(run, "width.straight.adam", "%.1f",
                width_of_best(&on[0], NN_ADAM));
  nn_run_number(run, "width.straight.gd", "%.1f",
                width_of_best(&on[0], NN_GRADIENT_DESCENT));
  nn_run_number(run, "width.moons.adam", "%.1f",
                width_of_best(&on[2], NN_ADAM));
  nn_run_number(run, "width.moons.momentum", "%.1f",
                width_of_best(&on[2], NN_MOMENTUM));
  nn_run_number(run, "race.rates", "%.0f", RATES);
  nn_run_number(run, "race.unmoved", "%.0f",
                largest_difference(&on[0], &on[1]));
  nn_run_number(run, "race.starts", "%.0f", STARTS);
  nn_run_number(run, "moons.examples", "%.0f", moons.data.count);
  nn_run_number(run, "moons.params", "%.0f", moons.net.params);
  moons_free();
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "a step for each weight, by the size of its gradients",
      2012);
  measure_nine(run);
  draw_nine(run);
  measure_sizes(run);
  measure_first_steps(run);
  measure_epsilon(run);
  measure_rotation(run);
  measure_end(run);
  draw_end(run);
  measure_layers(run);
  measure_race(run);
  measure_digits(run);
  return nn_run_end(run);
}
