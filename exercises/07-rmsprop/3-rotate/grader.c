/* RMSprop on a bowl that is turned. */
#include "grader.h"

#include <math.h>

/* ---- the gradient ----------------------------------------------------*/

typedef struct {
  bool not_turned, not_back, forth_twice, clockwise, degrees;
  bool other_axis, back_in_place;
  double factor;
} habits;

static void gradient(const double *w, double kappa, double angle, habits h,
                     double *g) {
  if (h.degrees) angle *= acos(-1) / 180;
  if (h.clockwise) angle = -angle;
  if (h.not_turned) angle = 0;
  double c = cos(angle), s = sin(angle);
  double d_0 = c * w[0] + s * w[1], d_1 = -s * w[0] + c * w[1];
  *(h.other_axis ? &d_0 : &d_1) *= kappa;
  if (h.not_back) c = 1, s = 0;
  if (h.forth_twice) s = -s;
  g[0] = c * d_0 - s * d_1;
  g[1] = s * (h.back_in_place ? g[0] : d_0) + c * d_1;
  for (size_t i = 0; i < 2; i++) g[i] *= h.factor != 0 ? h.factor : 1;
}

static void gradient_with(const message *q, message *answer, habits h) {
  gradient(message_values(q, "w"), message_number(q, "kappa"),
           message_number(q, "angle"), h,
           message_add(answer, "g", NULL, 2));
}

static void right_gradient(const message *q, message *a) {
  gradient_with(q, a, (habits){0});
}
static void not_turned(const message *q, message *a) {
  gradient_with(q, a, (habits){.not_turned = true});
}
static void not_back(const message *q, message *a) {
  gradient_with(q, a, (habits){.not_back = true});
}
static void forth_twice(const message *q, message *a) {
  gradient_with(q, a, (habits){.forth_twice = true});
}
static void clockwise(const message *q, message *a) {
  gradient_with(q, a, (habits){.clockwise = true});
}
static void degrees(const message *q, message *a) {
  gradient_with(q, a, (habits){.degrees = true});
}
static void other_axis(const message *q, message *a) {
  gradient_with(q, a, (habits){.other_axis = true});
}
static void back_in_place(const message *q, message *a) {
  gradient_with(q, a, (habits){.back_in_place = true});
}
static void uphill(const message *q, message *a) {
  gradient_with(q, a, (habits){.factor = -1});
}
static void twice(const message *q, message *a) {
  gradient_with(q, a, (habits){.factor = 2});
}

