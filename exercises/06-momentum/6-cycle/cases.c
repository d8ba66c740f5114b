/* A heavy ball that goes round in a cycle. */
#include "cases.h"

#include <math.h>

typedef double slope_function(double w);

enum { KINKED, BOWL, FUNNEL, WELLS, SLIDE };

/* Of Lessard, Recht and Packard: steep, then flat, then steep. */
static double kinked(double w) {
  return w < 1 ? 25 * w : w < 2 ? w + 24 : 25 * w - 24;
}

static double bowl(double w) {
  return w;
}

/* Steep near the bottom, and never steeper than 1 far away. */
static double funnel(double w) {
  return w / sqrt(1 + w * w);
}

/* Two wells, at -1 and 1. */
static double wells(double w) {
  return w * w * w - w;
}

/* The same slope everywhere. */
static double slide(double w) {
  (void)w;
  return 1;
}

static slope_function *const slopes[] = {kinked, bowl, funnel, wells,
                                         slide};

enum { MOST = 16 };

#define NEAR 1e-6 /* as the task says */

typedef struct {
  double w, v;
} ball;

static ball step(const message *q, ball b) {
  slope_function *slope = slopes[(size_t)message_number(q, "slope")];
  b.v = message_number(q, "beta") * b.v -
        message_number(q, "learning_rate") * slope(b.w);
  b.w += b.v;
  return b;
}

/* The ball after the steps that nobody watches. */
static ball roll(const message *q) {
  ball b = {message_number(q, "start"), 0};
  size_t steps = (size_t)message_number(q, "steps");
  for (size_t k = 0; k < steps; k++) b = step(q, b);
  return b;
}

/* The period, if what is `within` counts as near; the places, one more than
 * it has, in `visited`. */
static size_t find(const message *q, double within, double *visited) {
  size_t most = (size_t)message_number(q, "most");
  ball then = roll(q), b = then;
  visited[0] = b.w;
  for (size_t p = 1; p <= most; p++) {
    b = step(q, b);
    visited[p] = b.w;
    if (fabs(b.w - then.w) <= within && fabs(b.v - then.v) <= within)
      return p;
  }
  return 0;
}

static void ask(message *query, int slope, double start, double rate,
                double beta, double steps, double most) {
  message_free(query);
  message_begin(query, "find_cycle");
  message_add_number(query, "slope", slope);
  message_add_number(query, "start", start);
  message_add_number(query, "learning_rate", rate);
  message_add_number(query, "beta", beta);
  message_add_number(query, "steps", steps);
  message_add_number(query, "most", most);
}

static void set(message *query, const char *name, double value) {
  for (size_t f = 0; f < query->count; f++)
    if (message_find(query, name) == &query->fields[f])
      query->fields[f].values[0] = value;
}

static size_t period_within(const message *q, double within) {
  double visited[MOST + 1];
  return find(q, within, visited);
}

/* Is the answer the same, whatever "near" means, and would it be after a
 * start somewhat beside this one? */
static bool settled(message *query) {
  static const double moves[] = {1e-8, -1e-8, 1e-10, -1e-10, 1e-12, -1e-12};
  double one[MOST + 1], other[MOST + 1];
  double start = message_number(query, "start");
  size_t period = find(query, NEAR, one);
  bool same = true;
  for (size_t i = 0; i < sizeof moves / sizeof *moves && same; i++) {
    set(query, "start", start + moves[i]);
    same = find(query, NEAR, other) == period;
    for (size_t p = 0; p < period && same; p++)
      same = fabs(one[p] - other[p]) < 1e-11;
  }
  set(query, "start", start);
  return same && period_within(query, 1e-11) == period &&
         period_within(query, 1e-3) == period;
}

/* A ball of some period from `low` to `high`, on this slope. */
static void make_settled(nn_rng *rng, message *query, int slope, size_t low,
                         size_t high) {
  static const double rates[][2] = {
      {0.1, 0.12}, {0.2, 1.8}, {2, 8}, {0.5, 2}};
  size_t period;
  do {
    ask(query, slope, between(rng, -3, 3),
        between(rng, rates[slope][0], rates[slope][1]),
        between(rng, 0.3, 0.6), 300 + (double)nn_rng_below(rng, 9), MOST);
    period = period_within(query, NEAR);
  } while (period < low || period > high || !settled(query));
}

/* Comes to rest, in a well after a start between the two, or is there from
 * the start; every other time `most` is 1. */
static void make_rest(nn_rng *rng, size_t i, message *query) {
  static const int where[] = {BOWL, WELLS, KINKED};
  do make_settled(rng, query, where[i % 3], 1, 1);
  while (i % 3 == 1 && fabs(message_number(query, "start")) > 0.9);
  if (i % 6 == 1) set(query, "start", i % 4 < 2 ? 1 : -1);
  set(query, "most", i % 2 ? 1 : 2 + (double)(i % 5));
}

