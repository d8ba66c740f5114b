/* Chapter 7: RMSprop. A step for each weight, by the size of its gradients.
 */
#include <nn/optimizer.h>
#include <nn/rng.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- one weight ------------------------------------------------------*/

/* A weight and the running mean of its gradient's square. */
typedef struct {
  nn_real w, s;
} weight;

/* Only the sign of the gradient counts. */
static void sign_step(weight *p, nn_real g, nn_real rate) {
  if (g > 0) p->w -= rate;
  if (g < 0) p->w += rate;
}

/* Nine gradients of 0.1 and one of -0.9, again and again. */
static nn_real nine_and_one(int k) {
  return k % 10 == 9 ? (nn_real)-0.9 : (nn_real)0.1;
}

static nn_real root(nn_real x) {
  return (nn_real)sqrt((double)x);
}

/* RMSprop: divide the gradient by the root of the running mean square. */
static void rms_step(weight *p, nn_real g, nn_real rate, nn_real rho,
                     nn_real epsilon) {
  p->s = rho * p->s + (1 - rho) * g * g;
  p->w -= rate * g / (root(p->s) + epsilon);
}

/* ---- nine against one ------------------------------------------------*/

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

static void play_nine_against_one(void) {
  printf("Nine against one: the drift of a cycle\n\n");
  printf(" gradient descent %8.3f\n", (double)drift(BY_GRADIENT, 0));
  printf(" sign             %8.3f\n", (double)drift(BY_SIGN, 0));
  printf(" RMSprop, rho 0.9 %8.3f\n",
         (double)drift(BY_ROOT_MEAN_SQUARE, (nn_real)0.9));
  printf(" RMSprop, rho 0.99%8.3f\n",
         (double)drift(BY_ROOT_MEAN_SQUARE, (nn_real)0.99));
}

/* ---- the first steps -------------------------------------------------*/

/* The length of the k-th step under a gradient that stays the same, with
 * the rate 1. */
static nn_real step_length(nn_real g, int k) {
  weight p = {0, 0};
  nn_real before = 0;
  for (; k > 0; k--) {
    before = p.w;
    rms_step(&p, g, 1, (nn_real)0.9, (nn_real)1e-8);
  }
  return before - p.w;
}

static void take_first_steps(void) {
  static const double gradients[] = {1e-5, 0.01, 1, 100, 1e5};
  printf("The length of the first steps\n\n"
         " gradient    1st    2nd    3rd   10th   30th\n");
  for (size_t i = 0; i < sizeof gradients / sizeof *gradients; i++) {
    nn_real g = (nn_real)gradients[i];
    printf("%8.0e%8.3f%7.3f%7.3f%7.3f%7.3f\n", gradients[i],
           (double)step_length(g, 1), (double)step_length(g, 2),
           (double)step_length(g, 3), (double)step_length(g, 10),
           (double)step_length(g, 30));
  }
}

/* ---- a bowl, turned --------------------------------------------------*/

/* C = 1/2 (u[0]^2 + kappa u[1]^2), where u are the coordinates of w in
 * axes turned by an angle with this cosine and sine. */
typedef struct {
  nn_real kappa, c, s;
} bowl;

/* The sine and the cosine of 45 degrees. */
static const nn_real HALF_ROOT = (nn_real)0.70710678118654752;

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

/* An optimiser has arrived when the loss is below this and stays there for
 * so many steps. It has failed when it has not after `limit` steps. */
typedef struct {
  nn_real loss;
  int stay, limit;
} target;

/* Steps from u to the target; its limit if they do not lead there. */
static int bowl_steps(const bowl *b, nn_optimizer_options options,
                      const nn_real u[2], target until) {
  nn_optimizer optimizer = nn_optimizer_new(options, 2);
  nn_real w[2], g[2];
  turn_back(b, u, w);
  int arrived = 0; /* the first step of those below the target */
  for (int k = 0; arrived < until.limit && k <= arrived + until.stay; k++) {
    nn_real loss = bowl_loss(b, w, g);
    if (!(loss < until.loss)) arrived = k + 1;
    if (!(loss < (nn_real)1e9)) arrived = until.limit; /* it diverges */
    nn_optimizer_step(&optimizer, w, g);
  }
  nn_optimizer_free(&optimizer);
  return arrived;
}

/* From (1, 1) along the bowl's axes until the loss is below 0.1 for good:
 * RMSprop's fewest steps, over a hundred rates up to 0.02. */
static int tuned_rmsprop(bowl b) {
  int fewest = 100000;
  for (int i = 1; i <= 100; i++) {
    nn_real rate = (nn_real)(0.02 * i / 100);
    int steps =
        bowl_steps(&b, nn_rmsprop(rate, (nn_real)0.9), (nn_real[2]){1, 1},
                   (target){(nn_real)0.1, 1000, fewest});
    if (steps < fewest) fewest = steps;
  }
  return fewest;
}