static const misconception gradient_known[] = {
    {"not-turned", not_turned, "sec:rotated",
     "You multiply w[1] by kappa as if the bowl's axes were those of the "
     "weights. It is u_1 that is steep: find u first."},
    {"not-turned-back", not_back, "sec:rotated",
     "You return the slopes by u. The slope by w[0] collects both of "
     "them, each times how much its u grows with w[0]: turn back."},
    {"turned-twice", forth_twice, "sec:rotated",
     "You turn the slopes once more the way you turned w. They have to "
     "go back: in the formulas for u read down the column of w[0], not "
     "along the row."},
    {"clockwise", clockwise, "sec:rotated",
     "Your axes are turned clockwise. The sine has the minus in u_1, "
     "both there and on the way back."},
    {"degrees", degrees, "sec:rotated",
     "You turn the angle into radians, but it comes in radians. In these "
     "half a turn is pi, and sin and cos of math.h want them."},
    {"kappa-on-the-other-axis", other_axis, "sec:rotated",
     "You make u_0 the steep direction. In the formula kappa stands at "
     "u_1."},
    {"overwritten", back_in_place, "sec:rotated",
     "The first slope is right, the second is computed from it: you turn "
     "back in place, and g[0] has changed when g[1] needs what it was. "
     "Keep both slopes by u in variables."},
    {"uphill", uphill, "sec:rotated",
     "Both slopes have the wrong sign. The gradient points uphill; the "
     "minus comes with the step."},
    {"factor-two", twice, "sec:rotated",
     "Both slopes are twice too large. The 2 from the square is "
     "cancelled by the half before it."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_gradient(nn_rng *rng, size_t i, message *query) {
  double *w = message_add(query, "w", NULL, 2);
  for (size_t k = 0; k < 2; k++) w[k] = between(rng, -2, 2);
  message_add_number(query, "kappa", between(rng, 2, 100));
  message_add_number(query, "angle",
                     i % 8 == 7 ? 0 : between(rng, -3.1, 3.1));
}

static void check_gradient(grader *g) {
  grader_compare_gradient(g,
                          &(comparison){"bowl_gradient", 40, make_gradient,
                                        right_gradient, gradient_known});
}

/* ---- the steps -------------------------------------------------------*/

typedef struct {
  bool one_coordinate, each_coordinate, squared, strict; /* the distance */
  bool from_one, step_first, zero_if_not;                /* the count */
  bool not_kept, one_average, not_divided, swapped, epsilon_inside;
  bool in_between; /* the second slope is taken after the first weight */
} step_habits;

static const step_habits all_step_habits[] = {
    {0},
    {.one_coordinate = true},
    {.each_coordinate = true},
    {.squared = true},
    {.strict = true},
    {.from_one = true},
    {.step_first = true},
    {.zero_if_not = true},
    {.not_kept = true},
    {.one_average = true},
    {.not_divided = true},
    {.swapped = true},
    {.epsilon_inside = true},
    {.in_between = true},
};

static bool near_zero(const double *w, double radius, step_habits h) {
  double squares = w[0] * w[0] + w[1] * w[1];
  if (h.strict) return sqrt(squares) < radius;
  if (h.one_coordinate) return fabs(w[0]) <= radius;
  if (h.each_coordinate) return fmax(fabs(w[0]), fabs(w[1])) <= radius;
  return (h.squared ? squares : sqrt(squares)) <= radius;
}

static void step(const message *q, double *w, double *s, step_habits h) {
  double kappa = message_number(q, "kappa");
  double angle = message_number(q, "angle"), g[2];
  double rate = message_number(q, "learning_rate");
  double rho = message_number(q, "rho");
  if (h.swapped) rho = 1 - rho;
  if (h.not_kept) s[0] = s[1] = 0;
  gradient(w, kappa, angle, (habits){0}, g);
  for (size_t i = 0; i < 2; i++) {
    double *mean = &s[h.one_average ? 0 : i];
    if (h.in_between) gradient(w, kappa, angle, (habits){0}, g);
    *mean = rho * *mean + (1 - rho) * g[i] * g[i];
    double by = h.epsilon_inside ? sqrt(*mean + 1e-8) : sqrt(*mean) + 1e-8;
    w[i] -= rate * g[i] / (h.not_divided ? 1 : by);
  }
}

/* The count, from a start that is a little longer or shorter. */
static double count_with(const message *q, step_habits h, double stretch) {
  const double *start = message_values(q, "start");
  double w[2] = {start[0] * stretch, start[1] * stretch}, s[2] = {0, 0};
  double radius = message_number(q, "radius");
  double most = message_number(q, "most");
  for (double k = 0; k < most; k++) {
    if ((k > 0 || !h.step_first) && near_zero(w, radius, h))
      return h.from_one ? k + 1 : k;
    step(q, w, s, h);
  }
  return h.zero_if_not && !near_zero(w, radius, h) ? 0 : most;
}

static void steps_with(const message *q, message *answer, step_habits h) {
  message_add_number(answer, "returned", count_with(q, h, 1));
}

static void right_steps(const message *q, message *a) {
  steps_with(q, a, (step_habits){0});
}
static void one_coordinate(const message *q, message *a) {
  steps_with(q, a, (step_habits){.one_coordinate = true});
}
static void each_coordinate(const message *q, message *a) {
  steps_with(q, a, (step_habits){.each_coordinate = true});
}
static void squared(const message *q, message *a) {
  steps_with(q, a, (step_habits){.squared = true});
}
static void strict(const message *q, message *a) {
  steps_with(q, a, (step_habits){.strict = true});
}
static void from_one(const message *q, message *a) {
  steps_with(q, a, (step_habits){.from_one = true});
}
static void step_first(const message *q, message *a) {
  steps_with(q, a, (step_habits){.step_first = true});
}
static void zero_if_not(const message *q, message *a) {
  steps_with(q, a, (step_habits){.zero_if_not = true});
}
static void not_kept(const message *q, message *a) {
  steps_with(q, a, (step_habits){.not_kept = true});
}
static void one_average(const message *q, message *a) {
  steps_with(q, a, (step_habits){.one_average = true});
}
static void not_divided(const message *q, message *a) {
  steps_with(q, a, (step_habits){.not_divided = true});
}
static void swapped(const message *q, message *a) {
  steps_with(q, a, (step_habits){.swapped = true});
}
static void epsilon_inside(const message *q, message *a) {
  steps_with(q, a, (step_habits){.epsilon_inside = true});
}
static void in_between(const message *q, message *a) {
  steps_with(q, a, (step_habits){.in_between = true});
}

static const misconception steps_known[] = {
    {"one-coordinate", one_coordinate, "sec:rotated",
     "You stop when w[0] is near 0, wherever w[1] is. The distance takes "
     "both."},
    {"each-coordinate", each_coordinate, "sec:rotated",
     "You stop when each of the two weights is within the radius. That "
     "is a square whose corners are too far away: take the root of the "
     "sum of squares."},
    {"squared-distance", squared, "sec:rotated",
     "You compare the square of the distance with the radius itself. "
     "Take the root, or square both."},
    {"strictly-nearer", strict, "sec:rotated",
     "You stop when w is nearer than the radius, and go on when it is just "
     "there. \"At most\" includes equal."},
    {"one-too-many", from_one, "sec:rotated",
     "Your count begins at 1. Count a step when it is made, and look "
     "where w is before: at the start that is 0 steps."},
    {"step-before-looking", step_first, "sec:rotated",
     "You make a step before you look. If the start is near enough "
     "already, no step is needed and the answer is 0."},
    {"zero-if-not-reached", zero_if_not, "sec:rotated",
     "You return 0 if the radius is not reached. That would mean that "
     "the start was near enough; the header asks for `most`."},
    {"average-not-kept", not_kept, "sec:first-step",
     "Your averages begin at 0 in every step, so that every step is as "
     "long as a first one. Set them to 0 once, before the loop."},
    {"one-average-for-both", one_average, "sec:scales",
     "Both weights share one s. Each weight has an average of its own; "
     "that is what lets RMSprop scale the axes apart."},
    {"plain-descent", not_divided, "sec:root-mean-square",
     "Your steps are those of plain descent. RMSprop divides each slope "
     "by the root of its running average."},
    {"rho-swapped", swapped, "sec:root-mean-square",
     "You have rho and 1 - rho the wrong way round. Rho is the part of "
     "the old average that is kept."},
    {"epsilon-inside", epsilon_inside, "sec:epsilon",
     "You add epsilon under the root, where it counts as 1e-4. In this "
     "book it is added to the root."},
    {"slopes-of-two-places", in_between, "sec:rotated",
     "You move w[0] and then take the slope by w[1] where w is now. Both "
     "slopes of a step belong to one place: compute the gradient once, "
     "then move both weights."},
    {0},
};

/* Would the count change if the start were moved in the ninth digit? Then
 * rounding might decide it. */
static bool on_an_edge(const message *q) {
  size_t count = sizeof all_step_habits / sizeof *all_step_habits;
  for (size_t i = 0; i < count; i++) {
    step_habits h = all_step_habits[i];
    double here = count_with(q, h, 1);
    if (count_with(q, h, 1 + 1e-9) != here) return true;
    if (count_with(q, h, 1 - 1e-9) != here) return true;
  }
  return false;
}

enum { ON_THE_CIRCLE, FEW, TINY, LAST, ON_AN_AXIS, SORTS };

/* Draws a bowl, a start and the rest: `unit` is the length of all that is
 * a length. */
static void draw(nn_rng *rng, size_t i, double unit, message *query) {
  const double pi = acos(-1);
  double angle = i % 3 == 0 ? pi / 4 : between(rng, -3, 3);
  double along = between(rng, -3, 3), far = between(rng, 1, 3);
  double start[2] = {far * cos(along) * unit, far * sin(along) * unit};
  if (i % SORTS == ON_AN_AXIS) angle = 0, start[1] = 0;
  message_add_number(query, "kappa", between(rng, 2, 50));
  message_add_number(query, "angle", angle);
  message_add(query, "start", start, 2);
  message_add_number(query, "learning_rate",
                     between(rng, 0.01, 0.05) * unit);
  message_add_number(query, "rho", between(rng, 0.8, 0.98));
  message_add_number(query, "radius", between(rng, 0.2, 0.6) * unit);
}

static void set_most(message *query, double most) {
  query->fields[query->count - 1].values[0] = most;
}

static void make_steps(nn_rng *rng, size_t i, message *query) {
  size_t sort = i % SORTS;
  if (sort == ON_THE_CIRCLE && i % 2 == 0) {
    double start[2] = {i % 4 == 0 ? 3 : -4, i % 4 == 0 ? 4 : -3};
    if (i % 20 == 10) start[0] = 1; /* inside the circle, not on it */
    message_add_number(query, "kappa", between(rng, 2, 50));
    message_add_number(query, "angle", between(rng, -3, 3));
    message_add(query, "start", start, 2);
    message_add_number(query, "learning_rate", 0.25);
    message_add_number(query, "rho", 0.9);
    message_add_number(query, "radius", 5);
    message_add_number(query, "most", 50);
    return;
  }
  do {
    message_free(query);
    message_begin(query, "steps_until");
    draw(rng, i, sort == TINY ? 1e-8 : 1, query);
    message_add_number(query, "most", 1000);
    double steps = count_with(query, (step_habits){0}, 1);
    if (sort == FEW) set_most(query, floor(steps / 2));
    if (sort == LAST) set_most(query, steps - (double)(i % 2));
  } while (on_an_edge(query));
}

static void check_steps(grader *g) {
  grader_compare(g, &(comparison){"steps_until", 40, make_steps,
                                  right_steps, steps_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "gradient", 4, "the gradient of a turned bowl", "",
              check_gradient);
  grader_part(g, "steps", 6, "RMSprop's way down", "gradient", check_steps);
  return grader_end(g);
}
