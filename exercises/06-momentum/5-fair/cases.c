/* The epochs to a goal, the gain of momentum, and what it means. */
#include "cases.h"

#include <math.h>
#include <nn/dataset.h>

/* ---- what is learned -------------------------------------------------*/

/* Two moons, or, where the valley is narrow, with one of the coordinates
 * multiplied. */
static void add_examples(nn_rng *rng, message *query, size_t count,
                         double stretch) {
  nn_dataset data = nn_dataset_moons(rng, count, 0.2);
  nn_dataset_shuffle(&data, rng);
  double *x = message_add(query, "x", data.x, 2 * count);
  for (size_t i = 0; i < count; i++) x[2 * i] *= stretch;
  message_add(query, "t", data.t, count);
  nn_dataset_free(&data);
}

/* Up to the batch. `hidden` may be 0: a single linear neuron. */
static void add_race(nn_rng *rng, message *query, size_t hidden,
                     size_t count, size_t batch, double stretch) {
  const double deep[] = {2, (double)hidden, 1}, flat[] = {2, 1};
  size_t params = hidden ? 4 * hidden + 1 : 3;
  message_add(query, "width", hidden ? deep : flat, hidden ? 3 : 2);
  double *start = message_add(query, "start", NULL, params);
  for (size_t p = 0; p < params; p++) start[p] = between(rng, -1, 1);
  add_examples(rng, query, count, stretch);
  message_add_number(query, "batch", (double)batch);
}

/* ---- how many epochs -------------------------------------------------*/

static void copy_field(message *to, const message *from, const char *name) {
  const message_field *field = message_find(from, name);
  if (field->array)
    message_add(to, name, field->values, field->count);
  else
    message_add_number(to, name, field->values[0]);
}

static double epochs_of(const message *query, double rate, double beta) {
  static const char *const same[] = {"width", "start", "x",    "t",
                                     "batch", "goal",  "limit"};
  message run;
  message_begin(&run, "epochs_to");
  for (size_t i = 0; i < sizeof same / sizeof *same; i++)
    copy_field(&run, query, same[i]);
  message_add_number(&run, "learning_rate", rate);
  message_add_number(&run, "beta", beta);
  double epochs = right_number(&run, "returned");
  message_free(&run);
  return epochs;
}

/* The first loss that is at the goal is exactly at it. */
static const char *const exactly[] = {
    "epochs_to(width = [1, 1], start = [0, 0], x = [1], t = [1], batch = 1, "
    "goal = 0.125, limit = 10, learning_rate = 0.25, beta = 0)",
    NULL};

/* Most runs get there, after more than one epoch and within the limit; in
 * each fifth just in time, in each sixth not at all. The last diverges. */
enum { RUNS = 24 };

static void make_run(nn_rng *rng, size_t i, message *query) {
  static const double betas[] = {0, 0.9, 0.5, 0.8};
  double beta = betas[i % 4], rate, epochs;
  bool diverges = i == RUNS - 1, late = i % 6 == 5;
  size_t limit = 25;
  do {
    size_t count = 9 + nn_rng_below(rng, 8);
    size_t batch = i % 3 == 0 ? count + 3 : 2 + 2 * nn_rng_below(rng, 3);
    message_free(query);
    message_begin(query, "epochs_to");
    add_race(rng, query, i % 5, count, diverges ? 1 : batch, 1);
    message_add_number(query, "goal", between(rng, 0.05, 0.12));
    message_add_number(query, "limit", (double)limit);
    rate = diverges ? between(rng, 500, 1000)
                    : (1 - beta) * between(rng, 0.05, 0.3);
    epochs = epochs_of(query, rate, beta);
  } while ((epochs > (double)limit) != (diverges || late) ||
           (!diverges && !late && epochs < 2));
  if (i % 5 == 4 && !late && !diverges)
    message_find(query, "limit")->values[0] = epochs;
  message_add_number(query, "learning_rate", rate);
  message_add_number(query, "beta", beta);
}

/* ---- the gain --------------------------------------------------------*/

enum { MOST_RATES = 9, LIMIT = 20 };

/* The fewest epochs over these effective rates. */
static double fewest(const message *query, double beta, const double *rates,
                     size_t n) {
  double least = INFINITY;
  for (size_t i = 0; i < n; i++)
    least = fmin(least, epochs_of(query, (1 - beta) * rates[i], beta));
  return least;
}

/* Who gets there. */
typedef enum { BOTH, PLAIN_NEVER, BALL_NEVER } arrival;

/* Where both do, they take some epochs and not the same number, and plain
 * descent's best rate is not the first; of many, only the last is. */
