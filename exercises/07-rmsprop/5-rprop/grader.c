/* One step of rprop. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool swapped, added, zero_agrees, zero_disagrees, no_upper, no_lower;
  bool times_slope, old_size, waits, uphill, not_kept;
  bool zero_moves, one_size;
  bool forgets; /* the slope, after a change of sign */
} habits;

static double changed(double size, double agree, habits h) {
  if (h.swapped) agree = -agree;
  if (agree > 0 || (h.zero_agrees && agree >= 0)) {
    size = h.added ? size + 1.2 : size * 1.2;
    return h.no_upper ? size : fmin(size, 50);
  }
  if (agree < 0 || h.zero_disagrees) {
    size = h.added ? size - 0.5 : size * 0.5;
    return h.no_lower ? size : fmax(size, 1e-6);
  }
  return size;
}

static double direction(double g, habits h) {
  if (h.zero_moves && !(g < 0)) return 1;
  double sign = (g > 0) - (g < 0);
  return h.uphill ? -sign : sign;
}

static void step_with(const message *q, message *answer, habits h) {
  const double *g = message_values(q, "g");
  double *size = answer_copy(answer, q, "size");
  double *w = answer_copy(answer, q, "w");
  double *previous = answer_copy(answer, q, "previous");
  for (size_t i = 0; i < message_count(q, "w"); i++) {
    double agree = g[i] * previous[i];
    double *own = &size[h.one_size ? 0 : i], old = *own;
    *own = changed(*own, agree, h);
    double by = h.old_size ? old : *own;
    if (!h.waits || agree >= 0)
      w[i] -= (h.times_slope ? g[i] : direction(g[i], h)) * by;
    if (!h.not_kept) previous[i] = h.forgets && agree < 0 ? 0 : g[i];
  }
}

static void right(const message *q, message *a) {
  step_with(q, a, (habits){0});
}
static void times_slope(const message *q, message *a) {
  step_with(q, a, (habits){.times_slope = true});
}
static void swapped(const message *q, message *a) {
  step_with(q, a, (habits){.swapped = true});
}
static void not_kept(const message *q, message *a) {
  step_with(q, a, (habits){.not_kept = true});
}
static void old_size(const message *q, message *a) {
  step_with(q, a, (habits){.old_size = true});
}
static void no_upper(const message *q, message *a) {
  step_with(q, a, (habits){.no_upper = true});
}
static void no_lower(const message *q, message *a) {
  step_with(q, a, (habits){.no_lower = true});
}
static void no_limits(const message *q, message *a) {
  step_with(q, a, (habits){.no_upper = true, .no_lower = true});
}
static void zero_agrees(const message *q, message *a) {
  step_with(q, a, (habits){.zero_agrees = true});
}
static void zero_disagrees(const message *q, message *a) {
  step_with(q, a, (habits){.zero_disagrees = true});
}
static void zero_moves(const message *q, message *a) {
  step_with(q, a, (habits){.zero_moves = true});
}
static void uphill(const message *q, message *a) {
  step_with(q, a, (habits){.uphill = true});
}
static void added(const message *q, message *a) {
  step_with(q, a, (habits){.added = true});
}
static void waits(const message *q, message *a) {
  step_with(q, a, (habits){.waits = true});
}
static void one_size(const message *q, message *a) {
  step_with(q, a, (habits){.one_size = true});
}

static void forgets(const message *q, message *a) {
  step_with(q, a, (habits){.forgets = true});
}

static const misconception known[] = {
    {"forgets-after-a-change", forgets, "sec:signs",
     "After a change of sign you set previous to 0, so that the next step "
     "leaves the size alone. The original rprop does so, together with "
     "taking the step back; in this simple form previous is always the "
     "slope that was just used."},
    {"size-times-slope", times_slope, "sec:signs",
     "You multiply the step size by the slope. Rprop asks the slope for "
     "its sign alone; how far to go is what the step size has learned."},
    {"factors-swapped", swapped, "sec:signs",
     "Your step sizes shrink where they should grow. The same sign twice "
     "means that the minimum is still ahead: go faster. A change of sign "
     "means that you have stepped over it: go slower."},
    {"previous-not-kept", not_kept, "sec:signs",
     "The step is right, but previous stays as it was. Without this "
     "slope the next step cannot tell whether the sign has changed."},
    {"size-changed-after", old_size, "sec:signs",
     "You move by the old step size and change it afterwards. The two "
     "signs are known before the step: change the size first and use it "
     "at once."},
    {"no-upper-limit", no_upper, "sec:signs",
     "Your step sizes may grow beyond 50. On a long even slope they "
     "would grow by a fifth at every step for ever: 50 is the most."},
    {"no-lower-limit", no_lower, "sec:signs",
     "Your step sizes may shrink below 1e-6. A size that has shrunk to "
     "nothing needs too many steps to grow again: 1e-6 is the least."},
    {"no-limits", no_limits, "sec:signs",
     "Your step sizes have no limits. They stay between 1e-6 and 50, so "
     "that none runs away and none dies."},
    {"zero-agrees", zero_agrees, "sec:signs",
     "You let the step size grow when one of the two slopes is 0. A zero "
     "has no sign and says nothing about the direction: the size stays."},
    {"zero-disagrees", zero_disagrees, "sec:signs",
     "You let the step size shrink when one of the two slopes is 0. A zero "
     "has no sign and says nothing about the direction: the size stays. Is "
     "there an else where a second if should be?"},
    {"zero-moves", zero_moves, "sec:signs",
     "A weight whose slope is 0 moves in your step. Its sign is 0, so it "
     "stays where it is."},
    {"uphill", uphill, "sec:signs",
     "Your weights go up the slope. Where the slope is positive the "
     "weight goes down."},
    {"added", added, "sec:signs",
     "You add 1.2 and take off 0.5. The two numbers are factors: step "
     "sizes range over millions and have to grow and shrink in "
     "proportion."},
    {"waits-after-a-change", waits, "sec:signs",
     "You make no step where the sign has changed. Some variants wait "
     "there; this one moves at every step, by the halved size."},
    {"one-size-for-all", one_size, "sec:scales",
     "All your weights use size[0]. Each weight has a step size of its "
     "own, since each may have its own scale."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* A slope of either sign, not near 0; one in five is 0. */
static double slope(nn_rng *rng) {
  static const double signs[] = {1, -1, 1, -1, 0};
  return signs[nn_rng_below(rng, 5)] * between(rng, 0.1, 3);
}

static double some_size(nn_rng *rng) {
  switch (nn_rng_below(rng, 4)) {
  case 0:
    return between(rng, 42, 50);
  case 1:
    return between(rng, 1e-6, 1.9e-6);
  default:
    return between(rng, 0.01, 5);
  }
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 6;
  double *w = message_add(query, "w", NULL, n);
  double *size = message_add(query, "size", NULL, n);
  double *previous = message_add(query, "previous", NULL, n);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    w[k] = between(rng, -2, 2);
    size[k] = some_size(rng);
    previous[k] = slope(rng);
    g[k] = slope(rng);
  }
}

static void check(grader *g) {
  grader_compare(g,
                 &(comparison){"rprop_step", 72, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "rprop", 8, "one step of rprop", "", check);
  return grader_end(g);
}
