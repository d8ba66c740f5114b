/* Is there a line? */
#include "grader.h"

#include <math.h>
#include <string.h>

enum { INPUTS_MAX = 4, EPOCHS_MAX = 400 };

typedef struct {
  size_t patience; /* epochs; then it says no */
  bool believes;   /* ... or says yes */
  bool start_only; /* compares with the starting weights only */
} habits;

typedef struct {
  double w[INPUTS_MAX + 1];
} weights;

static double digit(size_t row, size_t i, size_t n) {
  return i == n ? 1 : (double)(row >> (n - 1 - i) & 1);
}

/* True if the rule was needed for this row. */
static bool learn_row(weights *now, double y, size_t row, size_t n) {
  double z = 0;
  for (size_t i = 0; i <= n; i++) z += now->w[i] * digit(row, i, n);
  if (y * z > 0) return false;
  for (size_t i = 0; i <= n; i++) now->w[i] += y * digit(row, i, n);
  return true;
}

static bool been_there(const weights *kept, size_t count,
                       const weights *now) {
  for (size_t k = 0; k < count; k++)
    if (memcmp(&kept[k], now, sizeof *now) == 0) return true;
  return false;
}

static bool decide(const message *query, habits h) {
  static weights kept[EPOCHS_MAX + 1];
  const double *y = message_values(query, "y");
  size_t n = (size_t)message_number(query, "n");
  weights now = {0};
  kept[0] = now;
  for (size_t e = 0; e < EPOCHS_MAX; e++) {
    bool mistaken = false;
    if (h.patience && e == h.patience) return h.believes;
    for (size_t row = 0; row < (size_t)1 << n; row++)
      if (learn_row(&now, y[row], row, n)) mistaken = true;
    if (!mistaken) return true;
    if (been_there(kept, h.start_only ? 1 : e + 1, &now)) return false;
    kept[e + 1] = now;
  }
  return false;
}

static void tell(const message *q, message *a, habits h) {
  message_add_number(a, "returned", decide(q, h));
}
static void right(const message *q, message *a) {
  tell(q, a, (habits){0});
}
static void impatient(const message *q, message *a) {
  tell(q, a, (habits){.patience = 10});
}
static void more_patient(const message *q, message *a) {
  tell(q, a, (habits){.patience = 20});
}
static void start_only(const message *q, message *a) {
  tell(q, a,
       (habits){.start_only = true, .patience = 100, .believes = true});
}

/* Only functions that change with every single bit are refused. */
static void parity_only(const message *q, message *a) {
  const double *y = message_values(q, "y");
  size_t n = (size_t)message_number(q, "n"), changes = 0;
  for (size_t row = 0; row < (size_t)1 << n; row++)
    for (size_t bit = 1; bit < (size_t)1 << n; bit <<= 1)
      changes += y[row] != y[row ^ bit];
  bool parity = changes == n << n && n > 1;
  message_add_number(a, "returned", !parity);
}

static void always_yes(const message *q, message *a) {
  (void)q;
  message_add_number(a, "returned", 1);
}
static void always_no(const message *q, message *a) {
  (void)q;
  message_add_number(a, "returned", 0);
}

static const misconception known[] = {
    {"always-no", always_no, "sec:census",
     "You say no to everything. Does your loop end in a yes when an epoch "
     "brings no mistake? Do you compare the new weights with themselves? "
     "Has the neuron a bias?"},
    {"always-yes", always_yes, "sec:census",
     "You say yes to everything. If you learn from y z < 0 only, zero "
     "weights are never mistaken: the test is y z <= 0. And an end without "
     "an epoch free of mistakes is no yes."},
    {"impatience-is-no-proof", impatient, "sec:census",
     "You give up after a while and say no. Some functions that a neuron can "
     "compute take long. A proof that it never ends is an epoch that ends "
     "with weights with which an earlier one ended."},
    {"parity-only", parity_only, "sec:census",
     "You refuse XOR and its like only. From three bits on most functions "
     "that are not separable are not parity."},
    {"twenty-epochs", more_patient, "sec:census",
     "You give up after twenty epochs and say no. Some functions that a "
     "neuron can compute take longer, and no number of epochs is a proof: "
     "weights that come back are."},
    {"looks-at-start-only", start_only, "sec:census",
     "You compare with the starting weights only, and so you wait in vain "
     "where the weights wander first and circle somewhere else. Compare "
     "with the ends of earlier epochs too."},
    {0},
};

/* Functions of 1 to 4 bits: half of them thresholds, which are separable
 * and may take long, half of them at random. Fixed are XOR
 * and "the first two bits or the last two": more ones never silence it, and
 * there is no line all the same. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i < 8 ? 1 + i % 2 : 3 + i % 2;
  double w[INPUTS_MAX + 1];
  for (size_t k = 0; k <= n; k++) w[k] = (double)nn_rng_below(rng, 9) - 4;
  w[n] += 0.5;
  double *y = message_add(query, "y", NULL, (size_t)1 << n);
  for (size_t row = 0; row < (size_t)1 << n; row++) {
    double z = 0;
    for (size_t k = 0; k <= n; k++) z += w[k] * digit(row, k, n);
    bool fires = i / 2 % 2 ? nn_rng_below(rng, 2) > 0 : z > 0;
    if (i == 3) fires = row == 1 || row == 2;
    if (i == 9) fires = row >= 12 || row % 4 == 3;
    y[row] = fires ? 1 : -1;
  }
  message_add_number(query, "n", (double)n);
}

static void check(grader *g) {
  grader_compare(g,
                 &(comparison){"separable", 400, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "separable", 10, "says whether there is a line", "",
              check);
  return grader_end(g);
}
