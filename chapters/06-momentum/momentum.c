/* Momentum: a ball that remembers where it was going. */
#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/vector.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- a ball ----------------------------------------------------------*/

/* A weight and its velocity: by how much it moves with each step. */
typedef struct {
  nn_real w, v;
} ball;

/* What the ball rolls on. */
typedef nn_real slope_function(nn_real w);

/* Polyak's heavy ball: keep a part of the velocity, add what the slope
 * does to it, move. */
static void roll(ball *b, nn_real slope, nn_real rate, nn_real beta) {
  b->v = beta * b->v - rate * slope;
  b->w += b->v;
}

/* Nesterov's: the slope is that of the place to which the velocity is
 * about to carry the ball. */
static void roll_looking_ahead(ball *b, slope_function *slope, nn_real rate,
                               nn_real beta) {
  roll(b, slope(b->w + beta * b->v), rate, beta);
}

/* The form in which v is a mean of slopes. */
static void roll_by_mean(ball *b, nn_real slope, nn_real rate,
                         nn_real beta) {
  b->v = beta * b->v + (1 - beta) * slope;
  b->w -= rate * b->v;
}

/* ---- what it rolls on ------------------------------------------------*/

/* A ramp of slope -1/2 down to w = 10, and flat from there. */
static nn_real ramp(nn_real w) {
  return w < 10 ? (10 - w) / 2 : 0;
}

static nn_real ramp_slope(nn_real w) {
  return w < 10 ? (nn_real)-0.5 : 0;
}

/* Two valleys: w^4/4 - w^2/2 + w/10, the left one deeper. */
static nn_real valleys(nn_real w) {
  return w * w * w * w / 4 - w * w / 2 + w / 10;
}

static nn_real valleys_slope(nn_real w) {
  return w * w * w - w + (nn_real)0.1;
}

/* The slope of Lessard, Recht and Packard: 25, then 1, then 25 steep. */
static nn_real bent_slope(nn_real w) {
  if (w < 1) return 25 * w;
  if (w < 2) return w + 24;
  return 25 * w - 24;
}

/* ---- a bowl ----------------------------------------------------------*/

enum { DIRECTIONS = 2 };

/* C = 1/2 sum of curvature w^2, with a ball in each direction. */
typedef struct {
  nn_real curvature[DIRECTIONS];
  ball at[DIRECTIONS];
} bowl;

static bowl bowl_from(nn_real gentle, nn_real steep, nn_real w1,
                      nn_real w2) {
  return (bowl){{gentle, steep}, {{w1, 0}, {w2, 0}}};
}

static void bowl_roll(bowl *b, nn_real rate, nn_real beta) {
  for (int i = 0; i < DIRECTIONS; i++)
    roll(&b->at[i], b->curvature[i] * b->at[i].w, rate, beta);
}

static void bowl_roll_looking_ahead(bowl *b, nn_real rate, nn_real beta) {
  for (int i = 0; i < DIRECTIONS; i++) {
    nn_real ahead = b->at[i].w + beta * b->at[i].v;
    roll(&b->at[i], b->curvature[i] * ahead, rate, beta);
  }
}

static nn_real bowl_distance(const bowl *b) {
  nn_real x = b->at[0].w, y = b->at[1].w;
  return (nn_real)sqrt((double)(x * x + y * y));
}

/* ---- the map ---------------------------------------------------------*/

/* On a parabola w_next = (1 + beta - h) w - beta w_before, with h the
 * rate times the curvature. Its solutions are powers of the roots of
 * r^2 - (1 + beta - h) r + beta = 0; this is the larger |r|. */
static nn_real spectral_radius(nn_real h, nn_real beta) {
  nn_real half = (1 + beta - h) / 2;
  nn_real under = half * half - beta;
  if (under < 0) return (nn_real)sqrt((double)beta); /* complex: |r|^2 */
  nn_real root = (nn_real)sqrt((double)under);
  return half < 0 ? root - half : root + half;
}

/* Does a ball on a parabola of curvature 1 get away? */
static bool gets_away(nn_real rate, nn_real beta) {
  ball b = {1, 0};
  for (int k = 0; k < 100000; k++) {
    roll(&b, b.w, rate, beta);
    if (!(b.w < 1000 && b.w > -1000)) return true;
  }
  return false;
}

