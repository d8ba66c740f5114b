/* Training to the end. */
#include "grader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The loop with all the ways to get it wrong. */
typedef struct {
  bool counts_epochs, keeps_weights, stops_at_first_right;
  bool never_forgives, all_at_once, strict, whole_sum;
} habits;

static double sum(const double *w, const double *x, size_t n) {
  double z = 0;
  for (size_t i = 0; i < n; i++) z += w[i] * x[i];
  return z;
}

/* The same in an int. */
static double whole_sum(const double *w, const double *x, size_t n) {
  int z = 0;
  for (size_t i = 0; i < n; i++) z = (int)(z + w[i] * x[i]);
  return z;
}

static void add(double *w, const double *x, double y, size_t n) {
  for (size_t i = 0; i < n; i++) w[i] += y * x[i];
}

/* One epoch; returns its mistakes. `stop` is set where a wrong loop would
 * end in the middle. */
static size_t epoch(double *w, const message *query, habits h, bool *stop) {
  size_t n = message_count(query, "w"), count = message_count(query, "y");
  const double *x = message_values(query, "x");
  const double *y = message_values(query, "y");
  size_t mistakes = 0;
  double *judge = w;
  if (h.all_at_once) {
    judge = malloc(n * sizeof *judge);
    if (!judge) abort();
    memcpy(judge, w, n * sizeof *judge);
  }
  for (size_t i = 0; i < count && !*stop; i++) {
    double z = (h.whole_sum ? whole_sum : sum)(judge, x + i * n, n);
    double side = y[i] * z;
    if (h.strict ? side < 0 : side <= 0) {
      add(w, x + i * n, y[i], n);
      mistakes++;
    } else if (h.stops_at_first_right) {
      *stop = true;
    }
  }
  if (h.all_at_once) free(judge);
  return mistakes;
}

static void train_with(const message *query, message *answer, habits h) {
  size_t n = message_count(query, "w");
  size_t epochs_max = (size_t)message_number(query, "epochs_max");
  long updates = 0, epochs = 0;
  bool settled = false, stop = false, ever = false;
  double *returned = message_add(answer, "returned", NULL, 1);
  double *w = answer_copy(answer, query, "w");
  if (!h.keeps_weights)
    for (size_t i = 0; i < n; i++) w[i] = 0;

  while (!settled && !stop && (size_t)epochs < epochs_max) {
    size_t mistakes = epoch(w, query, h, &stop);
    epochs++;
    updates += (long)mistakes;
    ever = ever || mistakes > 0;
    settled = h.never_forgives ? !ever : mistakes == 0;
  }
  long result = h.counts_epochs ? epochs : updates;
  *returned = (double)(settled || stop ? result : -1);
}

static void train(const message *q, message *a) {
  train_with(q, a, (habits){0});
}
static void train_counting_epochs(const message *q, message *a) {
  train_with(q, a, (habits){.counts_epochs = true});
}
static void train_from_anywhere(const message *q, message *a) {
  train_with(q, a, (habits){.keeps_weights = true});
}
static void train_to_first_right(const message *q, message *a) {
  train_with(q, a, (habits){.stops_at_first_right = true});
}
static void train_unforgiving(const message *q, message *a) {
  train_with(q, a, (habits){.never_forgives = true});
}
static void train_all_at_once(const message *q, message *a) {
  train_with(q, a, (habits){.all_at_once = true});
}
static void train_strict(const message *q, message *a) {
  train_with(q, a, (habits){.strict = true});
}

static void train_whole(const message *q, message *a) {
  train_with(q, a, (habits){.whole_sum = true});
}

static const misconception known[] = {
    {"counts-epochs", train_counting_epochs, "sec:and",
     "You return the number of epochs. An epoch is a tour through all "
     "examples and may contain many updates, or none; the updates were "
     "asked for."},
    {"keeps-old-weights", train_from_anywhere, "sec:and",
     "You train on from whatever is in w. The header says that this does not "
     "matter, so w has to be set to zero first."},
    {"stops-at-first-right", train_to_first_right, "sec:and",
     "You stop at the first example that comes out right. One right answer "
     "proves little: stop after an epoch in which all of them are."},
    {"never-forgives", train_unforgiving, "sec:and",
     "A mistake in an early epoch still counts in the last one, so your loop "
     "only ends at epochs_max. Begin every epoch with a clean slate."},
    {"all-at-once", train_all_at_once, "sec:rule",
     "You judge a whole epoch by the weights from its start and correct at "
     "its end. The rule corrects at once: the next example already meets "
     "the new weights."},
    {"strict-test", train_strict, "sec:rule",
     "Your weights stay 0 and you count no update. From zero weights every "
     "sum is 0, and a sum of 0 is a mistake, too. If you test y z < 0, "
     "training ends before it begins: test y z <= 0."},
    {"sum-in-an-int", train_whole, "sec:rule",
     "Your sums are whole numbers, and inputs need not be. A sum of 1/2 "
     "becomes 0 in an int: use a double."},
    {0},
};

