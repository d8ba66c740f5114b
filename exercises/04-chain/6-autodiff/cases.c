/* Reverse-mode automatic differentiation of up to 20 nodes. */
#include "cases.h"

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

/* The last node is given, and so its value depends on nothing else. */
static const char *const backward_always[] = {
    "backward(does = [0, 0, 1, 0], left = [0, 0, 0, 0], right = [0, 0, 1, 0],"
    " value = [1, 2, 3, 4], slope = [5, 6, 7, 8])",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "forward",
     .points = 4,
     .title = "values, from the first node on",
     .function = "forward",
     .cases = 60,
     .make_case = make_forward},
    {.id = "backward",
     .points = 12,
     .title = "slopes, from the last node on",
     .function = "backward",
     .always = backward_always,
     .cases = 200,
     .make_case = make_backward,
     .derived = true,
     .slopes = true},
    {0},
};