static bool is_such(const message *query, arrival kind, double beta,
                    const double *rates, size_t n) {
  double plain = fewest(query, 0, rates, n);
  double ball = fewest(query, beta, rates, n);
  if ((plain > LIMIT) != (kind == PLAIN_NEVER)) return false;
  if ((ball > LIMIT) != (kind == BALL_NEVER)) return false;
  if (kind != BOTH) return true;
  if (n == MOST_RATES && fewest(query, 0, rates, n - 1) == plain)
    return false;
  return plain >= 4 && ball >= 3 && plain != ball &&
         fewest(query, 0, rates, 1) > plain;
}

static void best_to_the_end(const message *query, double *rates, size_t n) {
  size_t at = 0;
  while (fewest(query, 0, rates, at + 1) > fewest(query, 0, rates, n)) at++;
  double best = rates[at];
  rates[at] = rates[n - 1];
  rates[n - 1] = best;
}

static void make_gain(nn_rng *rng, size_t i, message *query) {
  arrival kind = i == 2 ? PLAIN_NEVER : i == 3 ? BALL_NEVER : BOTH;
  size_t n = i == 4 ? MOST_RATES : 2 + i % 4;
  double rates[MOST_RATES], beta;
  do {
    bool narrow = i % 2 == 0;
    message_free(query);
    message_begin(query, "gain");
    add_race(rng, query, 2 + i % 3, 14, narrow ? 14 : 4, narrow ? 3 : 1);
    message_add_number(query, "goal", between(rng, 0.05, 0.12));
    message_add_number(query, "limit", LIMIT);
    beta = kind == BALL_NEVER ? 0.99 : between(rng, 0.4, 0.9);
    for (size_t k = 0; k < n; k++)
      rates[k] = pow(10, between(rng, -2, 0.3));
    if (n == MOST_RATES) best_to_the_end(query, rates, n);
  } while (!is_such(query, kind, beta, rates, n));
  message_add_number(query, "beta", beta);
  message_add(query, "rates", rates, n);
}

/* ---- what it means ---------------------------------------------------*/

/* Plain descent's fewest epochs by the ball's. */
static const double quotients[] = {1.25, 1, 1.25, 0.5, 1.5, 2};
enum { QUOTIENTS = 6, ENDS = 4, BOTH_ENDS = 2, TABLES = 17 };

/* The best rates are inside, and the quotient is one of those or, once, not
 * quite; in the second, they are apart; then one end is better, or as good;
 * then one end of either; and in the last, no run gets there. */
static void make_tables(nn_rng *rng, size_t i, message *query) {
  size_t kind = i % TABLES, n = 4;
  if (kind != 1) n = 3 + nn_rng_below(rng, 4);
  size_t last = n - 1;
  double *plain = message_add(query, "plain", NULL, n);
  double *ball = message_add(query, "ball", NULL, n);
  double best = (double)(4 * (2 + nn_rng_below(rng, 5)));
  double least = quotients[kind % QUOTIENTS] * best - (kind == 2);
  for (size_t k = 0; k < n; k++) {
    plain[k] = 3 * best + (double)nn_rng_below(rng, 20);
    ball[k] = 3 * best + (double)nn_rng_below(rng, 20);
  }
  plain[kind == 1 ? 1 : 1 + nn_rng_below(rng, n - 2)] = least;
  ball[kind == 1 ? n - 2 : 1 + nn_rng_below(rng, n - 2)] = best;

  double *ends[ENDS] = {&plain[0], &plain[last], &ball[0], &ball[last]};
  const double fewest[ENDS] = {least, least, best, best};
  if (kind < QUOTIENTS) return;
  kind -= QUOTIENTS;
  if (kind < 2 * ENDS) {
    *ends[kind % ENDS] = fewest[kind % ENDS] - (kind < ENDS);
  } else if (kind < 2 * ENDS + BOTH_ENDS) {
    *ends[kind % 2] = least - 1;
    *ends[2] = best - 1;
  } else {
    for (size_t k = 0; k < n; k++) plain[k] = ball[k] = 51;
  }
}

const exercise_part exercise_parts[] = {
    {.id = "epochs",
     .points = 5,
     .title = "the epochs of one run",
     .function = "epochs_to",
     .always = exactly,
     .cases = RUNS,
     .make_case = make_run},
    {.id = "gain",
     .points = 4,
     .title = "both runners tuned",
     .needs = "epochs",
     .function = "gain",
     .cases = 14,
     .make_case = make_gain},
    {.id = "conclude",
     .points = 3,
     .title = "what it means",
     .function = "conclude",
     .cases = 3 * TABLES,
     .make_case = make_tables},
    {0},
};
