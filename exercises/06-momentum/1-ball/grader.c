/* One step with momentum, in its two forms. */
#include "grader.h"

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* Weights, slopes, and what is left of earlier steps; every fourth ball is
 * at rest, and one forgets all. */
static void make_step(nn_rng *rng, size_t i, message *query,
                      const char *memory) {
  size_t n = 1 + i % 5;
  double *w = message_add(query, "w", NULL, n);
  double *kept = message_add(query, memory, NULL, n);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    kept[k] = i % 4 == 0 ? 0 : between(rng, -1, 1);
    g[k] = between(rng, -2, 2);
  }
  message_add_number(query, "learning_rate", between(rng, 0.05, 0.5));
  message_add_number(query, "beta", i == 5 ? 0 : between(rng, 0.6, 0.95));
}

/* ---- the heavy ball --------------------------------------------------*/

typedef struct {
  bool averaged, swapped, no_friction, forgets, slope_braked;
  bool uphill, subtracted, reversed, plain_sum, rate_again;
  bool stale, not_kept, weight_braked;
} ball_habits;

static void ball_with(const message *q, message *answer, ball_habits h) {
  double *w = answer_copy(answer, q, "w"), *v = answer_copy(answer, q, "v");
  const double *g = message_values(q, "g");
  double rate = message_number(q, "learning_rate");
  double beta = message_number(q, "beta"), keep = beta;
  if (h.swapped) keep = 1 - beta;
  if (h.no_friction) keep = 1;
  if (h.forgets) keep = 0;
  for (size_t i = 0; i < message_count(q, "w"); i++) {
    double push = (h.plain_sum ? 1 : rate) * g[i];
    if (h.averaged) push *= 1 - beta;
    if (h.slope_braked) push *= beta;
    if (h.uphill || h.reversed || h.plain_sum) push = -push;
    double next = keep * v[i] - push;
    double by = h.stale ? v[i] : next;
    if (h.subtracted || h.reversed || h.plain_sum) by = -by;
    if (h.rate_again || h.plain_sum) by *= rate;
    w[i] = (h.weight_braked ? beta : 1) * w[i] + by;
    if (!h.not_kept) v[i] = next;
  }
}

static void right_ball(const message *q, message *a) {
  ball_with(q, a, (ball_habits){0});
}
static void averaged(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.averaged = true});
}
static void swapped(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.swapped = true});
}
static void no_friction(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.no_friction = true});
}
static void forgets(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.forgets = true});
}
static void slope_braked(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.slope_braked = true});
}
static void uphill(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.uphill = true});
}
static void subtracted(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.subtracted = true});
}
static void reversed(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.reversed = true});
}
static void plain_sum(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.plain_sum = true});
}
static void rate_again(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.rate_again = true});
}
static void stale(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.stale = true});
}
static void not_kept(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.not_kept = true});
}
static void weight_braked(const message *q, message *a) {
  ball_with(q, a, (ball_habits){.weight_braked = true});
}

static const misconception ball_known[] = {
    {"ball-averages", averaged, "sec:forms",
     "Your ball is pushed by 1 - beta times the slope. That belongs to the "
     "moving average; a heavy ball gets the whole push, eta times the "
     "slope."},
    {"ball-swaps-parts", swapped, "sec:ball",
     "Your ball keeps the part 1 - beta of its velocity. It keeps the part "
     "beta: with 0.9 it loses a tenth at each step, not nine tenths."},
    {"no-friction", no_friction, "sec:ball",
     "Your ball keeps all of its velocity. Without friction it would never "
     "come to rest: beta times the old velocity is what is left."},
    {"no-memory", forgets, "sec:ball",
     "Your velocity is made of the last slope alone, which is plain "
     "gradient descent. A ball goes on rolling: beta times the old "
     "velocity belongs to the new one."},
    {"push-braked", slope_braked, "sec:ball",
     "You brake the new push as well as the old velocity. The friction "
     "beta acts on the velocity that the ball had; the slope comes in "
     "whole."},
    {"ball-uphill", uphill, "sec:ball",
     "Your ball rolls up. The slope points where the loss grows, so eta "
     "times the slope is taken away from the velocity."},
    {"velocity-subtracted", subtracted, "sec:ball",
     "The velocity is right, but you move the weight against it. The minus "
     "is already in the velocity: the weight moves along it."},
    {"velocity-reversed", reversed, "sec:ball",
     "From rest you take the right path, but your v is the velocity with "
     "its sign turned round. Here v is what is added to w, so the slope "
     "enters it with a minus."},
    {"rate-outside", plain_sum, "sec:forms",
     "You sum the bare slopes and multiply by eta when you move w, as some "
     "libraries do. Here v is a velocity, what is added to w: the learning "
     "rate is already in it."},
    {"rate-twice", rate_again, "sec:ball",
     "The learning rate is in your step twice. It is part of the velocity "
     "already, so the weight moves by the velocity as it is."},
    {"velocity-of-yesterday", stale, "sec:ball",
     "You move the weight by the velocity that the ball had before this "
     "slope acted. Change the velocity first, then move by the new one."},
    {"velocity-not-kept", not_kept, "sec:ball",
     "The weights move as they should, but v comes back as it was. The "
     "next step begins with this velocity: it has to be written into v."},
    {"weight-braked", weight_braked, "sec:ball",
     "You multiply the weight by beta too. Friction slows the ball down; "
     "it does not pull the place where the ball is towards 0."},
    {0},
};