static nn_real largest_rate(nn_real beta) {
  nn_real good = 0, bad = 10;
  while (bad - good > (nn_real)1e-5) {
    nn_real middle = (good + bad) / 2;
    if (gets_away(middle, beta))
      bad = middle;
    else
      good = middle;
  }
  return good;
}

/* ---- the experiments -------------------------------------------------*/

/* The same ramp for a walker without memory and for a ball. */
static void show_ramp(nn_run *run) {
  enum { STEPS = 46 };
  const nn_real rate = (nn_real)0.3;
  nn_table *profile = nn_run_table(run, "ramp", "w height");
  for (int i = 0; i <= 40; i++)
    nn_table_row(profile, (nn_real)i / 2, ramp((nn_real)i / 2));
  nn_table *table = nn_run_table(run, "balls", "step w height v");
  for (int heavy = 0; heavy < 2; heavy++) {
    ball b = {0, 0};
    for (int k = 0; k <= STEPS; k++) {
      nn_table_row(table, (nn_real)k, b.w, ramp(b.w), b.v);
      roll(&b, ramp_slope(b.w), rate, heavy ? (nn_real)0.8 : 0);
    }
    nn_table_block(table);
  }
  nn_run_number(run, "ramp.walker-step", "%.2f", rate / 2);
  nn_run_number(run, "ramp.ball-step", "%.2f", rate / 2 / (nn_real)0.2);
}

/* Steps from rest until the velocity is nine tenths of what it becomes. */
static int steps_to_speed(nn_real beta) {
  ball b = {0, 0};
  int steps = 0;
  while (-b.v < (nn_real)0.9 / (1 - beta)) {
    roll(&b, 1, 1, beta);
    steps++;
  }
  return steps;
}

/* A slope that is always 1, and one that is 1 and -1 in turn. */
static void show_terminal(nn_run *run) {
  static const nn_real betas[] = {0, (nn_real)0.5, (nn_real)0.9,
                                  (nn_real)0.99};
  nn_run_part(run, "terminal");
  nn_run_say(run,
             "          the same slope         slope of changing sign\n"
             " beta   step   after (steps)      step\n");
  for (int i = 0; i < 4; i++) {
    ball steady = {0, 0}, swinging = {0, 0};
    for (int k = 0; k < 5000; k++) {
      roll(&steady, 1, 1, betas[i]);
      roll(&swinging, k % 2 ? 1 : -1, 1, betas[i]);
    }
    nn_real swing = swinging.v < 0 ? -swinging.v : swinging.v;
    int steps = steps_to_speed(betas[i]);
    nn_run_say(run, "%5.2f%7.0f%11d%17.3f\n", (double)betas[i],
               (double)-steady.v, steps, (double)swing);
    char name[32];
    snprintf(name, sizeof name, "terminal.%g", 100 * (double)betas[i]);
    nn_run_number(run, name, "%.0f", -steady.v);
    snprintf(name, sizeof name, "speed-up.%g", 100 * (double)betas[i]);
    nn_run_number(run, name, "%.0f", (double)steps);
    snprintf(name, sizeof name, "swing.%g", 100 * (double)betas[i]);
    nn_run_number(run, name, "%.3f", swing);
  }
}

/* The heavy ball, and the mean of slopes with the same rate and with one
 * 1 / (1 - beta) times as large, on a parabola. */
static void show_forms(nn_run *run) {
  const nn_real rate = (nn_real)0.001, beta = (nn_real)0.9;
  ball heavy = {1, 0}, mean = {1, 0}, same = {1, 0};
  double apart = 0;
  int heavy_steps = 0, same_steps = 0;
  for (int k = 1; k <= 8000; k++) {
    roll(&heavy, heavy.w, rate, beta);
    roll_by_mean(&mean, mean.w, rate / (1 - beta), beta);
    roll_by_mean(&same, same.w, rate, beta);
    apart = fmax(apart, fabs((double)(heavy.w - mean.w)));
    if (fabs((double)heavy.w) > 0.01) heavy_steps = k + 1;
    if (fabs((double)same.w) > 0.01) same_steps = k + 1;
  }
  nn_run_number(run, "forms.apart", "%.0e", apart);
  nn_run_number(run, "forms.heavy", "%.0f", heavy_steps);
  nn_run_number(run, "forms.same-rate", "%.0f", same_steps);
}

