/* Chapter 6: momentum. A ball remembers where it was going. */
#include <nn/rng.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

/* ---- a ball ----------------------------------------------------------*/

/* A weight and its velocity: by how much it moves with each step. */
typedef struct {
  nn_real w, v;
} ball;

/* Polyak's heavy ball: keep a part of the velocity, add what the slope
 * does to it, move. */
static void roll(ball *b, nn_real slope, nn_real rate, nn_real beta) {
  b->v = beta * b->v - rate * slope;
  b->w += b->v;
}

/* The length of a step in the long run, where each slope is the one before
 * times `change`: 1 or -1. */
static nn_real terminal_step(nn_real beta, nn_real change) {
  ball b = {0, 0};
  nn_real slope = 1;
  for (int k = 0; k < 5000; k++, slope *= change) roll(&b, slope, 1, beta);
  return (nn_real)fabs((double)b.v);
}

/* Steps from rest to nine tenths of the terminal speed. */
static int steps_to_speed(nn_real beta) {
  ball b = {0, 0};
  int steps = 0;
  for (; b.v > (nn_real)-0.9 / (1 - beta); steps++) roll(&b, 1, 1, beta);
  return steps;
}

static void reach_terminal_speed(void) {
  static const double betas[] = {0, 0.5, 0.9, 0.99};
  printf("The length of a step in the long run\n\n"
         "          the same slope         slope of changing sign\n"
         " beta   step   after (steps)      step\n");
  for (size_t i = 0; i < sizeof betas / sizeof *betas; i++) {
    nn_real beta = (nn_real)betas[i];
    printf("%5.2f%7.0f%11d%17.3f\n", betas[i],
           (double)terminal_step(beta, 1), steps_to_speed(beta),
           (double)terminal_step(beta, -1));
  }
}

/* ---- two forms -------------------------------------------------------*/

/* The form in which v is a mean of slopes. */
static void roll_by_mean(ball *b, nn_real slope, nn_real rate,
                         nn_real beta) {
  b->v = beta * b->v + (1 - beta) * slope;
  b->w -= rate * b->v;
}

static void compare_forms(void) {
  const nn_real rate = (nn_real)0.001, beta = (nn_real)0.9;
  ball heavy = {1, 0}, mean = {1, 0}, slow = {1, 0};
  printf("Two forms on a parabola\n\n"
         "         heavy ball         mean of slopes\n"
         " steps   rate 0.001   rate 0.01   rate 0.001\n");
  for (int k = 0; k <= 400; k++) {
    if (k % 100 == 0)
      printf("%6d%11.4f%12.4f%12.4f\n", k, (double)heavy.w, (double)mean.w,
             (double)slow.w);
    roll(&heavy, heavy.w, rate, beta);
    roll_by_mean(&mean, mean.w, 10 * rate, beta);
    roll_by_mean(&slow, slow.w, rate, beta);
  }
}

/* ---- a bowl ----------------------------------------------------------*/

enum { DIRECTIONS = 2 };

/* C = 1/2 sum of curvature w^2, with a ball in each direction. */
typedef struct {
  nn_real curvature[DIRECTIONS];
  ball at[DIRECTIONS];
} bowl;