static void turn_the_bowl(void) {
  printf("RMSprop over a bowl of curvatures 1 and 1000\n\n");
  printf(" along the weights  %5d steps\n",
         tuned_rmsprop((bowl){1000, 1, 0}));
  printf(" turned by 45 deg.  %5d steps\n",
         tuned_rmsprop((bowl){1000, HALF_ROOT, HALF_ROOT}));
}

/* ---- no rest ---------------------------------------------------------*/

/* How far RMSprop is from the minimum of a parabola, so many steps after
 * it was at 1. */
static nn_real distance_after(int steps, nn_real curvature, nn_real rate) {
  weight p = {1, 0};
  for (int k = 0; k < steps; k++)
    rms_step(&p, curvature * p.w, rate, (nn_real)0.9, (nn_real)1e-8);
  return (nn_real)fabs((double)p.w);
}

static void never_rest(void) {
  static const int steps[] = {0, 20, 40, 60, 80, 100, 200, 400};
  const nn_real rate = (nn_real)0.1;
  printf("RMSprop on parabolas, eta = 0.1\n\n"
         "         distance where the curvature is\n"
         " steps      0.01         1       100\n");
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    printf("%6d%10.0e%10.0e%10.0e\n", steps[i],
           (double)distance_after(steps[i], (nn_real)0.01, rate),
           (double)distance_after(steps[i], 1, rate),
           (double)distance_after(steps[i], 100, rate));
}

/* ---- the race --------------------------------------------------------*/

enum { RUNNERS = 6, RATES = 31, STARTS = 15 };

typedef struct {
  const char *name;
  nn_optimizer_options options; /* the rate is tuned */
} runner;

/* They have the order of nn_rule. */
static runner runner_number(int i) {
  const nn_real kept = (nn_real)0.9;
  const runner all[RUNNERS] = {{"gradient descent", nn_gradient_descent(0)},
                               {"momentum 0.9", nn_momentum(0, kept)},
                               {"Nesterov 0.9", nn_nesterov(0, kept)},
                               {"AdaGrad", nn_adagrad(0)},
                               {"RMSprop 0.9", nn_rmsprop(0, kept)},
                               {"Adam", nn_adam(0)}};
  return all[i];
}

/* The rates that are tried: 10^-4 to 10, six for each power of ten. */
static nn_real rate_tried(int i) {
  return (nn_real)pow(10, i / 6.0 - 4);
}

/* Something to minimise: steps from a random start to a target. */
typedef int problem(nn_optimizer_options options, uint64_t seed);

static int from_random_start(bowl b, nn_optimizer_options options,
                             uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  nn_real u[2];
  for (int i = 0; i < 2; i++) u[i] = nn_rng_between(&rng, -2, 2);
  return bowl_steps(&b, options, u, (target){(nn_real)0.001, 1000, 5000});
}

static int straight_bowl(nn_optimizer_options options, uint64_t seed) {
  return from_random_start((bowl){100, 1, 0}, options, seed);
}

static int turned_bowl(nn_optimizer_options options, uint64_t seed) {
  bowl turned = {100, HALF_ROOT, HALF_ROOT};
  return from_random_start(turned, options, seed);
}

static int by_size(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

static int median_steps(problem *steps_on, nn_optimizer_options options) {
  int steps[STARTS];
  for (int s = 0; s < STARTS; s++)
    steps[s] = steps_on(options, (uint64_t)s);
  qsort(steps, STARTS, sizeof *steps, by_size);
  return steps[STARTS / 2];
}

static void try_rates(problem *steps_on, nn_optimizer_options options,
                      int steps[RATES]) {
  for (int i = 0; i < RATES; i++) {
    options.learning_rate = rate_tried(i);
    steps[i] = median_steps(steps_on, options);
  }
}

/* The index of the rate with the fewest steps. */
static int best_rate(const int steps[RATES]) {
  int best = 0;
  for (int i = 1; i < RATES; i++)
    if (steps[i] < steps[best]) best = i;
  return best;
}

typedef struct {
  int steps[RUNNERS][RATES];
} results;

static results race(problem *steps_on) {
  results all;
  for (int r = 0; r < RUNNERS; r++)
    try_rates(steps_on, runner_number(r).options, all.steps[r]);
  return all;
}

static void print_results(const results *on, int problems) {
  for (int r = 0; r < RUNNERS; r++) {
    printf(" %-16s", runner_number(r).name);
    for (int p = 0; p < problems; p++) {
      int best = best_rate(on[p].steps[r]);
      printf("%8d%8.3g", on[p].steps[r][best], (double)rate_tried(best));
    }
    printf("\n");
  }
}

static void race_over_bowls(void) {
  const results both[] = {race(straight_bowl), race(turned_bowl)};
  printf("The race over two bowls\n\n"
         "                    straight bowl    turned bowl\n"
         "                    steps   rate    steps   rate\n");
  print_results(both, 2);
}

int main(void) {
  play_nine_against_one();
  printf("\n\n");
  take_first_steps();
  printf("\n\n");
  turn_the_bowl();
  printf("\n\n");
  never_rest();
  printf("\n\n");
  race_over_bowls();
  return 0;
}