/* GD at its best and a ball over the bowl of curvatures 1 and 30. */
static void show_paths(nn_run *run) {
  const nn_real rates[] = {(nn_real)(2.0 / 31), (nn_real)0.025,
                           (nn_real)0.025};
  const nn_real betas[] = {0, 0, (nn_real)0.8};
  nn_table *table = nn_run_table(run, "paths", "w1 w2 rate beta");
  for (int r = 0; r < 3; r++) {
    bowl b = bowl_from(1, 30, -9, 2);
    for (int k = 0; k <= 35; k++) {
      nn_table_row(table, b.at[0].w, b.at[1].w, rates[r], betas[r]);
      if (k < 35) bowl_roll(&b, rates[r], betas[r]);
    }
    nn_table_block(table);
    static const char *const names[] = {"best", "plain", "ball"};
    char name[32];
    snprintf(name, sizeof name, "path.%s", names[r]);
    nn_run_number(run, name, "%.2f", bowl_distance(&b));
  }
}

typedef void bowl_step(bowl *b, nn_real rate, nn_real beta);

/* Steps from (1, 1) to a millionth of the distance. If asked for, the
 * farthest that the ball was on its way, as a part of the start, and by
 * how much a step shrinks the distance in the end. */
static int steps_on_bowl(bowl_step *step, nn_real kappa, nn_real rate,
                         nn_real beta, nn_real *farthest) {
  bowl b = bowl_from(1, kappa, 1, 1);
  nn_real start = bowl_distance(&b), most = start;
  int steps = 0;
  while (bowl_distance(&b) > (nn_real)1e-6 * start) {
    step(&b, rate, beta);
    steps++;
    if (bowl_distance(&b) > most) most = bowl_distance(&b);
  }
  if (farthest) *farthest = most / start;
  return steps;
}

/* The factor of a step in the long run. At Polyak's constants both roots
 * are equal, and the distance is k times a power; two steps 1000 apart
 * show the power. */
