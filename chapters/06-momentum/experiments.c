/* Chapter 6, measured: the numbers, tables and graphs of the book. */
#define main momentum_main
#include "momentum.c"
#undef main
#include "digits.c"

#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/run.h>
#include <nn/vector.h>

#include <limits.h>
#include <stdlib.h>

/* ---- one ball --------------------------------------------------------*/

/* A ramp of slope -1/2 down to w = 10, and flat from there. */
static nn_real ramp(nn_real w) {
  return w < 10 ? (10 - w) / 2 : 0;
}

static nn_real ramp_slope(nn_real w) {
  return w < 10 ? (nn_real)-0.5 : 0;
}

static void roll_down_ramp(nn_table *table, nn_real rate, nn_real beta) {
  ball b = {0, 0};
  for (int k = 0; k <= 46; k++) {
    nn_table_row(table, (nn_real)k, b.w, ramp(b.w), b.v);
    roll(&b, ramp_slope(b.w), rate, beta);
  }
  nn_table_block(table);
}

/* The same ramp for a walker without memory and for a ball. */
static void measure_ramp(nn_run *run) {
  const nn_real rate = (nn_real)0.3;
  nn_table *profile = nn_run_table(run, "ramp", "w height");
  for (int i = 0; i <= 40; i++)
    nn_table_row(profile, (nn_real)i / 2, ramp((nn_real)i / 2));
  nn_table *table = nn_run_table(run, "balls", "step w height v");
  roll_down_ramp(table, rate, 0);
  roll_down_ramp(table, rate, (nn_real)0.8);
  nn_run_number(run, "ramp.walker-step", "%.2f", rate / 2);
  nn_run_number(run, "ramp.ball-step", "%.2f", rate / 2 / (nn_real)0.2);
}

static void measure_terminal_speed(nn_run *run) {
  const nn_real beta = (nn_real)0.9;
  nn_run_number(run, "terminal.90", "%.0f", terminal_step(beta, 1));
  nn_run_number(run, "swing.90", "%.3f", terminal_step(beta, -1));
  nn_run_number(run, "speed-up.90", "%.0f", steps_to_speed(beta));
  nn_run_number(run, "speed-up.99", "%.0f", steps_to_speed((nn_real)0.99));
}

/* The largest distance between a heavy ball and a mean whose rate is
 * 1 / (1 - beta) times as large. */
static double forms_apart(nn_real rate, nn_real beta) {
  ball heavy = {1, 0}, mean = {1, 0};
  double apart = 0;
  for (int k = 0; k < 8000; k++) {
    roll(&heavy, heavy.w, rate, beta);
    roll_by_mean(&mean, mean.w, rate / (1 - beta), beta);
    apart = fmax(apart, fabs((double)(heavy.w - mean.w)));
  }
  return apart;
}

typedef void rule(ball *b, nn_real slope, nn_real rate, nn_real beta);

/* Steps on a parabola of curvature 1, from 1 to a hundredth. */
static int steps_to_hundredth(rule *step, nn_real rate, nn_real beta) {
  ball b = {1, 0};
  int steps = 0;
  for (; (double)b.w > 0.01; steps++) step(&b, b.w, rate, beta);
  return steps;
}

static void measure_forms(nn_run *run) {
  const nn_real rate = (nn_real)0.001, beta = (nn_real)0.9;
  nn_run_number(run, "forms.apart", "%.0e", forms_apart(rate, beta));
  nn_run_number(run, "forms.heavy", "%.0f",
                steps_to_hundredth(roll, rate, beta));
  nn_run_number(run, "forms.same-rate", "%.0f",
                steps_to_hundredth(roll_by_mean, rate, beta));
}

/* ---- bowls -----------------------------------------------------------*/

/* Rolls over the bowl of curvatures 1 and 30; returns the distance that is
 * left. */
static nn_real draw_path(nn_table *table, nn_real rate, nn_real beta) {
  enum { STEPS = 35 };
  bowl b = {{1, 30}, {{-9, 0}, {2, 0}}};
  for (int k = 0; k < STEPS; k++) {
    nn_table_row(table, b.at[0].w, b.at[1].w, rate, beta);
    bowl_roll(&b, rate, beta);
  }
  nn_table_row(table, b.at[0].w, b.at[1].w, rate, beta);
  nn_table_block(table);
  return bowl_distance(&b);
}