static void make_ball(nn_rng *rng, size_t i, message *query) {
  make_step(rng, i, query, "v");
}

static void check_ball(grader *g) {
  grader_compare(g, &(comparison){"heavy_ball", 50, make_ball, right_ball,
                                  ball_known});
}

/* ---- the moving average ----------------------------------------------*/

typedef struct {
  bool summed, swapped, uphill, stale, not_kept, unused;
  bool rate_inside, rate_twice, lengthened, heavy;
} ema_habits;

static void ema_with(const message *q, message *answer, ema_habits h) {
  double *w = answer_copy(answer, q, "w"), *m = answer_copy(answer, q, "m");
  const double *g = message_values(q, "g");
  double rate = message_number(q, "learning_rate");
  double beta = message_number(q, "beta"), keep = beta, take = 1 - beta;
  if (h.swapped) keep = 1 - beta, take = beta;
  if (h.summed) take = 1;
  if (h.rate_inside || h.rate_twice) take *= rate;
  if (h.heavy) take = -rate;
  for (size_t i = 0; i < message_count(q, "w"); i++) {
    double next = keep * m[i] + take * g[i];
    double by = h.stale ? m[i] : h.unused ? g[i] : next;
    if (!h.rate_inside && !h.heavy) by *= rate;
    if (h.lengthened) by /= 1 - beta;
    w[i] -= h.uphill || h.heavy ? -by : by;
    if (!h.not_kept) m[i] = next;
  }
}

static void right_ema(const message *q, message *a) {
  ema_with(q, a, (ema_habits){0});
}
static void ema_summed(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.summed = true});
}
static void ema_swapped(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.swapped = true});
}
static void ema_uphill(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.uphill = true});
}
static void ema_stale(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.stale = true});
}
static void ema_not_kept(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.not_kept = true});
}
static void ema_unused(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.unused = true});
}
static void ema_rate_inside(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.rate_inside = true});
}
static void ema_rate_twice(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.rate_twice = true});
}
static void ema_lengthened(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.lengthened = true});
}
static void ema_heavy(const message *q, message *a) {
  ema_with(q, a, (ema_habits){.heavy = true});
}

static const misconception ema_known[] = {
    {"not-an-average", ema_summed, "sec:forms",
     "You add the whole slope, as a heavy ball does. An average gives the "
     "new slope the part 1 - beta, so that all parts together make 1."},
    {"ema-swaps-parts", ema_swapped, "sec:forms",
     "You have beta and 1 - beta the wrong way round. The old average "
     "keeps the large part beta; the new slope gets the rest."},
    {"ema-uphill", ema_uphill, "sec:forms",
     "You move along the average of the slopes, which leads up. The "
     "average is made of slopes, not of velocities: w moves against it."},
    {"average-of-yesterday", ema_stale, "sec:forms",
     "You move the weight by the average as it was before this slope. "
     "Bring the average up to date first, then move."},
    {"average-not-kept", ema_not_kept, "sec:forms",
     "The weights move as they should, but m comes back as it was. The "
     "next step needs this average: it has to be written into m."},
    {"average-unused", ema_unused, "sec:forms",
     "The average is right, but the weight moves by the last slope alone. "
     "It is the average that takes the place of the slope."},
    {"rate-in-the-average", ema_rate_inside, "sec:forms",
     "You average eta times the slope. From rest that is the same path "
     "while eta stays as it is, but m is to be an average of slopes: "
     "multiply by eta when you move."},
    {"ema-rate-twice", ema_rate_twice, "sec:forms",
     "The learning rate is in your average and in your step. Average the "
     "bare slopes, and multiply by eta when you move."},
    {"average-lengthened", ema_lengthened, "sec:forms",
     "You divide the step by 1 - beta, which makes it as long as a heavy "
     "ball's. In this form the step is eta times the average; whoever "
     "wants it longer takes a larger eta."},
    {"heavy-ball-again", ema_heavy, "sec:forms",
     "That is the heavy ball once more, with m for its velocity. Here m is "
     "an average of slopes, without eta and without a minus; both come in "
     "when the weight moves."},
    {0},
};

static void make_ema(nn_rng *rng, size_t i, message *query) {
  make_step(rng, i, query, "m");
}

static void check_ema(grader *g) {
  grader_compare(
      g, &(comparison){"ema_step", 50, make_ema, right_ema, ema_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "ball", 5, "a heavy ball's step", "", check_ball);
  grader_part(g, "average", 5, "a step along the average", "", check_ema);
  return grader_end(g);
}
