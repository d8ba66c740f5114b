/* Reverse-mode automatic differentiation of up to 20 nodes. */
#include "grader.h"

#include <math.h>

enum { MOST = 20 };

/* As in autodiff.h. */
enum { GIVEN, ADD, SUBTRACT, MULTIPLY, DIVIDE, SIGMOID, SQUARE, KINDS };

static double computed(int does, double u, double v, double given) {
  switch (does) {
  case ADD:
    return u + v;
  case SUBTRACT:
    return u - v;
  case MULTIPLY:
    return u * v;
  case DIVIDE:
    return u / v;
  case SIGMOID:
    return 1 / (1 + exp(-u));
  case SQUARE:
    return u * u;
  default:
    return given;
  }
}

/* ---- forward ---------------------------------------------------------*/

static void right_forward(const message *q, message *answer) {
  const double *does = message_values(q, "does");
  const double *left = message_values(q, "left");
  const double *right = message_values(q, "right");
  double *value = answer_copy(answer, q, "value");
  for (size_t i = 0; i < message_count(q, "does"); i++)
    value[i] = computed((int)does[i], value[(size_t)left[i]],
                        value[(size_t)right[i]], value[i]);
}

/* ---- backward --------------------------------------------------------*/

typedef struct {
  bool overwrites, from_the_start, keeps_old;
  bool own_factor, plus_for_minus, divisor_plus, divisor_once;
  bool slope_of_input, square_once, seeded_by_value_of_last;
  bool not_seeded;
  bool sigmoid_of_value;
} habits;

/* The slope of a node's value by what comes in on the left and right. */
static void local_slopes(int does, double u, double v, double a, habits h,
                         double local[2]) {
  double s = h.slope_of_input     ? u
             : h.sigmoid_of_value ? 1 / (1 + exp(-a))
                                  : a;
  local[0] = local[1] = 0;
  switch (does) {
  case ADD:
    local[0] = local[1] = 1;
    break;
  case SUBTRACT:
    local[0] = 1;
    local[1] = h.plus_for_minus ? 1 : -1;
    break;
  case MULTIPLY:
    local[0] = h.own_factor ? u : v;
    local[1] = h.own_factor ? v : u;
    break;
  case DIVIDE:
    local[0] = 1 / v;
    local[1] = (h.divisor_plus ? 1 : -1) * u / (h.divisor_once ? v : v * v);
    break;
  case SIGMOID:
    local[0] = s * (1 - s);
    break;
  case SQUARE:
    local[0] = h.square_once ? u : 2 * u;
    break;
  default:
    break;
  }
}

static void collect(double *slope, double part, habits h) {
  *slope = h.overwrites ? part : *slope + part;
}

static void backward_with(const message *q, message *answer, habits h) {
  size_t count = message_count(q, "does");
  const double *does = message_values(q, "does");
  const double *left = message_values(q, "left");
  const double *right = message_values(q, "right");
  const double *value = message_values(q, "value");
  double *slope = answer_copy(answer, q, "slope");
  for (size_t i = 0; i < count && !h.keeps_old; i++) slope[i] = 0;
  slope[count - 1] = h.seeded_by_value_of_last ? value[count - 1] : 1;
  if (h.not_seeded) slope[count - 1] = 0;

  for (size_t k = 0; k < count; k++) {
    size_t i = h.from_the_start ? k : count - 1 - k;
    size_t l = (size_t)left[i], r = (size_t)right[i];
    int kind = (int)does[i];
    double local[2];
    if (kind == GIVEN) continue;
    local_slopes(kind, value[l], value[r], value[i], h, local);
    double here = slope[i];
    collect(&slope[l], here * local[0], h);
    if (kind != SIGMOID && kind != SQUARE)
      collect(&slope[r], here * local[1], h);
  }
}

static void right(const message *q, message *a) {
  backward_with(q, a, (habits){0});
}
static void overwrites(const message *q, message *a) {
  backward_with(q, a, (habits){.overwrites = true});
}
static void from_the_start(const message *q, message *a) {
  backward_with(q, a, (habits){.from_the_start = true});
}
static void keeps_old(const message *q, message *a) {
  backward_with(q, a, (habits){.keeps_old = true});
}
static void own_factor(const message *q, message *a) {
  backward_with(q, a, (habits){.own_factor = true});
}
static void plus_for_minus(const message *q, message *a) {
  backward_with(q, a, (habits){.plus_for_minus = true});
}
static void divisor_plus(const message *q, message *a) {
  backward_with(q, a, (habits){.divisor_plus = true});
}
static void divisor_once(const message *q, message *a) {
  backward_with(q, a, (habits){.divisor_once = true});
}
static void slope_of_input(const message *q, message *a) {
  backward_with(q, a, (habits){.slope_of_input = true});
}
static void sigmoid_of_value(const message *q, message *a) {
  backward_with(q, a, (habits){.sigmoid_of_value = true});
}
static void square_once(const message *q, message *a) {
  backward_with(q, a, (habits){.square_once = true});
}
static void seeded_by_value(const message *q, message *a) {
  backward_with(q, a, (habits){.seeded_by_value_of_last = true});
}
static void not_seeded(const message *q, message *a) {
  backward_with(q, a, (habits){.not_seeded = true});
}

