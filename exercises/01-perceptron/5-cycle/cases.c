/* Going round in circles. */
#include "cases.h"

#include <string.h>

enum { WIDTH = 3, EPOCHS_MAX = 400 };

static double sum(const double *w, const double *x) {
  return w[0] * x[0] + w[1] * x[1] + w[2] * x[2];
}

/* An epoch of the rule; false if it changes nothing. */
static bool learn(double *w, const message *query) {
  const double *x = message_values(query, "x");
  const double *y = message_values(query, "y");
  bool changed = false;
  for (size_t i = 0; i < message_count(query, "y"); i++) {
    if (y[i] * sum(w, x + i * WIDTH) > 0) continue;
    for (size_t k = 0; k < WIDTH; k++) w[k] += y[i] * x[i * WIDTH + k];
    changed = true;
  }
  return changed;
}

/* The epoch that decides. Its end has the weights of an earlier one, and
 * `length` is how many epochs lie between; or it is the first without a
 * mistake, and that is 0. -1 and -1 if the epochs run out. */
typedef struct {
  long epoch, length;
} circle;

static circle find(const message *query) {
  static double kept[EPOCHS_MAX + 1][WIDTH];
  size_t epochs = (size_t)message_number(query, "epochs_max");
  double w[WIDTH] = {0};
  memcpy(kept[0], w, sizeof w);
  for (size_t e = 1; e <= epochs; e++) {
    if (!learn(w, query)) return (circle){(long)e, 0};
    memcpy(kept[e], w, sizeof w);
    for (size_t i = 0; i < e; i++)
      if (memcmp(kept[i], w, sizeof w) == 0)
        return (circle){(long)e, (long)(e - i)};
  }
  return (circle){-1, -1};
}

typedef enum { SETTLES, RETURNS, WANDERS, LONG, UNDECIDED, KINDS } kind;

static void add_random(nn_rng *rng, message *query) {
  size_t count = 3 + nn_rng_below(rng, 4);
  double *x = message_add(query, "x", NULL, count * WIDTH);
  double *y = message_add(query, "y", NULL, count);
  for (size_t i = 0; i < count; i++) {
    x[i * WIDTH] = (double)nn_rng_below(rng, 7) - 3;
    x[i * WIDTH + 1] = (double)nn_rng_below(rng, 7) - 3;
    x[i * WIDTH + 2] = 1;
    y[i] = nn_rng_below(rng, 2) ? 1 : -1;
  }
  message_add_number(query, "n", WIDTH);
}

/* Is a random task of the wanted kind? An undecided one will be stopped an
 * epoch before its end. */
static bool is(kind wanted, circle found) {
  switch (wanted) {
  case SETTLES:
    return found.length == 0;
  case RETURNS:
    return found.length == found.epoch && found.length > 0;
  case WANDERS:
    return found.length == 1 && found.epoch > 1;
  case LONG:
    return found.length > 1;
  default:
    return (found.length == 0 || found.length > 2) && found.epoch > 2;
  }
}

/* Random tasks of each kind in turn. Half of those that are decided get no
 * epoch more than they need. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  kind wanted = (kind)(i % KINDS);
  for (;;) {
    message_begin(query, "cycle_length");
    add_random(rng, query);
    message_add_number(query, "epochs_max", EPOCHS_MAX);
    double *epochs = query->fields[query->count - 1].values;
    circle found = find(query);
    if (is(wanted, found)) {
      if (wanted == UNDECIDED)
        *epochs = (double)found.epoch - 1;
      else if (i / KINDS % 2)
        *epochs = (double)found.epoch;
      return;
    }
    message_free(query);
  }
}

static void make_settling(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i % 2 ? UNDECIDED : i / 2 * KINDS, query);
}

/* Nothing happens within no epochs. */
static const char *const settling_always[] = {
    "cycle_length(x = [1, 1, 1, 1], y = [1, -1], n = 2, epochs_max = 0)",
    /* Inside the epoch the weights come back, at its end they do not. */
    "cycle_length(x = [0, 0, 1, 0, -1, 1, 0, -1, 1], y = [1, -1, 1], n = 3,"
    " epochs_max = 1)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "settles",
     .points = 3,
     .title = "knows success and doubt",
     .function = "cycle_length",
     .always = settling_always,
     .cases = 24,
     .make_case = make_settling},
    {.id = "circles",
     .points = 7,
     .title = "measures circles",
     .needs = "settles",
     .function = "cycle_length",
     .cases = 60,
     .make_case = make_case},
    {0},
};
