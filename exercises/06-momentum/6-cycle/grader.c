/* A heavy ball that goes round in a cycle. */
#include "grader.h"

#include <math.h>

/* ---- the driver's slopes ---------------------------------------------*/

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

/* ---- rules -----------------------------------------------------------*/

enum { MOST = 16 };

typedef struct {
  bool place_only, velocity_only, exact, no_number, previous;
  bool from_start, no_velocity, longest, exclusive, not_one;
  bool impatient, from_zero, late_places, early_places, uphill;
  double within; /* 0: 1e-6 */
} habits;

typedef struct {
  double w, v;
} ball;

static ball step(const message *q, ball b, habits h) {
  slope_function *slope = slopes[(size_t)message_number(q, "slope")];
  double beta = h.no_velocity ? 0 : message_number(q, "beta");
  double move = message_number(q, "learning_rate") * slope(b.w);
  b.v = beta * b.v + (h.uphill ? move : -move);
  b.w += b.v;
  return b;
}

static bool near(double a, double b, habits h) {
  double within = h.within > 0 ? h.within : 1e-6;
  if (h.exact) return a == b;
  return h.no_number ? !(fabs(a - b) > within) : fabs(a - b) <= within;
}

static bool same_ball(ball a, ball b, habits h) {
  return (h.velocity_only || near(a.w, b.w, h)) &&
         (h.place_only || near(a.v, b.v, h));
}

/* The ball after the steps that nobody watches. */
static ball roll(const message *q, habits h) {
  ball b = {message_number(q, "start"), 0};
  size_t steps = (size_t)message_number(q, "steps");
  for (size_t k = 0; k < steps && !h.from_start; k++) b = step(q, b, h);
  return b;
}

/* The period; the places, one more than it has, in `visited`. */
static size_t find(const message *q, habits h, double *visited) {
  size_t most = (size_t)message_number(q, "most"), found = 0;
  ball then = roll(q, h), b = then;
  visited[0] = b.w;
  for (size_t p = 1; p <= most && (!found || h.longest); p++) {
    ball next = step(q, b, h);
    if (same_ball(next, h.previous ? b : then, h) &&
        !(h.exclusive && p == most) && !(h.not_one && p == 1))
      found = p;
    visited[p] = next.w;
    b = next;
  }
  return found == 0 && h.impatient ? most : found;
}

static void find_with(const message *q, message *answer, habits h) {
  double all[MOST + 1], *visited = all;
  size_t period = find(q, h, all);
  if (h.from_zero && period > 0) period--;
  message_add_number(answer, "returned", (double)period);
  if (h.late_places) visited++;
  ball b = {message_number(q, "start"), 0};
  for (size_t p = 0; h.early_places && p < period; p++) {
    visited[p] = b.w;
    b = step(q, b, h);
  }
  if (period > 0) message_add(answer, "visited", visited, period);
}

static void right(const message *q, message *a) {
  find_with(q, a, (habits){0});
}
static void place_only(const message *q, message *a) {
  find_with(q, a, (habits){.place_only = true});
}
static void velocity_only(const message *q, message *a) {
  find_with(q, a, (habits){.velocity_only = true});
}
static void exact(const message *q, message *a) {
  find_with(q, a, (habits){.exact = true});
}
static void no_number(const message *q, message *a) {
  find_with(q, a, (habits){.no_number = true});
}
static void previous(const message *q, message *a) {
  find_with(q, a, (habits){.previous = true});
}
static void from_start(const message *q, message *a) {
  find_with(q, a, (habits){.from_start = true});
}
static void uphill(const message *q, message *a) {
  find_with(q, a, (habits){.uphill = true});
}
static void no_velocity(const message *q, message *a) {
  find_with(q, a, (habits){.no_velocity = true});
}
static void longest(const message *q, message *a) {
  find_with(q, a, (habits){.longest = true});
}
static void exclusive(const message *q, message *a) {
  find_with(q, a, (habits){.exclusive = true});
}
static void not_one(const message *q, message *a) {
  find_with(q, a, (habits){.not_one = true});
}
static void impatient(const message *q, message *a) {
  find_with(q, a, (habits){.impatient = true});
}
static void from_zero(const message *q, message *a) {
  find_with(q, a, (habits){.from_zero = true});
}
static void late_places(const message *q, message *a) {
  find_with(q, a, (habits){.late_places = true});
}
static void early_places(const message *q, message *a) {
  find_with(q, a, (habits){.early_places = true});
}