static nn_real measured_factor(nn_real kappa, nn_real rate, nn_real beta) {
  enum { FIRST = 2000, SECOND = 3000 };
  bowl b = bowl_from(1, kappa, 1, 1);
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

static void show_polyak(nn_run *run) {
  const double kappa = 100, root = sqrt(kappa);
  const nn_real rate = (nn_real)(4 / ((root + 1) * (root + 1)));
  const nn_real beta =
      (nn_real)(((root - 1) / (root + 1)) * ((root - 1) / (root + 1)));
  nn_real farthest;
  int steps = steps_on_bowl(bowl_roll, 100, rate, beta, &farthest);
  int plain =
      steps_on_bowl(bowl_roll, 100, (nn_real)(2 / (kappa + 1)), 0, NULL);
  nn_real ahead = (nn_real)((root - 1) / (root + 1));
  nn_run_number(run, "polyak.rate", "%.5f", rate);
  nn_run_number(run, "polyak.beta", "%.5f", beta);
  nn_run_number(run, "polyak.factor", "%.3f", sqrt((double)beta));
  nn_run_number(run, "polyak.measured", "%.3f",
                measured_factor(100, rate, beta));
  nn_run_number(run, "polyak.steps", "%.0f", steps);
  nn_run_number(run, "polyak.plain-steps", "%.0f", plain);
  nn_run_number(run, "polyak.plain-factor", "%.3f",
                (kappa - 1) / (kappa + 1));
  nn_run_number(run, "polyak.farthest", "%.1f", farthest);
  nn_run_number(run, "polyak.nesterov-steps", "%.0f",
                steps_on_bowl(bowl_roll_looking_ahead, 100, (nn_real)0.01,
                              ahead, NULL));
  nn_table *table = nn_run_table(run, "distance", "step plain ball ahead");
  bowl a = bowl_from(1, 100, 1, 1), b = a, c = a;
  for (int k = 0; k <= 250; k++) {
    nn_real start = (nn_real)sqrt(2.0);
    nn_table_row(table, (nn_real)k, bowl_distance(&a) / start,
                 bowl_distance(&b) / start, bowl_distance(&c) / start);
    bowl_roll(&a, (nn_real)(2 / (kappa + 1)), 0);
    bowl_roll(&b, rate, beta);
    bowl_roll_looking_ahead(&c, (nn_real)0.01, ahead);
  }
}

/* The map's borders, and three balls on it. */
static void show_map(nn_run *run) {
  nn_table *borders = nn_run_table(run, "borders", "beta low high limit");
  for (int i = 0; i <= 200; i++) {
    nn_real beta = (nn_real)i / 200, root = (nn_real)sqrt((double)beta);
    nn_table_row(borders, beta, (1 - root) * (1 - root),
                 (1 + root) * (1 + root), 2 + 2 * beta);
  }
  static const struct {
    nn_real h, beta;
  } places[] = {{(nn_real)0.04, (nn_real)0.5},
                {(nn_real)0.2, (nn_real)0.9},
                {(nn_real)2.85, (nn_real)0.45}};
  nn_table *walks = nn_run_table(run, "walks", "step w");
  for (int p = 0; p < 3; p++) {
    ball b = {1, 0};
    for (int k = 0; k <= 40; k++) {
      nn_table_row(walks, (nn_real)k, b.w);
      roll(&b, b.w, places[p].h, places[p].beta);
    }
    nn_table_block(walks);
  }
  double worst = 0;
  for (int i = 0; i <= 9; i++) {
    nn_real beta = (nn_real)i / 10;
    double limit = (double)(2 + 2 * beta);
    worst = fmax(worst, fabs((double)largest_rate(beta) / limit - 1));
    if (i != 9) continue;
    nn_run_number(run, "map.limit", "%.2f", largest_rate(beta));
  }
  nn_run_number(run, "map.worst", "%.0e", worst);
}

/* The factor by beta, where h is small. Too much memory is as bad as none.
 */
static void show_best_beta(nn_run *run) {
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

/* The mean of w^2 in the long run where each slope is w - 1 or w + 1, as
 * a coin falls. */
static nn_real noise_ball(nn_real rate, nn_real beta, nn_rng *rng) {
  enum { BEFORE = 5000, STEPS = 1000000 };
  ball b = {0, 0};
  double sum = 0;
  for (int k = 0; k < BEFORE + STEPS; k++) {
    nn_real a = nn_rng_next(rng) >> 63 ? 1 : -1;
    roll(&b, b.w - a, rate, beta);
    if (k >= BEFORE) sum += (double)(b.w * b.w);
  }
  return (nn_real)(sum / (double)STEPS);
}

static nn_real noise_ball_formula(nn_real rate, nn_real beta) {
  return rate * (1 + beta) / ((1 - beta) * (2 + 2 * beta - rate));
}

static void show_noise(nn_run *run) {
  static const nn_real betas[] = {0, (nn_real)0.5, (nn_real)0.9,
                                  (nn_real)0.95};
  const nn_real rate = (nn_real)0.02;
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  double worst = 0;
  nn_real plain = noise_ball(rate, 0, &rng);
  nn_run_part(run, "noise");
  nn_run_say(run,
             "            mean of w^2           the same with the rate\n"
             " beta  measured   formula         times 1 - beta\n");
  for (int i = 0; i < 4; i++) {
    nn_real beta = betas[i], measured = noise_ball(rate, beta, &rng);
    nn_real formula = noise_ball_formula(rate, beta);
    nn_real fair = noise_ball(rate * (1 - beta), beta, &rng);
    worst = fmax(worst, fabs((double)(measured / formula) - 1));
    nn_run_say(run, "%5.2f%10.4f%10.4f%20.4f\n", (double)beta,
               (double)measured, (double)formula, (double)fair);
    char name[32];
    snprintf(name, sizeof name, "noise.%g", 100 * (double)beta);
    nn_run_number(run, name, "%.4f", measured);
    snprintf(name, sizeof name, "noise.times.%g", 100 * (double)beta);
    nn_run_number(run, name, "%.1f", measured / plain);
    snprintf(name, sizeof name, "noise.fair.%g", 100 * (double)beta);
    nn_run_number(run, name, "%.4f", fair);
  }
  nn_run_number(run, "noise.worst", "%.0f", 100 * worst);
}

/* Where a ball from rest settles in the function of two valleys. */
static nn_real settles(nn_real start, nn_real beta) {
  ball b = {start, 0};
  for (int k = 0; k < 20000; k++) {
    nn_real slope = valleys_slope(b.w);
    if (k > 0 && fabs((double)b.v) < 1e-9 && fabs((double)slope) < 1e-7)
      break;
    roll(&b, slope, (nn_real)0.01, beta);
  }
  return b.w;
}

/* The highest point between the valleys, where their basins meet. */
static nn_real hilltop(void) {
  nn_real w = 0;
  for (int k = 0; k < 1000; k++) w += valleys_slope(w) / 10;
  return w;
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
static nn_real first_crossing(nn_real top) {
  for (int i = 0; i < 99; i++)
    for (int j = -50; j <= 50; j++) {
      nn_real beta = (nn_real)i / 100, start = (nn_real)j / 20;
      if ((settles(start, beta) < 0) != (start < top)) return beta;
    }
  return 1;
}

/* Of starts on the shallow side, how many find the deep valley; of those
 * on the deep side, how many leave it. */
static void show_wells(nn_run *run) {
  enum { STARTS = 400 };
  static const nn_real betas[] = {0,
                                  (nn_real)0.5,
                                  (nn_real)0.9,
                                  (nn_real)0.93,
                                  (nn_real)0.95,
                                  (nn_real)0.98,
                                  (nn_real)0.99};
  nn_real top = hilltop();
  nn_run_part(run, "wells");
  nn_run_say(run, "         of starts in the     of starts in the\n"
                  " beta    shallow, settle      deep, settle in\n"
                  "         in the deep          the shallow\n");
  for (int i = 0; i < 7; i++) {
    int found = 0, left = 0;
    for (int s = 0; s < STARTS; s++) {
      nn_real part = ((nn_real)s + (nn_real)0.5) / (nn_real)STARTS;
      found += settles(top + part * (2 - top), betas[i]) < 0;
      left += settles(top - part * (2 + top), betas[i]) > 0;
    }
    nn_run_say(run, "%5.2f%12.1f %%%20.1f %%\n", (double)betas[i],
               100.0 * found / (double)STARTS,
               100.0 * left / (double)STARTS);
    char name[32];
    snprintf(name, sizeof name, "wells.found.%g", 100 * (double)betas[i]);
    nn_run_number(run, name, "%.1f", 100.0 * found / (double)STARTS);
    snprintf(name, sizeof name, "wells.left.%g", 100 * (double)betas[i]);
    nn_run_number(run, name, "%.1f", 100.0 * left / (double)STARTS);
  }
  nn_run_number(run, "wells.first", "%.2f", first_crossing(top));
  static const int tried[] = {0, 90, 95, 98, 99};
  for (int i = 0; i < 5; i++) {
    nn_real beta = (nn_real)tried[i] / 100;
    char name[32];
    snprintf(name, sizeof name, "wells.right.%d", tried[i]);
    nn_run_number(run, name, "%.3f", settles((nn_real)1.6, beta));
    snprintf(name, sizeof name, "wells.far-left.%d", tried[i]);
    nn_run_number(run, name, "%.3f", settles(-2, beta));
  }
  draw_basins(run);
}

/* Two balls through the valleys, from 1.6 and from -2. */
static void show_rolls(nn_run *run) {
  nn_table *profile = nn_run_table(run, "valleys", "w height");
  for (int i = -205; i <= 170; i++)
    nn_table_row(profile, (nn_real)i / 100, valleys((nn_real)i / 100));
  nn_table *table = nn_run_table(run, "rolls", "step w height");
  static const nn_real starts[] = {(nn_real)1.6, -2};
  for (int s = 0; s < 2; s++) {
    ball b = {starts[s], 0};
    for (int k = 0; k <= 400; k++) {
      nn_table_row(table, (nn_real)k, b.w, valleys(b.w));
      roll(&b, valleys_slope(b.w), (nn_real)0.01, (nn_real)0.95);
    }
    nn_table_block(table);
  }
}

/* Polyak's constants for curvatures from 1 to 25, on a function that has
 * just those and is no parabola. */
static void show_cycle(nn_run *run) {
  const nn_real rate = (nn_real)(1.0 / 9), beta = (nn_real)(4.0 / 9);
  const nn_real start = (nn_real)3.3;
  nn_table *table = nn_run_table(run, "cycle", "step ball plain");
  ball heavy = {start, 0}, plain = heavy, ahead = heavy;
  for (int k = 0; k < 3000; k++) {
    if (k <= 30) nn_table_row(table, (nn_real)k, heavy.w, plain.w);
    roll(&heavy, bent_slope(heavy.w), rate, beta);
    roll(&plain, bent_slope(plain.w), (nn_real)(2.0 / 26), 0);
    roll_looking_ahead(&ahead, bent_slope, (nn_real)(1.0 / 25),
                       (nn_real)(4.0 / 6));
  }
  nn_run_number(run, "cycle.plain", "%.0e", fabs((double)plain.w));
  nn_run_number(run, "cycle.ahead", "%.0e", fabs((double)ahead.w));
  while (!(heavy.w < 0)) roll(&heavy, bent_slope(heavy.w), rate, beta);
  for (int i = 1; i <= 3; i++) {
    char name[32];
    snprintf(name, sizeof name, "cycle.%d", i);
    nn_run_number(run, name, "%.4f", heavy.w);
    roll(&heavy, bent_slope(heavy.w), rate, beta);
  }
}

/* ---- a network -------------------------------------------------------*/

enum { STARTS = 200, LIMIT = 50000 };

static bool all_right(const nn_pass *pass, const nn_dataset *data) {
  const nn_real *a = nn_pass_output(pass), half = (nn_real)0.5;
  for (size_t i = 0; i < data->count; i++)
    if ((a[i] > half) != (data->t[i] > half)) return false;
  return true;
}

/* Epochs until 2-2-1 neurons say XOR, from random weights; at most LIMIT.
 */
static int learns_xor(nn_real beta, nn_rng *rng) {
  nn_dataset data = nn_dataset_parity(2);
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_real *w = nn_net_vector(&net), *g = nn_net_vector(&net);
  nn_pass pass = nn_pass_new(&net, data.count);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_momentum(2, beta), net.params);
  nn_net_init(&net, w, NN_UNIFORM, (nn_real)0.3, rng);
  int epochs = 0;
  for (; epochs < LIMIT; epochs++) {
    nn_net_forward(&net, w, data.x, data.count, &pass);
    nn_net_loss(&net, &pass, NN_QUADRATIC, data.t);
    if (all_right(&pass, &data)) break;
    nn_net_backward(&net, w, &pass, g);
    nn_optimizer_step(&optimizer, w, g);
  }
  nn_optimizer_free(&optimizer);
  nn_pass_free(&pass);
  nn_vector_free(g);
  nn_vector_free(w);
  nn_net_free(&net);
  nn_dataset_free(&data);
  return epochs;
}

static int by_size(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

/* The same starts without momentum and with it. */
static void show_xor(nn_run *run) {
  int epochs[2][STARTS], solved[2] = {0}, stuck_twice = 0;
  for (int heavy = 0; heavy < 2; heavy++) {
    nn_rng rng = nn_rng_seeded(nn_run_seed(run));
    for (int s = 0; s < STARTS; s++) {
      epochs[heavy][s] = learns_xor(heavy ? (nn_real)0.9 : 0, &rng);
      solved[heavy] += epochs[heavy][s] < LIMIT;
      stuck_twice +=
          heavy && epochs[0][s] == LIMIT && epochs[1][s] == LIMIT;
    }
  }
  for (int heavy = 0; heavy < 2; heavy++)
    qsort(epochs[heavy], STARTS, sizeof **epochs, by_size);
  int plain = epochs[0][STARTS / 2], heavy_ball = epochs[1][STARTS / 2];
  nn_run_number(run, "xor.starts", "%.0f", STARTS);
  nn_run_number(run, "xor.limit", "%.0f", LIMIT);
  nn_run_number(run, "xor.plain-solved", "%.0f", solved[0]);
  nn_run_number(run, "xor.ball-solved", "%.0f", solved[1]);
  nn_run_number(run, "xor.plain-stuck", "%.0f", STARTS - solved[0]);
  nn_run_number(run, "xor.ball-stuck", "%.0f", STARTS - solved[1]);
  nn_run_number(run, "xor.stuck-twice", "%.0f", stuck_twice);
  nn_run_number(run, "xor.plain-median", "%.0f", plain);
  nn_run_number(run, "xor.ball-median", "%.0f", heavy_ball);
  nn_run_number(run, "xor.faster", "%.1f", (double)plain / heavy_ball);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "a ball that remembers where it was going", 1964);
  show_ramp(run);
  show_terminal(run);
  show_forms(run);
  show_paths(run);
  show_polyak(run);
  show_map(run);
  show_best_beta(run);
  nn_run_say(run, "\n");
  show_noise(run);
  nn_run_say(run, "\n");
  show_wells(run);
  show_rolls(run);
  show_cycle(run);
  show_xor(run);
  return nn_run_end(run);
}