static void bowl_roll(bowl *b, nn_real rate, nn_real beta) {
  for (int i = 0; i < DIRECTIONS; i++)
    roll(&b->at[i], b->curvature[i] * b->at[i].w, rate, beta);
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

static void explore_parabola(void) {
  static const double betas[] = {0, 0.5, 0.81, 0.9, 0.99};
  printf("A ball on a parabola\n\n"
         "         largest rate     factor of a step\n"
         " beta   found    formula      h = 0.01\n");
  for (size_t i = 0; i < sizeof betas / sizeof *betas; i++) {
    nn_real beta = (nn_real)betas[i];
    printf("%5.2f%8.3f%9.3f%14.3f\n", betas[i], (double)largest_rate(beta),
           2 + 2 * betas[i], (double)spectral_radius((nn_real)0.01, beta));
  }
}

/* ---- bowls of all shapes ---------------------------------------------*/

/* Polyak's constants for curvatures from 1 to kappa: the factor of a step,
 * whose square is beta, and the rate. */
static nn_real polyak_factor(nn_real kappa) {
  double root = sqrt((double)kappa);
  return (nn_real)((root - 1) / (root + 1));
}

static nn_real polyak_rate(nn_real kappa) {
  double root = sqrt((double)kappa);
  return (nn_real)(4 / ((root + 1) * (root + 1)));
}

typedef void bowl_step(bowl *b, nn_real rate, nn_real beta);

/* Steps from (1, 1) to a millionth of the distance. */
static int steps_on_bowl(bowl_step *step, nn_real kappa, nn_real rate,
                         nn_real beta) {
  bowl b = {{1, kappa}, {{1, 0}, {1, 0}}};
  nn_real goal = (nn_real)1e-6 * bowl_distance(&b);
  int steps = 0;
  for (; bowl_distance(&b) > goal; steps++) step(&b, rate, beta);
  return steps;
}

/* Where the velocity is about to carry the ball. */
static nn_real place_ahead(const ball *b, nn_real beta) {
  return b->w + beta * b->v;
}

/* Nesterov's step: the slope is that of the place ahead. */
static void bowl_look_ahead(bowl *b, nn_real rate, nn_real beta) {
  for (int i = 0; i < DIRECTIONS; i++) {
    nn_real slope = b->curvature[i] * place_ahead(&b->at[i], beta);
    roll(&b->at[i], slope, rate, beta);
  }
}

static void race_over_bowls(void) {
  printf("Steps to a millionth of the distance\n\n"
         " curvatures    gradient    heavy   Nesterov's\n"
         "   1 to        descent     ball       ball\n");
  for (nn_real kappa = 10; kappa <= 10000; kappa *= 10) {
    nn_real beta = polyak_factor(kappa);
    printf("%7.0f%13d%10d%10d\n", (double)kappa,
           steps_on_bowl(bowl_roll, kappa, 2 / (kappa + 1), 0),
           steps_on_bowl(bowl_roll, kappa, polyak_rate(kappa), beta * beta),
           steps_on_bowl(bowl_look_ahead, kappa, 1 / kappa, beta));
  }
}

/* ---- noise -----------------------------------------------------------*/

/* The mean of w^2 in the long run where each slope is w - 1 or w + 1, as
 * a coin falls. */
static nn_real noise_ball(nn_real rate, nn_real beta, nn_rng *coin) {
  enum { BEFORE = 5000, STEPS = 1000000 };
  ball b = {0, 0};
  double sum = 0;
  for (int k = 0; k < BEFORE + STEPS; k++) {
    nn_real a = nn_rng_next(coin) >> 63 ? 1 : -1;
    roll(&b, b.w - a, rate, beta);
    if (k >= BEFORE) sum += (double)(b.w * b.w);
  }
  return (nn_real)(sum / (double)STEPS);
}

static nn_real noise_ball_formula(nn_real rate, nn_real beta) {
  return rate * (1 + beta) / ((1 - beta) * (2 + 2 * beta - rate));
}

static void add_noise(void) {
  static const double betas[] = {0, 0.5, 0.9, 0.95};
  const nn_real rate = (nn_real)0.02;
  nn_rng coin = nn_rng_seeded(1964);
  nn_real plain = noise_ball(rate, 0, &coin);
  printf("The noise ball\n\n"
         "             mean of w^2              the same with the rate\n"
         " beta  measured  times  formula          times 1 - beta\n");
  for (size_t i = 0; i < sizeof betas / sizeof *betas; i++) {
    nn_real beta = (nn_real)betas[i];
    nn_real measured = noise_ball(rate, beta, &coin);
    nn_real slowed = noise_ball(rate * (1 - beta), beta, &coin);
    printf("%5.2f%10.4f%7.1f%9.4f%20.4f\n", betas[i], (double)measured,
           (double)(measured / plain),
           (double)noise_ball_formula(rate, beta), (double)slowed);
  }
}

/* ---- two valleys -----------------------------------------------------*/

/* The slope of w^4/4 - w^2/2 + w/10. The left valley is deeper. */
static nn_real valleys_slope(nn_real w) {
  return w * w * w - w + (nn_real)0.1;
}

/* Where a ball from rest settles. */
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

/* Of 400 starts from the hilltop to `farthest`, the percentage that ends
 * in the valley on the other side. */
static double crossings(nn_real farthest, nn_real beta) {
  enum { STARTS = 400 };
  nn_real top = hilltop();
  int crossed = 0;
  for (int s = 0; s < STARTS; s++) {
    nn_real part = ((nn_real)s + (nn_real)0.5) / (nn_real)STARTS;
    nn_real start = top + part * (farthest - top);
    if ((settles(start, beta) < top) != (start < top)) crossed++;
  }
  return 100.0 * crossed / (double)STARTS;
}

static void roll_in_valleys(void) {
  static const double betas[] = {0, 0.5, 0.9, 0.93, 0.95, 0.98, 0.99};
  printf(
      "In and out of valleys\n\n"
      "         where it settles    of starts in the    of starts in the\n"
      " beta    from 1.6  from -2   shallow, settle     deep, settle in\n"
      "                             in the deep         the shallow\n");
  for (size_t i = 0; i < sizeof betas / sizeof *betas; i++) {
    nn_real beta = (nn_real)betas[i];
    printf("%5.2f%10.3f%10.3f%11.1f %%%19.1f %%\n", betas[i],
           (double)settles((nn_real)1.6, beta), (double)settles(-2, beta),
           crossings(2, beta), crossings(-2, beta));
  }
}

/* ---- a ball that never stops -----------------------------------------*/

/* The slope of Lessard, Recht and Packard: curvature 25, then 1, then 25
 * again. */
static nn_real bent_slope(nn_real w) {
  if (w < 1) return 25 * w;
  if (w < 2) return w + 24;
  return 25 * w - 24;
}

static void go_round(void) {
  ball b = {(nn_real)3.3, 0};
  printf("A ball that never stops\n\n  step        w\n");
  for (int k = 0; k <= 1003; k++) {
    if (k < 4 || k >= 1000) printf("%6d%11.4f\n", k, (double)b.w);
    roll(&b, bent_slope(b.w), (nn_real)(1.0 / 9), (nn_real)(4.0 / 9));
  }
}

int main(void) {
  reach_terminal_speed();
  printf("\n\n");
  compare_forms();
  printf("\n\n");
  explore_parabola();
  printf("\n\n");
  race_over_bowls();
  printf("\n\n");
  add_noise();
  printf("\n\n");
  roll_in_valleys();
  printf("\n\n");
  go_round();
  return 0;
}
