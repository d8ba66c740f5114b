/* How fast a heavy ball gets, and how soon. */
#include "grader.h"

#include <math.h>

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* ---- the terminal step -----------------------------------------------*/

static double push(const message *q) {
  return -message_number(q, "learning_rate") * message_number(q, "slope");
}

static double beta_of(const message *q) {
  return message_number(q, "beta");
}

static void right_step(const message *q, message *a) {
  message_add_number(a, "returned", push(q) / (1 - beta_of(q)));
}
static void uphill(const message *q, message *a) {
  message_add_number(a, "returned", -push(q) / (1 - beta_of(q)));
}
static void size_only(const message *q, message *a) {
  message_add_number(a, "returned", fabs(push(q)) / (1 - beta_of(q)));
}
static void one_push(const message *q, message *a) {
  message_add_number(a, "returned", push(q));
}
static void shrunk(const message *q, message *a) {
  message_add_number(a, "returned", push(q) * (1 - beta_of(q)));
}
static void by_beta(const message *q, message *a) {
  message_add_number(a, "returned", push(q) / beta_of(q));
}
static void squared(const message *q, message *a) {
  double rest = 1 - beta_of(q);
  message_add_number(a, "returned", push(q) / (rest * rest));
}
static void two_terms(const message *q, message *a) {
  message_add_number(a, "returned", push(q) * (1 + beta_of(q)));
}
static void without_own(const message *q, message *a) {
  message_add_number(a, "returned",
                     push(q) * beta_of(q) / (1 - beta_of(q)));
}
static void without_rate(const message *q, message *a) {
  message_add_number(a, "returned",
                     -message_number(q, "slope") / (1 - beta_of(q)));
}

static const misconception step_known[] = {
    {"terminal-uphill", uphill, "sec:terminal",
     "The size is right, but your ball rolls up. It moves against the "
     "slope: where the slope is positive, w falls."},
    {"size-only", size_only, "sec:terminal",
     "You return how long the step is, whichever way it goes. Asked for is "
     "the change of w, which has a sign: against the slope."},
    {"one-push", one_push, "sec:terminal",
     "That is the ball's first step from rest, and plain descent's every "
     "step. The velocity goes on growing until friction takes as much as "
     "the slope gives."},
    {"shrunk", shrunk, "sec:terminal",
     "You multiply by 1 - beta where you should divide. Momentum adds what "
     "is left of all earlier pushes, so the step gets longer, not "
     "shorter."},
    {"divided-by-beta", by_beta, "sec:terminal",
     "You divide by beta. In the long run v = beta v - eta g with the same "
     "v on both sides: bring both to one side and see what v is multiplied "
     "by."},
    {"friction-squared", squared, "sec:terminal",
     "You divide by 1 - beta twice. The pushes that are left, 1 + beta + "
     "beta^2 and so on, sum up to one over 1 - beta, once."},
    {"two-pushes-only", two_terms, "sec:terminal",
     "You count this push and the one before it. Of every earlier push "
     "something is left, beta^k of the one k steps ago: the sum goes on "
     "for ever."},
    {"own-push-forgotten", without_own, "sec:terminal",
     "You sum what is left of the earlier pushes, from beta on, and leave "
     "out the newest one, which acts whole. The sum begins with 1."},
    {"rate-forgotten", without_rate, "sec:terminal",
     "The learning rate is missing. Each push is eta times the slope, so "
     "the step that they add up to is in proportion to eta."},
    {0},
};

static void make_step(nn_rng *rng, size_t i, message *query) {
  message_add_number(query, "slope",
                     between(rng, 0.2, 3) * (i % 2 ? -1 : 1));
  message_add_number(query, "learning_rate", between(rng, 0.01, 0.5));
  double beta = i == 7 ? 0 : i % 10 == 9 ? 0.999 : between(rng, 0.1, 0.99);
  message_add_number(query, "beta", beta);
}

static void check_step(grader *g) {
  grader_compare(g, &(comparison){"terminal_step", 40, make_step,
                                  right_step, step_known});
}

/* ---- how soon --------------------------------------------------------*/

/* The number of steps, not rounded yet, for a velocity of which beta^k is
 * missing after k steps. */
static double steps_for(const message *q) {
  return log(1 - message_number(q, "part")) / log(beta_of(q));
}

static void right_until(const message *q, message *a) {
  message_add_number(a, "returned", ceil(steps_for(q)));
}
static void rounded_down(const message *q, message *a) {
  message_add_number(a, "returned", floor(steps_for(q)));
}
static void rounded_off(const message *q, message *a) {
  message_add_number(a, "returned", round(steps_for(q)));
}
static void not_whole(const message *q, message *a) {
  message_add_number(a, "returned", steps_for(q));
}
static void one_too_many(const message *q, message *a) {
  message_add_number(a, "returned", ceil(steps_for(q)) + 1);
}
static void one_too_few(const message *q, message *a) {
  message_add_number(a, "returned", ceil(steps_for(q)) - 1);
}
static void more_than(const message *q, message *a) {
  message_add_number(a, "returned", floor(steps_for(q)) + 1);
}
static void part_left(const message *q, message *a) {
  message_add_number(
      a, "returned",
      ceil(log(message_number(q, "part")) / log(beta_of(q))));
}
static void straight_line(const message *q, message *a) {
  message_add_number(a, "returned",
                     ceil(message_number(q, "part") / (1 - beta_of(q))));
}
static void memory_long(const message *q, message *a) {
  message_add_number(a, "returned", ceil(1 / (1 - beta_of(q))));
}
static void distance(const message *q, message *a) {
  double beta = beta_of(q), part = message_number(q, "part");
  double speed = 0, way = 0, k = 0;
  do {
    speed = beta * speed + (1 - beta); /* 1 is terminal */
    way += speed;
    k++;
  } while (way < part * k);
  message_add_number(a, "returned", k);
}