static const misconception known[] = {
    {"place-only", place_only, "sec:cycle",
     "You compare the places only. A ball can come through the same place "
     "at another speed, and then goes on elsewhere: compare the velocities "
     "too."},
    {"velocity-only", velocity_only, "sec:cycle",
     "You compare the velocities only. A ball at terminal speed has the "
     "same velocity at every step and never comes back: compare the places "
     "too."},
    {"exactly-equal", exact, "sec:cycle",
     "You compare with ==. A ball that settles gets closer to its cycle at "
     "every step, and rounding may keep it from ever being there: ask for "
     "less than 1e-6 between them."},
    {"no-number-is-near", no_number, "sec:cycle",
     "Your test asks whether two numbers are far apart. Of a ball that has "
     "flown off to no number at all every comparison is false, so it "
     "counts as back: ask whether they are near."},
    {"compares-with-the-last", previous, "sec:cycle",
     "You compare each step with the one before, which finds a ball at "
     "rest and no cycle. Compare with the ball as it was when you began to "
     "watch."},
    {"watches-from-the-start", from_start, "sec:cycle",
     "You watch from the start. The ball has first to find its cycle, and "
     "the start is mostly not on it: let it roll for `steps` steps before "
     "you remember where it is."},
    {"uphill", uphill, "sec:cycle",
     "Your ball rolls up the slope. The velocity loses the learning rate "
     "times the slope: v = beta v - learning_rate slope(w)."},
    {"plain-descent", no_velocity, "sec:cycle",
     "Your ball forgets its velocity, so this is gradient descent. In the "
     "very place where that arrives, a heavy ball may go round for ever."},
    {"longest-period", longest, "sec:cycle",
     "You return the largest p at which the ball is back. A cycle of 3 is "
     "closed after 6 and 9 steps as well; its period is the first."},
    {"last-period-missed", exclusive, "sec:cycle",
     "You stop one step short: a cycle of exactly `most` places counts "
     "too."},
    {"rest-is-no-cycle", not_one, "sec:cycle",
     "You do not try the period 1. A ball at rest is back after one step, "
     "and after two as well, so you say 2."},
    {"impatient", impatient, "sec:cycle",
     "Where nothing came back you return `most`. That a ball has not come "
     "back yet is no proof that it will: return 0."},
    {"counted-from-zero", from_zero, "sec:cycle",
     "Your period is one too small. The first step after you begin to "
     "watch is number 1: a ball that is back after it has the period 1, "
     "and 0 says that there is none."},
    {"places-one-late", late_places, "sec:cycle",
     "The period is right, but your first place is the one after the next "
     "step. The cycle's first place is where the ball was when you began "
     "to watch."},
    {"places-from-the-start", early_places, "sec:cycle",
     "The period is right, but you write the places at which the ball "
     "began. Those before it settled do not belong to the cycle: write "
     "those after `steps` steps."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
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
  return find(q, (habits){.within = within}, visited);
}

/* Is the answer the same, whatever "near" means, and would it be after a
 * start somewhat beside this one? */
static bool settled(message *query) {
  double one[MOST + 1], other[MOST + 1];
  double start = message_number(query, "start");
  size_t period = find(query, (habits){0}, one);
  set(query, "start", start + 1e-8);
  bool same = find(query, (habits){0}, other) == period;
  set(query, "start", start);
  for (size_t p = 0; p < period && same; p++)
    same = fabs(one[p] - other[p]) < 1e-11;
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
    period = period_within(query, 0);
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
  ball then = roll(query, (habits){0});
  ball next = step(query, then, (habits){0});
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
  ball then = roll(query, (habits){0}), b = then;
  while (p--) b = step(query, b, (habits){0});
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
  double period = (double)period_within(query, 0);
  if (i / 4 % 3 == 1) set(query, "most", period);
  if (i / 4 % 3 == 2) set(query, "most", period - 1);
}

static void check_settling(grader *g) {
  grader_compare(
      g, &(comparison){"find_cycle", 72, make_settling, right, known});
}
static void check_cycles(grader *g) {
  grader_compare(g,
                 &(comparison){"find_cycle", 48, make_cycle, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "settles", 5, "knows what has settled", "",
              check_settling);
  grader_part(g, "cycles", 7, "measures cycles", "settles", check_cycles);
  return grader_end(g);
}