/* Gradient descent at its best, the same more slowly, and a ball. */
static void measure_paths(nn_run *run) {
  const nn_real best = (nn_real)(2.0 / 31), slow = (nn_real)0.025;
  nn_table *table = nn_run_table(run, "paths", "w1 w2 rate beta");
  nn_run_number(run, "path.best", "%.2f", draw_path(table, best, 0));
  nn_run_number(run, "path.plain", "%.2f", draw_path(table, slow, 0));
  nn_run_number(run, "path.ball", "%.2f",
                draw_path(table, slow, (nn_real)0.8));
}

/* The factor of a step in the long run. At Polyak's constants both roots
 * are equal, and the distance is k times a power; two steps 1000 apart
 * show the power. */
static nn_real measured_factor(nn_real kappa, nn_real rate, nn_real beta) {
  enum { FIRST = 2000, SECOND = 3000 };
  bowl b = {{1, kappa}, {{1, 0}, {1, 0}}};
  double scale = 0, first = 0;
  for (int k = 0; k < SECOND; k++) {
    if (k == FIRST) first = scale + log((double)bowl_distance(&b));
    bowl_roll(&b, rate, beta);
    nn_real size = bowl_distance(&b); /* keep it from running out */
    scale += log((double)size);
    for (int i = 0; i < DIRECTIONS; i++) {
      b.at[i].w /= size;
      b.at[i].v /= size;
    }
  }
  return (nn_real)exp((scale - first) / (SECOND - FIRST));
}

static void measure_polyak(nn_run *run) {
  const nn_real kappa = 100, factor = polyak_factor(kappa);
  const nn_real rate = polyak_rate(kappa), beta = factor * factor;
  nn_run_number(run, "polyak.rate", "%.5f", rate);
  nn_run_number(run, "polyak.beta", "%.5f", beta);
  nn_run_number(run, "polyak.factor", "%.3f", factor);
  nn_run_number(run, "polyak.measured", "%.3f",
                measured_factor(kappa, rate, beta));
  nn_run_number(run, "polyak.plain-factor", "%.3f",
                (kappa - 1) / (kappa + 1));
  nn_run_number(run, "polyak.steps", "%.0f",
                steps_on_bowl(bowl_roll, kappa, rate, beta));
  nn_run_number(run, "polyak.plain-steps", "%.0f",
                steps_on_bowl(bowl_roll, kappa, 2 / (kappa + 1), 0));
  nn_run_number(run, "polyak.nesterov-steps", "%.0f",
                steps_on_bowl(bowl_look_ahead, kappa, 1 / kappa, factor));
}

/* The distance by steps, for gradient descent and both kinds of ball. */
static void draw_distances(nn_run *run) {
  const nn_real kappa = 100, factor = polyak_factor(kappa);
  nn_table *table = nn_run_table(run, "distance", "step plain ball ahead");
  bowl plain = {{1, kappa}, {{1, 0}, {1, 0}}}, heavy = plain, ahead = plain;
  nn_real start = bowl_distance(&plain), farthest = 0;
  for (int k = 0; k <= 250; k++) {
    nn_real part = bowl_distance(&heavy) / start;
    if (part > farthest) farthest = part;
    nn_table_row(table, (nn_real)k, bowl_distance(&plain) / start, part,
                 bowl_distance(&ahead) / start);
    bowl_roll(&plain, 2 / (kappa + 1), 0);
    bowl_roll(&heavy, polyak_rate(kappa), factor * factor);
    bowl_look_ahead(&ahead, 1 / kappa, factor);
  }
  nn_run_number(run, "polyak.farthest", "%.1f", farthest);
}

/* ---- the map ---------------------------------------------------------*/

static void draw_borders(nn_run *run) {
  nn_table *table = nn_run_table(run, "borders", "beta low high limit");
  for (int i = 0; i <= 200; i++) {
    nn_real beta = (nn_real)i / 200, root = (nn_real)sqrt((double)beta);
    nn_table_row(table, beta, (1 - root) * (1 - root),
                 (1 + root) * (1 + root), 2 + 2 * beta);
  }
}

/* A ball that creeps, one that spirals and one that flips. */
static void draw_walks(nn_run *run) {
  static const double places[][2] = {{0.04, 0.5}, {0.2, 0.9}, {2.85, 0.45}};
  nn_table *table = nn_run_table(run, "walks", "step w");
  for (int p = 0; p < 3; p++) {
    ball b = {1, 0};
    for (int k = 0; k <= 40; k++) {
      nn_table_row(table, (nn_real)k, b.w);
      roll(&b, b.w, (nn_real)places[p][0], (nn_real)places[p][1]);
    }
    nn_table_block(table);
  }
}