static const misconception until_known[] = {
    {"rounded-down", rounded_down, "sec:terminal",
     "You round down, to a step after which the ball is still too slow. "
     "The first whole number at which it is fast enough lies above."},
    {"rounded-off", rounded_off, "sec:terminal",
     "You round to the nearest whole number, which is sometimes too early. "
     "After that many steps the ball has to be fast enough: round up."},
    {"not-whole", not_whole, "sec:terminal",
     "That is where the curve 1 - beta^k crosses the part, between two "
     "steps. The ball takes whole steps: return the first one that is fast "
     "enough."},
    {"one-too-many", one_too_many, "sec:terminal",
     "You are one step late. The first step from rest is already 1 - beta "
     "of the terminal one, so after k steps beta^k is missing, not "
     "beta^(k-1)."},
    {"one-too-few", one_too_few, "sec:terminal",
     "You are one step early. After k steps beta^k is missing, not "
     "beta^(k+1): at rest, after no step, all of it is."},
    {"more-than-the-part", more_than, "sec:terminal",
     "Right but where a step has exactly the part asked for: that is "
     "enough, and you wait for one more. With beta = 1/2 the first step is "
     "half the terminal one."},
    {"part-that-is-missing", part_left, "sec:terminal",
     "You count until beta^k has fallen to the part. But beta^k is what is "
     "missing from the terminal step: it has to fall to 1 - part."},
    {"straight-line", straight_line, "sec:terminal",
     "You let the ball gain as much at every step as at the first. It "
     "gains less and less: what is missing shrinks by the factor beta at "
     "each step."},
    {"memory-for-part", memory_long, "sec:terminal",
     "1/(1 - beta) is how many slopes the ball remembers, more or less, "
     "and does not depend on the part. The step count does: solve 1 - "
     "beta^k = part for k."},
    {"distance-for-speed", distance, "sec:terminal",
     "You compare how far the ball has come with how far it would have "
     "come at terminal speed. Asked for is the last step alone, which "
     "reaches its part sooner."},
    {0},
};

/* No part is so near to a step's that rounding could decide, but where
 * the first step has exactly the part asked for: that is exact. */
static void make_until(nn_rng *rng, size_t i, message *query) {
  double beta, part, over;
  do {
    beta = i % 3 == 0 ? between(rng, 0.9, 0.99) : between(rng, 0.2, 0.9);
    part = i % 4 == 0 ? between(rng, 0.9, 0.99) : between(rng, 0.1, 0.9);
    double steps = log(1 - part) / log(beta);
    over = steps - floor(steps);
  } while (over < 0.05 || over > 0.95);
  if (i % 10 == 9) {
    beta = 0.25 * (double)(1 + i / 10 % 3);
    part = 1 - beta;
  }
  message_add_number(query, "beta", beta);
  message_add_number(query, "part", part);
}

static void check_until(grader *g) {
  grader_compare(g, &(comparison){"steps_until", 60, make_until,
                                  right_until, until_known});
}

/* ---- from one form to the other --------------------------------------*/

static double ema_rate(const message *q) {
  return message_number(q, "ema_rate");
}

static void right_rate(const message *q, message *a) {
  message_add_number(a, "returned", ema_rate(q) * (1 - beta_of(q)));
}
static void rate_back(const message *q, message *a) {
  message_add_number(a, "returned", ema_rate(q) / (1 - beta_of(q)));
}
static void rate_same(const message *q, message *a) {
  message_add_number(a, "returned", ema_rate(q));
}
static void rate_by_beta(const message *q, message *a) {
  message_add_number(a, "returned", ema_rate(q) * beta_of(q));
}
static void rate_squared(const message *q, message *a) {
  double rest = 1 - beta_of(q);
  message_add_number(a, "returned", ema_rate(q) * rest * rest);
}

static const misconception rate_known[] = {
    {"rate-the-wrong-way", rate_back, "sec:forms",
     "You convert the other way. An average makes steps 1/(1 - beta) times "
     "shorter than a ball, so the ball needs the smaller rate of the two."},
    {"rate-unchanged", rate_same, "sec:forms",
     "With the same rate the ball's steps are 1/(1 - beta) times as long. "
     "The average gives each slope the part 1 - beta; put that into the "
     "ball's rate."},
    {"rate-times-beta", rate_by_beta, "sec:forms",
     "You multiply by beta. That is the part which the old average keeps; "
     "what the new slope gets, and what the ball's rate has to make up "
     "for, is 1 - beta."},
    {"rate-times-square", rate_squared, "sec:forms",
     "You multiply by 1 - beta twice. The average gives each slope this "
     "part once, when it comes in; after that both forms shrink by beta "
     "alike."},
    {0},
};

static void make_rate(nn_rng *rng, size_t i, message *query) {
  message_add_number(query, "ema_rate", between(rng, 0.01, 2));
  message_add_number(query, "beta", i == 5 ? 0 : between(rng, 0.1, 0.99));
}

static void check_rate(grader *g) {
  grader_compare(g, &(comparison){"heavy_ball_rate", 30, make_rate,
                                  right_rate, rate_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "terminal", 3, "the step in the long run", "", check_step);
  grader_part(g, "soon", 3, "how soon it is reached", "", check_until);
  grader_part(g, "rate", 2, "the ball's rate", "", check_rate);
  return grader_end(g);
}