/* The same examples in every order of inputs: Boolean functions, then
 * points on both sides of a random line, with whole numbers and with real
 * ones, which an int cannot add up. */
static void add_boolean(message *query, unsigned table) {
  double *x = message_add(query, "x", NULL, 12);
  double *y = message_add(query, "y", NULL, 4);
  for (unsigned row = 0; row < 4; row++) {
    x[3 * row] = row >> 1;
    x[3 * row + 1] = row & 1;
    x[3 * row + 2] = 1;
    y[row] = table >> row & 1 ? 1 : -1;
  }
}

/* Fills the input before its constant 1; false if it lies too near the
 * line to be learned soon. */
static bool draw_point(nn_rng *rng, const double *u, double *x, size_t n,
                       bool real) {
  for (size_t k = 0; k + 1 < n; k++)
    x[k] = real ? nn_rng_between(rng, -4, 4)
                : (double)nn_rng_below(rng, 9) - 4;
  if (!real) x[0] = 2 * x[0] + 1;
  x[n - 1] = 1;
  return !real || fabs(sum(u, x, n)) > 1;
}

static void add_points(message *query, nn_rng *rng, size_t n, bool real) {
  size_t count = 2 + nn_rng_below(rng, 6);
  double u[4];
  for (size_t k = 0; k < n; k++) u[k] = (double)nn_rng_below(rng, 7) - 3;
  u[0] += 0.5; /* no point lies on the line */
  double *x = message_add(query, "x", NULL, count * n);
  double *y = message_add(query, "y", NULL, count);
  for (size_t i = 0; i < count; i++) {
    while (!draw_point(rng, u, x + i * n, n, real)) continue;
    y[i] = sum(u, x + i * n, n) > 0 ? 1 : -1;
  }
}

/* Two examples that the first update gets right. The second sum is 1, the
 * difference of products that a float does not tell apart, or 1/2, which
 * is 0 to an int. */
enum { NARROW = 3 };

static void add_narrow(message *query, size_t which) {
  static const double x[NARROW][4] = {{20001, 20000, 20001, -20002},
                                      {20000, 20001, -20002, 20001},
                                      {0.5, 1, 1, 0}};
  static const double y[] = {1, 1};
  message_add(query, "x", x[which], 4);
  message_add(query, "y", y, 2);
}

static void make_separable(nn_rng *rng, size_t i, message *query) {
  static const unsigned tables[] = {0x8, 0xe, 0xc, 0xf, 0x0, 0x7};
  size_t boolean = sizeof tables / sizeof *tables;
  size_t n = i < boolean            ? 3
             : i < boolean + NARROW ? 2
                                    : 2 + nn_rng_below(rng, 3);
  double *w = message_add(query, "w", NULL, n);
  for (size_t k = 0; k < n; k++) w[k] = (double)nn_rng_below(rng, 9) - 4;
  if (i < boolean)
    add_boolean(query, tables[i]);
  else if (i < boolean + NARROW)
    add_narrow(query, i - boolean);
  else
    add_points(query, rng, n, i % 3 == 2);
  message_add_number(query, "epochs_max", 5000);
}

static void make_hopeless(nn_rng *rng, size_t i, message *query) {
  double *w = message_add(query, "w", NULL, 3);
  for (size_t k = 0; k < 3; k++) w[k] = (double)nn_rng_below(rng, 9) - 4;
  add_boolean(query, i % 3 == 0 ? 0x6 : i % 3 == 1 ? 0x9 : 0x8);
  message_add_number(query, "epochs_max",
                     i % 3 == 2 ? (double)(7 + i / 3) : (double)(1 + i));
}

static void check_separable(grader *g) {
  grader_compare(g,
                 &(comparison){"train", 40, make_separable, train, known});
}

static void check_hopeless(grader *g) {
  grader_compare(g,
                 &(comparison){"train", 12, make_hopeless, train, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "settles", 7, "learns what a line can say", "",
              check_separable);
  grader_part(g, "gives-up", 3, "gives up at epochs_max", "settles",
              check_hopeless);
  return grader_end(g);
}