static void measure_limits(nn_run *run) {
  double worst = 0;
  for (int i = 0; i <= 9; i++) {
    nn_real beta = (nn_real)i / 10;
    double limit = (double)(2 + 2 * beta);
    worst = fmax(worst, fabs((double)largest_rate(beta) / limit - 1));
  }
  nn_run_number(run, "map.worst", "%.0e", worst);
  nn_run_number(run, "map.limit", "%.2f", largest_rate((nn_real)0.9));
}

/* The factor by beta where h is small: too much memory is as bad as none.
 */
static void find_best_beta(nn_run *run) {
  const nn_real h = (nn_real)0.01;
  nn_table *table = nn_run_table(run, "beta", "beta radius");
  nn_real best = 1, best_beta = 0;
  for (int i = 0; i <= 999; i++) {
    nn_real beta = (nn_real)i / 1000, radius = spectral_radius(h, beta);
    nn_table_row(table, beta, radius);
    if (radius < best) best = radius, best_beta = beta;
  }
  nn_run_number(run, "best-beta.beta", "%.2f", best_beta);
  nn_run_number(run, "best-beta.factor", "%.3f", best);
  nn_run_number(run, "best-beta.none", "%.3f", spectral_radius(h, 0));
  nn_run_number(run, "best-beta.most", "%.4f",
                spectral_radius(h, (nn_real)0.999));
}

/* ---- noise -----------------------------------------------------------*/

/* Throws the coin as often as add_noise, so that the numbers are those of
 * the transcript. */
static void measure_noise(nn_run *run) {
  static const double betas[] = {0, 0.5, 0.9, 0.95};
  const nn_real rate = (nn_real)0.02;
  nn_rng coin = nn_rng_seeded(nn_run_seed(run));
  nn_real plain = noise_ball(rate, 0, &coin);
  double worst = 0;
  for (int i = 0; i < 4; i++) {
    nn_real beta = (nn_real)betas[i];
    nn_real measured = noise_ball(rate, beta, &coin);
    nn_real formula = noise_ball_formula(rate, beta);
    noise_ball(rate * (1 - beta), beta, &coin);
    worst = fmax(worst, fabs((double)(measured / formula) - 1));
    if (betas[i] == 0.9)
      nn_run_number(run, "noise.times.90", "%.1f", measured / plain);
  }
  nn_run_number(run, "noise.worst", "%.0f", 100 * worst);
}

/* ---- two valleys -----------------------------------------------------*/

/* w^4/4 - w^2/2 + w/10 */
static nn_real valleys(nn_real w) {
  return w * w * w * w / 4 - w * w / 2 + w / 10;
}

/* For each beta from 0.8 the stretches of starts that settle in the deep
 * valley. */
static void draw_basins(nn_run *run) {
  nn_table *table = nn_run_table(run, "basins", "beta from to");
  for (int i = 0; i <= 95; i++) {
    nn_real beta = (nn_real)(400 + i) / 500, from = 0;
    bool inside = false;
    for (int j = -250; j <= 251; j++) {
      nn_real start = (nn_real)j / 100;
      bool deep = j <= 250 && settles(start, beta) < 0;
      if (deep && !inside) from = start;
      if (!deep && inside) nn_table_row(table, beta, from, start);
      inside = deep;
    }
  }
}

/* The least beta, in steps of 0.01, with which any ball from -2.5 to 2.5
 * gets over the hill. */
static nn_real first_crossing(void) {
  nn_real top = hilltop();
  for (int i = 0; i < 99; i++)
    for (int j = -50; j <= 50; j++) {
      nn_real beta = (nn_real)i / 100, start = (nn_real)j / 20;
      if ((settles(start, beta) < 0) != (start < top)) return beta;
    }
  return 1;
}

static void measure_valleys(nn_run *run) {
  static const struct {
    double beta;
    const char *settles;
  } from_right[] = {{0, "wells.right.0"},
                    {0.90, "wells.right.90"},
                    {0.95, "wells.right.95"},
                    {0.98, "wells.right.98"},
                    {0.99, "wells.right.99"}};
  for (int i = 0; i < 5; i++)
    nn_run_number(run, from_right[i].settles, "%.3f",
                  settles((nn_real)1.6, (nn_real)from_right[i].beta));
  nn_real beta = (nn_real)0.95;
  nn_run_number(run, "wells.far-left.0", "%.3f", settles(-2, 0));
  nn_run_number(run, "wells.far-left.95", "%.3f", settles(-2, beta));
  nn_run_number(run, "wells.found.95", "%.1f", crossings(2, beta));
  nn_run_number(run, "wells.left.95", "%.1f", crossings(-2, beta));
  nn_run_number(run, "wells.first", "%.2f", first_crossing());
}