static const misconception known[] = {
    {"overwritten", overwrites, "sec:gates",
     "A node that is used twice keeps only the slope that came last. What "
     "comes back from two sides has to be added."},
    {"from-the-start", from_the_start, "sec:gates",
     "Only what the last node hands down arrives. Do you go through the nodes "
     "from the first? A node can hand its slope on only when it is complete: "
     "after all those that use it, so from the end."},
    {"old-slopes-kept", keeps_old, "sec:gates",
     "You add to what was in the slopes before the call. Set them all to 0 "
     "first, and the last one to 1."},
    {"own-factor", own_factor, "sec:gates",
     "At a product you multiply each side's slope by its own value. If u "
     "grows, u v grows v times as much: take the other side's."},
    {"minus-forgotten", plus_for_minus, "sec:gates",
     "At a difference both sides get the same slope in your answer. If v "
     "grows, u - v falls."},
    {"divisor-rises", divisor_plus, "sec:gates",
     "At a quotient the divisor's slope has the wrong sign. If v grows, "
     "u / v falls (for positive numbers)."},
    {"divisor-not-squared", divisor_once, "sec:gates",
     "At a quotient the divisor's slope is -u / v^2; the square is missing."},
    {"sigmoid-of-the-input", slope_of_input, "sec:one-path",
     "At a sigmoid you compute u (1 - u) with what came in. The short form "
     "of the slope wants the node's own value: a (1 - a)."},
    {"sigmoid-twice", sigmoid_of_value, "sec:one-path",
     "At a sigmoid you take the slope at the node's value. It is wanted at "
     "what came in, and that is a (1 - a) with the node's value a."},
    {"square-without-two", square_once, "sec:gates",
     "At a square the factor 2 is missing: u enters twice, and both paths "
     "add."},
    {"not-seeded", not_seeded, "sec:gates",
     "All your slopes are 0. Something has to be handed down: the last "
     "node's slope by itself is 1, and that is where it starts."},
    {"seeded-by-the-value", seeded_by_value, "sec:gates",
     "You start with the last node's value as its slope. Its slope by itself "
     "is 1."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static size_t below(nn_rng *rng, size_t n) {
  return (size_t)(nn_rng_next(rng) % n);
}

/* A node that does something with nodes before i, whose value is neither
 * large nor divided by something small. */
static void draw_node(nn_rng *rng, size_t i, const double *value, int *does,
                      size_t *left, size_t *right) {
  *left = below(rng, i);
  *right = below(rng, i);
  *does = 1 + (int)below(rng, KINDS - 1);
  if (*does == DIVIDE && fabs(value[*right]) < 0.3) *does = SUBTRACT;
  double result = computed(*does, value[*left], value[*right], 0);
  if (fabs(result) > 8 || fabs(result) < 0.05) *does = SIGMOID;
}

/* Graphs of 2 to 20 nodes. Each operation uses the one before it, so that
 * the last node depends on most. Given nodes stand in front and, now and
 * then, between the operations. */
static void make_graph(nn_rng *rng, size_t i, message *query, bool values) {
  size_t count = i < KINDS ? 3 : 3 + below(rng, MOST - 2);
  size_t given = i < KINDS ? 2 : 1 + below(rng, (count - 1) / 2 + 1);
  if (given >= count) given = count - 1;
  size_t before = given - 1; /* the last operation so far */
  double full[MOST];
  double *does = message_add(query, "does", NULL, count);
  double *left = message_add(query, "left", NULL, count);
  double *right = message_add(query, "right", NULL, count);
  double *value = message_add(query, "value", NULL, count);
  double *slope = message_add(query, "slope", NULL, count);
  for (size_t k = 0; k < count; k++) {
    int kind = GIVEN;
    size_t l = 0, r = 0;
    bool between_them = i >= KINDS && k + 1 < count && below(rng, 5) == 0;
    if (k < given || between_them) {
      full[k] = between(rng, 0.5, 2) * (below(rng, 2) ? 1 : -1);
    } else {
      draw_node(rng, k, full, &kind, &l, &r);
      if (l != before && r != before) {
        l = before;
        if (fabs(computed(kind, full[l], full[r], 0)) > 8) kind = SIGMOID;
      }
      if (i < KINDS && i > 0) {
        kind = (int)i; /* each kind once by itself */
        l = 0;
        r = 1;
      }
      full[k] = computed(kind, full[l], full[r], 0);
      before = k;
    }
    does[k] = kind;
    left[k] = (double)l;
    right[k] = (double)r;
    value[k] = values || kind == GIVEN ? full[k] : 0;
    slope[k] = (double)(1 + below(rng, 9));
  }
}

static void make_forward(nn_rng *rng, size_t i, message *query) {
  make_graph(rng, i, query, false);
}

static void make_backward(nn_rng *rng, size_t i, message *query) {
  make_graph(rng, i, query, true);
}

static void check_forward(grader *g) {
  grader_compare(
      g, &(comparison){"forward", 60, make_forward, right_forward, NULL});
}

static void check_backward(grader *g) {
  grader_compare_derived_gradient(
      g, &(comparison){"backward", 200, make_backward, right, known}, 200);
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "forward", 4, "values, from the first node on", "",
              check_forward);
  grader_part(g, "backward", 12, "slopes, from the last node on", "",
              check_backward);
  return grader_end(g);
}
