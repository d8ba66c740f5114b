/* Nesterov's momentum. */
#include "grader.h"

#include <math.h>

/* ---- the driver's slopes ---------------------------------------------*/

typedef double slope_function(double w);

/* The same curvature everywhere. */
static double bowl(double w) {
  return 3 * w;
}

/* Steep near the bottom, and never steeper than 1 far away. */
static double funnel(double w) {
  return w / sqrt(1 + w * w);
}

/* A bowl with waves on it. */
static double waves(double w) {
  return w + sin(3 * w);
}

static slope_function *const slopes[] = {bowl, funnel, waves};

/* ---- rules -----------------------------------------------------------*/

typedef struct {
  bool here, whole, twice_braked, back; /* where the slope is taken */
  bool slope_once, one_step;
  bool moves_twice, stale, not_kept, from_rest, no_friction, uphill;
} habits;

/* How far ahead of w the slope is taken. */
static double reach(double v, double beta, habits h) {
  if (h.here) return 0;
  if (h.whole) return v;
  if (h.twice_braked) return beta * beta * v;
  return h.back ? -beta * v : beta * v;
}

static void path_with(const message *q, message *answer, habits h) {
  double *w = answer_copy(answer, q, "w"),
         *kept = answer_copy(answer, q, "v");
  double v = h.from_rest ? 0 : *kept, s = 0;
  double rate = message_number(q, "learning_rate");
  double beta = message_number(q, "beta");
  slope_function *slope = slopes[(size_t)message_number(q, "slope")];
  size_t steps = h.one_step ? 1 : (size_t)message_number(q, "steps");
  for (size_t k = 0; k < steps; k++) {
    double ahead = reach(v, beta, h);
    if (k == 0 || !h.slope_once) s = slope(*w + ahead);
    if (h.moves_twice) *w += ahead;
    double next = (h.no_friction ? 1 : beta) * v;
    next += h.uphill ? rate * s : -rate * s;
    *w += h.stale ? v : next;
    v = next;
  }
  if (!h.not_kept) *kept = v;
}

static void right(const message *q, message *a) {
  path_with(q, a, (habits){0});
}
static void here(const message *q, message *a) {
  path_with(q, a, (habits){.here = true});
}
static void whole(const message *q, message *a) {
  path_with(q, a, (habits){.whole = true});
}
static void twice_braked(const message *q, message *a) {
  path_with(q, a, (habits){.twice_braked = true});
}
static void back(const message *q, message *a) {
  path_with(q, a, (habits){.back = true});
}
static void moves_twice(const message *q, message *a) {
  path_with(q, a, (habits){.moves_twice = true});
}
static void stale(const message *q, message *a) {
  path_with(q, a, (habits){.stale = true});
}
static void not_kept(const message *q, message *a) {
  path_with(q, a, (habits){.not_kept = true});
}
static void from_rest(const message *q, message *a) {
  path_with(q, a, (habits){.from_rest = true});
}
static void no_friction(const message *q, message *a) {
  path_with(q, a, (habits){.no_friction = true});
}
static void uphill(const message *q, message *a) {
  path_with(q, a, (habits){.uphill = true});
}
static void slope_once(const message *q, message *a) {
  path_with(q, a, (habits){.slope_once = true});
}
static void one_step(const message *q, message *a) {
  path_with(q, a, (habits){.one_step = true});
}

static const misconception step_known[] = {
    {"slope-where-it-is", here, "sec:nesterov",
     "You take the slope where the weight is, which makes a heavy ball. "
     "Nesterov's looks first: the slope is that of the place to which beta "
     "v is about to carry it."},
    {"whole-velocity-ahead", whole, "sec:nesterov",
     "You look ahead by the whole velocity. Friction acts first: of the "
     "old velocity only the part beta will move the weight, so look ahead "
     "by beta v."},
    {"braked-twice", twice_braked, "sec:nesterov",
     "You look ahead by beta^2 v. If v has been multiplied by beta "
     "already, it is what the weight is about to move by: do not brake it "
     "again."},
    {"looks-back", back, "sec:nesterov",
     "You look to where the weight came from. It is about to move by +beta "
     "v, so the slope is taken at w + beta v."},
    {"moves-twice", moves_twice, "sec:nesterov",
     "You move the weight ahead to look and leave it there, so beta v is "
     "added twice. Only the slope comes from that place; the step starts "
     "where the weight was."},
    {"velocity-of-yesterday", stale, "sec:nesterov",
     "You move the weight by the velocity that it had before the slope "
     "acted. Change the velocity first, then move by the new one."},
    {"velocity-not-kept", not_kept, "sec:nesterov",
     "The weight is right, but *v comes back as it was. Whoever calls the "
     "function again wants to go on with the last velocity: write it into "
     "*v."},
    {"begins-at-rest", from_rest, "sec:nesterov",
     "You begin with the velocity 0. The weight may be under way already: "
     "*v says how fast."},
    {"no-friction", no_friction, "sec:nesterov",
     "You look ahead by beta v but then keep the whole velocity. The same "
     "beta v is what the new velocity begins with."},
    {"uphill", uphill, "sec:nesterov",
     "Your weight climbs. The slope points where the loss grows, so eta "
     "times the slope is taken away from the velocity."},
    {0},
};

static const misconception path_known[] = {
    {"slope-once", slope_once, "sec:nesterov",
     "You take one slope before the loop and use it in every step. The "
     "weight is somewhere else after each step, and so is the place ahead "
     "of it: ask for the slope again."},
    {"one-step-only", one_step, "sec:nesterov",
     "You take one step, whatever `steps` says. Each further step goes on "
     "from the weight and the velocity of the one before."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_case(nn_rng *rng, size_t i, message *query, size_t steps) {
  double w = between(rng, -2, 2), v = between(rng, -1, 1);
  if (i % 5 == 4) v = 0;
  message_add_number(query, "slope", (double)(i % 3));
  message_add(query, "w", &w, 1);
  message_add(query, "v", &v, 1);
  message_add_number(query, "learning_rate", between(rng, 0.05, 0.3));
  message_add_number(query, "beta", i == 7 ? 0 : between(rng, 0.3, 0.95));
  message_add_number(query, "steps", (double)steps);
}

static void make_step(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query, 1);
}

static void make_path(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i, query, 2 + i % 9);
}

static void check_step(grader *g) {
  grader_compare(
      g, &(comparison){"nesterov", 45, make_step, right, step_known});
}
static void check_path(grader *g) {
  grader_compare(
      g, &(comparison){"nesterov", 45, make_path, right, path_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "step", 6, "one step", "", check_step);
  grader_part(g, "path", 4, "many steps", "step", check_path);
  return grader_end(g);
}