/* Two balls through the valleys, from 1.6 and from -2. */
static void draw_rolls(nn_run *run) {
  static const double starts[] = {1.6, -2};
  nn_table *profile = nn_run_table(run, "valleys", "w height");
  for (int i = -205; i <= 170; i++)
    nn_table_row(profile, (nn_real)i / 100, valleys((nn_real)i / 100));
  nn_table *table = nn_run_table(run, "rolls", "step w height");
  for (int s = 0; s < 2; s++) {
    ball b = {(nn_real)starts[s], 0};
    for (int k = 0; k <= 400; k++) {
      nn_table_row(table, (nn_real)k, b.w, valleys(b.w));
      roll(&b, valleys_slope(b.w), (nn_real)0.01, (nn_real)0.95);
    }
    nn_table_block(table);
  }
}

/* ---- a ball that never stops -----------------------------------------*/

/* Of many starts between -10 and 10, those from which the heavy ball with
 * Polyak's constants has not arrived after thousands of steps. */
static void count_cycles(nn_run *run) {
  enum { PLACES = 2001, STEPS = 5000 };
  int cycling = 0;
  for (int i = 0; i < PLACES; i++) {
    ball heavy = {(nn_real)(20.0 * i / (PLACES - 1) - 10), 0};
    for (int k = 0; k < STEPS; k++)
      roll(&heavy, bent_slope(heavy.w), (nn_real)(1.0 / 9),
           (nn_real)(4.0 / 9));
    cycling += fabs((double)heavy.w) > 1e-3;
  }
  nn_run_number(run, "cycle.starts", "%.0f", PLACES);
  nn_run_number(run, "cycle.cycling", "%.0f", cycling);
}

/* Polyak's constants for curvatures from 1 to 25, on a function that has
 * just those and is no parabola; and what stops there. */
static void measure_cycle(nn_run *run) {
  const nn_real rate = (nn_real)(1.0 / 9), beta = (nn_real)(4.0 / 9);
  const nn_real ahead_beta = polyak_factor(25);
  nn_table *table = nn_run_table(run, "cycle", "step ball plain");
  ball heavy = {(nn_real)3.3, 0}, plain = heavy, ahead = heavy;
  for (int k = 0; k < 3000; k++) {
    if (k <= 30) nn_table_row(table, (nn_real)k, heavy.w, plain.w);
    roll(&heavy, bent_slope(heavy.w), rate, beta);
    roll(&plain, bent_slope(plain.w), (nn_real)(2.0 / 26), 0);
    roll(&ahead, bent_slope(place_ahead(&ahead, ahead_beta)),
         (nn_real)(1.0 / 25), ahead_beta);
  }
  nn_run_number(run, "cycle.plain", "%.0e", fabs((double)plain.w));
  nn_run_number(run, "cycle.ahead", "%.0e", fabs((double)ahead.w));
  while (!(heavy.w < 0)) roll(&heavy, bent_slope(heavy.w), rate, beta);
  nn_run_number(run, "cycle.1", "%.4f", heavy.w);
  roll(&heavy, bent_slope(heavy.w), rate, beta);
  nn_run_number(run, "cycle.2", "%.4f", heavy.w);
  roll(&heavy, bent_slope(heavy.w), rate, beta);
  nn_run_number(run, "cycle.3", "%.4f", heavy.w);
}

/* ---- a beta that is not tuned ----------------------------------------*/

/* The fewest steps with this beta on a bowl with curvatures from 1 to
 * kappa, at the best of many rates below the largest. */
static int fewest_steps(nn_real kappa, nn_real beta) {
  enum { RATES = 60 };
  nn_real rate = 2 * (1 + beta) / kappa;
  int fewest = INT_MAX;
  for (int i = 0; i < RATES; i++) {
    rate *= (nn_real)0.95;
    int steps = steps_on_bowl(bowl_roll, kappa, rate, beta);
    if (steps < fewest) fewest = steps;
  }
  return fewest;
}

static void measure_fixed_beta(nn_run *run) {
  const nn_real beta = (nn_real)0.9;
  nn_run_number(run, "fixed.100", "%.0f", fewest_steps(100, beta));
  nn_run_number(run, "fixed.1000", "%.0f", fewest_steps(1000, beta));
  nn_run_number(run, "fixed.10000", "%.0f", fewest_steps(10000, beta));
  nn_run_number(run, "fixed.100000", "%.0f", fewest_steps(100000, beta));
}

/* ---- a network -------------------------------------------------------*/

enum { STARTS = 200, LIMIT = 50000 };

static bool all_right(const nn_pass *pass, const nn_dataset *data) {
  const nn_real *a = nn_pass_output(pass), half = (nn_real)0.5;
  for (size_t i = 0; i < data->count; i++)
    if ((a[i] > half) != (data->t[i] > half)) return false;
  return true;
}