/* Jumps from one side of the bottom to the other. */
static void make_pair(nn_rng *rng, size_t i, message *query) {
  make_settled(rng, query, FUNNEL, 2, 2);
  set(query, "most", 2 + (double)(i % 4));
}

/* Flies off, not far or to where there are no numbers. */
static void make_flown(nn_rng *rng, size_t i, message *query) {
  double beta = between(rng, 0.2, 0.8);
  if (i % 2)
    ask(query, WELLS, between(rng, 4, 6), 1, beta, 40, 4);
  else
    ask(query, BOWL, between(rng, 1, 2), (2 + 2 * beta) * 1.2, beta,
        i % 4 ? 9000 : 30, 5);
}

/* Is still under way: few steps, or a slide without end. */
static void make_under_way(nn_rng *rng, size_t i, message *query) {
  double most = 1 + (double)(i % 6);
  do
    if (i % 2)
      ask(query, SLIDE, between(rng, -1, 1), between(rng, 0.1, 1),
          between(rng, 0.2, 0.6), 80, most);
    else
      ask(query, i % 4 ? FUNNEL : BOWL, between(rng, 1, 2),
          between(rng, 0.1, 0.5), between(rng, 0.5, 0.9), (double)(i % 5),
          most);
  while (period_within(query, 1e-3) > 0);
}

/* Are place and velocity both near, though their distances together are
 * not? */
static bool near_one_by_one(const message *query) {
  ball then = roll(query);
  ball next = step(query, then);
  return fabs(next.w - then.w) + fabs(next.v - then.v) > 1.1e-6;
}

/* Comes to rest, and is watched shortly before it is near enough to
 * count, or at the first step at which it is. Creeping it is the place that
 * decides; flipping, the velocity. */
static void make_nearly(nn_rng *rng, size_t i, message *query) {
  bool flips = i % 4 < 2, early = i % 2, found, fits;
  do {
    double steps = 0;
    double rate = flips ? between(rng, 1.5, 1.6) : between(rng, 0.25, 0.4);
    ask(query, BOWL, between(rng, 1, 2), rate, 0.02, 0, 1);
    while (!period_within(query, 0.8e-6)) set(query, "steps", ++steps);
    if (early) set(query, "steps", steps - (flips ? 1 : 2));
    found = period_within(query, 1.25e-6) > 0;
    fits = flips || early || near_one_by_one(query);
  } while (found == early || !fits);
}

/* How much farther from the bottom the ball is after p more steps, on the
 * side where it started. */
static double risen(message *query, double rate, size_t p) {
  set(query, "learning_rate", rate);
  ball then = roll(query), b = then;
  while (p--) b = step(query, b);
  return message_number(query, "start") > 0 ? b.w - then.w : then.w - b.w;
}

/* Swings back through the place where it was, at another speed. */
static void make_crossing(nn_rng *rng, size_t i, message *query) {
  size_t p = 3 + i % 3;
  double low, high, side = i % 2 ? 1 : -1;
  do {
    ask(query, BOWL, side * between(rng, 1, 2), 0, between(rng, 0.6, 0.9),
        1, (double)p + 1);
    for (high = 0.1; high < 1 && risen(query, high, p) < 0;) high += 0.01;
    low = high - 0.01;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      *(risen(query, middle, p) < 0 ? &low : &high) = middle;
    }
  } while (fabs(risen(query, low, p)) > 1e-12 ||
           period_within(query, 1e-3) > 0);
}

static void make_settling(nn_rng *rng, size_t i, message *query) {
  static void (*const makers[])(nn_rng *, size_t, message *) = {
      make_rest,      make_pair,   make_flown,
      make_under_way, make_nearly, make_crossing};
  makers[i % 6](rng, i / 6, query);
}

/* The cycle of the book, and others; `most` is the period, one less, or
 * more. */
static void make_cycle(nn_rng *rng, size_t i, message *query) {
  static const int where[] = {KINKED, FUNNEL, WELLS, FUNNEL};
  static const size_t low[] = {3, 2, 2, 4}, high[] = {3, 2, 8, 4};
  if (i == 0) {
    ask(query, KINKED, 3.3, 1.0 / 9, 4.0 / 9, 300, 10);
    return;
  }
  make_settled(rng, query, where[i % 4], low[i % 4], high[i % 4]);
  double period = (double)period_within(query, NEAR);
  if (i / 4 % 3 == 1) set(query, "most", period);
  if (i / 4 % 3 == 2) set(query, "most", period - 1);
}

const exercise_part exercise_parts[] = {
    {.id = "settles",
     .points = 5,
     .title = "knows what has settled",
     .function = "find_cycle",
     .cases = 72,
     .make_case = make_settling},
    {.id = "cycles",
     .points = 7,
     .title = "measures cycles",
     .needs = "settles",
     .function = "find_cycle",
     .cases = 48,
     .make_case = make_cycle},
    {0},
};
