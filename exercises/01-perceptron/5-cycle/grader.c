/* Going round in circles. */
#include "grader.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 3, EPOCHS_MAX = 400 };

/* Which earlier weights are looked at. */
typedef enum { ALL, START, PREVIOUS, EVERY_UPDATE } memory;

typedef struct {
  memory looks_at;
  bool forgets_to_settle; /* does not ask first whether all were right */
  bool impatient;         /* calls running out of epochs a circle */
  bool from_start;        /* counts from the start, not from the match */
} habits;

static double sum(const double *w, const double *x) {
  return w[0] * x[0] + w[1] * x[1] + w[2] * x[2];
}

static bool equal(const double *a, const double *b) {
  return memcmp(a, b, WIDTH * sizeof *a) == 0;
}

/* Weights 0 ... `last` are kept; which earlier one equals the last? */
static long match(double (*kept)[WIDTH], size_t last, memory looks_at) {
  for (size_t i = 0; i < last; i++) {
    if (looks_at == START && i > 0) break;
    if (looks_at == PREVIOUS && i + 1 < last) continue;
    if (equal(kept[i], kept[last])) return (long)i;
  }
  return -1;
}

static long length_with(const message *query, habits h) {
  static double kept[EPOCHS_MAX + 1][WIDTH];
  static double updates[EPOCHS_MAX * 16][WIDTH];
  const double *x = message_values(query, "x");
  const double *y = message_values(query, "y");
  size_t count = message_count(query, "y");
  size_t epochs = (size_t)message_number(query, "epochs_max");
  size_t made = 0;
  double w[WIDTH] = {0};
  memcpy(kept[0], w, sizeof w);
  memcpy(updates[0], w, sizeof w);

  for (size_t e = 1; e <= epochs; e++) {
    size_t before = made;
    for (size_t i = 0; i < count; i++) {
      if (y[i] * sum(w, x + i * WIDTH) > 0) continue;
      for (size_t k = 0; k < WIDTH; k++) w[k] += y[i] * x[i * WIDTH + k];
      memcpy(updates[++made], w, sizeof w);
      if (h.looks_at == EVERY_UPDATE && match(updates, made, ALL) >= 0)
        return (long)e;
    }
    memcpy(kept[e], w, sizeof w);
    if (made == before && !h.forgets_to_settle) return 0;
    long found = match(kept, e, h.looks_at);
    if (found >= 0) return h.from_start ? (long)e : (long)e - found;
  }
  return h.impatient ? (long)epochs : -1;
}

static void cycle(const message *q, message *a) {
  message_add_number(a, "returned", (double)length_with(q, (habits){0}));
}
static void cycle_from_zero(const message *q, message *a) {
  message_add_number(a, "returned",
                     (double)length_with(q, (habits){.looks_at = START}));
}
static void cycle_of_one(const message *q, message *a) {
  message_add_number(
      a, "returned",
      (double)length_with(q, (habits){.looks_at = PREVIOUS}));
}
static void cycle_within(const message *q, message *a) {
  message_add_number(
      a, "returned",
      (double)length_with(q, (habits){.looks_at = EVERY_UPDATE}));
}
static void cycle_settled(const message *q, message *a) {
  message_add_number(
      a, "returned",
      (double)length_with(q, (habits){.forgets_to_settle = true}));
}
static void cycle_impatient(const message *q, message *a) {
  message_add_number(a, "returned",
                     (double)length_with(q, (habits){.impatient = true}));
}
static void cycle_since_start(const message *q, message *a) {
  message_add_number(a, "returned",
                     (double)length_with(q, (habits){.from_start = true}));
}

static const misconception known[] = {
    {"looks-at-start-only", cycle_from_zero, "sec:limits",
     "You compare with the starting weights only. XOR returns to them, but "
     "other tasks wander first and then circle somewhere else: compare with "
     "the end of every earlier epoch."},
    {"looks-at-previous-only", cycle_of_one, "sec:limits",
     "You compare with the epoch before only, and so you miss circles of more "
     "than one epoch. Compare with all that you have kept."},
    {"looks-inside-epochs", cycle_within, "sec:limits",
     "You compare after every update. The same weights at another place in "
     "the epoch prove nothing, because other examples come next. Compare "
     "at the ends of epochs."},
    {"settled-is-no-circle", cycle_settled, "sec:limits",
     "When an epoch brings no mistake, the weights stay where they are. That "
     "looks like a circle of length 1, but it is success: ask for mistakes "
     "first."},
    {"impatience-is-no-proof", cycle_impatient, "sec:limits",
     "Running out of epochs is no proof of a circle. A task with a narrow "
     "margin takes long and is learned in the end; return -1."},
    {"counts-from-start", cycle_since_start, "sec:limits",
     "You return the epoch in which the circle closed. Its length is the "
     "number of epochs since the weights were there before."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

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

/* Is this random task of the wanted kind? */
static bool is(kind wanted, message *query) {
  long length = length_with(query, (habits){0});
  long since_start = length_with(query, (habits){.from_start = true});
  switch (wanted) {
  case SETTLES:
    return length == 0;
  case RETURNS:
    return length == since_start && length > 0;
  case WANDERS:
    return length == 1 && since_start > 1;
  case LONG:
    return length > 1;
  default:
    return length == 0 || length > 2;
  }
}

/* The fewest epochs in which this task is decided. */
static double fewest_epochs(message *query) {
  double *epochs = query->fields[query->count - 1].values, all = *epochs;
  while (*epochs > 0 && length_with(query, (habits){0}) >= 0) *epochs -= 1;
  double fewest = *epochs + 1;
  *epochs = all;
  return fewest;
}

/* Random tasks of each kind in turn. An undecided one is stopped an epoch
 * before its end. Half of the others get no epoch more than they need. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  kind wanted = (kind)(i % KINDS);
  for (;;) {
    message_begin(query, "cycle_length");
    add_random(rng, query);
    message_add_number(query, "epochs_max", EPOCHS_MAX);
    double *epochs = query->fields[query->count - 1].values;
    double fewest = fewest_epochs(query);
    if (is(wanted, query) && (wanted != UNDECIDED || fewest > 2)) {
      if (wanted == UNDECIDED)
        *epochs = fewest - 1;
      else if (i / KINDS % 2)
        *epochs = fewest;
      return;
    }
    message_free(query);
  }
}

static void make_settling(nn_rng *rng, size_t i, message *query) {
  make_case(rng, i % 2 ? UNDECIDED : i / 2 * KINDS, query);
}

static void check_settling(grader *g) {
  grader_compare(
      g, &(comparison){"cycle_length", 24, make_settling, cycle, known});
}
static void check_circles(grader *g) {
  grader_compare(
      g, &(comparison){"cycle_length", 60, make_case, cycle, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "settles", 3, "knows success and doubt", "",
              check_settling);
  grader_part(g, "circles", 7, "measures circles", "settles",
              check_circles);
  return grader_end(g);
}