/* Epochs until the net's answers are right; at most LIMIT. */
static int train(const nn_net *net, nn_real *w, const nn_dataset *data,
                 nn_optimizer *optimizer) {
  nn_real *g = nn_net_vector(net);
  nn_pass pass = nn_pass_new(net, data->count);
  int epochs = 0;
  for (; epochs < LIMIT; epochs++) {
    nn_net_forward(net, w, data->x, data->count, &pass);
    nn_net_loss(net, &pass, NN_QUADRATIC, data->t);
    if (all_right(&pass, data)) break;
    nn_net_backward(net, w, &pass, g);
    nn_optimizer_step(optimizer, w, g);
  }
  nn_pass_free(&pass);
  nn_vector_free(g);
  return epochs;
}

/* Epochs until 2-2-1 neurons say XOR, from random weights. */
static int learns_xor(nn_real rate, nn_real beta, nn_rng *rng) {
  nn_dataset data = nn_dataset_parity(2);
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_real *w = nn_net_vector(&net);
  nn_net_init(&net, w, NN_UNIFORM, (nn_real)0.3, rng);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_momentum(rate, beta), net.params);
  int epochs = train(&net, w, &data, &optimizer);
  nn_optimizer_free(&optimizer);
  nn_vector_free(w);
  nn_net_free(&net);
  nn_dataset_free(&data);
  return epochs;
}

/* Of STARTS random starts, the same for every rate and beta. */
static void learn_from_starts(int epochs[STARTS], nn_real rate,
                              nn_real beta, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  for (int s = 0; s < STARTS; s++) epochs[s] = learns_xor(rate, beta, &rng);
}

static int by_size(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

static int median(int epochs[STARTS]) {
  qsort(epochs, STARTS, sizeof *epochs, by_size);
  return epochs[STARTS / 2];
}

/* The same starts without momentum, with it, and without it at the rate
 * that momentum makes of its own on a steady slope. */
static void measure_xor(nn_run *run) {
  int plain[STARTS], heavy[STARTS], fast[STARTS];
  int plain_stuck = 0, heavy_stuck = 0, stuck_twice = 0;
  learn_from_starts(plain, 2, 0, nn_run_seed(run));
  learn_from_starts(heavy, 2, (nn_real)0.9, nn_run_seed(run));
  learn_from_starts(fast, 20, 0, nn_run_seed(run));
  int fast_solved = 0;
  for (int s = 0; s < STARTS; s++) {
    plain_stuck += plain[s] == LIMIT;
    heavy_stuck += heavy[s] == LIMIT;
    stuck_twice += plain[s] == LIMIT && heavy[s] == LIMIT;
    fast_solved += fast[s] < LIMIT;
  }
  int plain_median = median(plain), heavy_median = median(heavy);
  nn_run_number(run, "xor.starts", "%.0f", STARTS);
  nn_run_number(run, "xor.limit", "%.0f", LIMIT);
  nn_run_number(run, "xor.plain-solved", "%.0f", STARTS - plain_stuck);
  nn_run_number(run, "xor.ball-solved", "%.0f", STARTS - heavy_stuck);
  nn_run_number(run, "xor.plain-stuck", "%.0f", plain_stuck);
  nn_run_number(run, "xor.ball-stuck", "%.0f", heavy_stuck);
  nn_run_number(run, "xor.stuck-twice", "%.0f", stuck_twice);
  nn_run_number(run, "xor.plain-median", "%.0f", plain_median);
  nn_run_number(run, "xor.ball-median", "%.0f", heavy_median);
  nn_run_number(run, "xor.fast-solved", "%.0f", fast_solved);
  nn_run_number(run, "xor.fast-median", "%.0f", median(fast));
  nn_run_number(run, "xor.fast-to-ball", "%.2f",
                (double)median(fast) / heavy_median);
  nn_run_number(run, "xor.faster", "%.1f",
                (double)plain_median / heavy_median);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "a ball that remembers where it was going", 1964);
  measure_ramp(run);
  measure_terminal_speed(run);
  measure_forms(run);
  measure_paths(run);
  measure_polyak(run);
  draw_distances(run);
  draw_borders(run);
  draw_walks(run);
  measure_limits(run);
  find_best_beta(run);
  measure_noise(run);
  draw_basins(run);
  measure_valleys(run);
  draw_rolls(run);
  measure_cycle(run);
  count_cycles(run);
  measure_fixed_beta(run);
  measure_xor(run);
  measure_digits(run);
  return nn_run_end(run);
}
