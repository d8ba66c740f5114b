/* The loss after a run, the best of some rates, and a search for one. */
#include "grader.h"

#include <math.h>
#include <nn/dataset.h>
#include <stdlib.h>

/* ---- what is learned -------------------------------------------------*/

typedef enum { MOONS, SINE } curve;

/* In a random order, and as doubles. */
static void add_examples(nn_rng *rng, message *query, curve kind,
                         size_t count, const char *x, const char *t) {
  nn_dataset data = kind == MOONS ? nn_dataset_moons(rng, count, 0.2)
                                  : nn_dataset_sine(rng, count, 0.1);
  nn_dataset_shuffle(&data, rng);
  message_add(query, x, data.x, count * data.inputs);
  message_add(query, t, data.t, count * data.targets);
  nn_dataset_free(&data);
}

/* All but batch and epochs. `hidden` neurons are in each hidden layer. */
static void add_problem(nn_rng *rng, message *query, curve kind,
                        size_t hidden_layers, size_t hidden, size_t count,
                        size_t validation_count) {
  double width[4] = {kind == MOONS ? 2 : 1};
  size_t layers = hidden_layers + 1, params = 0;
  for (size_t l = 1; l <= layers; l++) {
    width[l] = l < layers ? (double)hidden : 1;
    params += (size_t)((width[l - 1] + 1) * width[l]);
  }
  message_add(query, "width", width, layers + 1);
  double *start = message_add(query, "start", NULL, params);
  for (size_t p = 0; p < params; p++) start[p] = between(rng, -1, 1);
  add_examples(rng, query, kind, count, "x", "t");
  add_examples(rng, query, kind, validation_count, "validation_x",
               "validation_t");
}

/* ---- the loss at a rate ----------------------------------------------*/

static void copy_field(message *to, const char *name, const message *from,
                       const char *other) {
  const message_field *field = message_find(from, other);
  if (field->array)
    message_add(to, name, field->values, field->count);
  else
    message_add_number(to, name, field->values[0]);
}

/* On the validation set or on the training set. */
static double loss_on(const message *query, bool training, double rate) {
  static const char *const same[] = {"width", "start", "x",
                                     "t",     "batch", "epochs"};
  message run;
  message_begin(&run, "loss_after");
  for (size_t i = 0; i < sizeof same / sizeof *same; i++)
    copy_field(&run, same[i], query, same[i]);
  copy_field(&run, "validation_x", query, training ? "x" : "validation_x");
  copy_field(&run, "validation_t", query, training ? "t" : "validation_t");
  message_add_number(&run, "learning_rate", rate);
  double loss = right_number(&run, "returned");
  message_free(&run);
  return loss;
}

static double loss_at(const message *query, double rate) {
  return loss_on(query, false, rate);
}

/* ---- one run ---------------------------------------------------------*/

/* Batches of one, batches larger than the set, all in one batch, and then
 * such as leave a rest. */
static void make_run(nn_rng *rng, size_t i, message *query) {
  size_t count = 7 + 2 * nn_rng_below(rng, 5);
  size_t batch = 2 + 2 * nn_rng_below(rng, 2);
  if (i == 0) batch = 1;
  if (i == 1) batch = count + 3;
  if (i == 2) batch = count;
  if (i == 3) count = 33, batch = 20;
  add_problem(rng, query, i % 2 ? SINE : MOONS, i % 3, 1 + i % 4, count,
              i % 5 ? count - 3 : count + 4);
  message_add_number(query, "batch", (double)batch);
  message_add_number(query, "epochs", (double)(1 + i % 4));
  message_add_number(query, "learning_rate", between(rng, 0.02, 0.2));
}

/* ---- the best of some ------------------------------------------------*/

/* Where the least of the losses is; -1 if another is within 1 %. */
static int least_of(const double *losses, size_t n) {
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (!(losses[best] <= losses[i]) && !isnan(losses[i])) best = i;
  for (size_t i = 0; i < n; i++)
    if (i != best && losses[i] < 1.01 * losses[best]) return -1;
  return isfinite(losses[best]) ? (int)best : -1;
}

enum { MOST_RATES = 12 };
typedef enum { TRAINING_MISLEADS, FIRST_IS_NAN, LAST_IS_NAN } trap;

/* Where the best rate is; -1 if they are no such trap. */
static int best_in_trap(const message *query, trap kind,
                        const double *rates, size_t n) {
  double losses[MOST_RATES], on_training[MOST_RATES];
  for (size_t i = 0; i < n; i++) {
    losses[i] = loss_at(query, rates[i]);
    on_training[i] = loss_on(query, true, rates[i]);
  }
  int best = least_of(losses, n), other = least_of(on_training, n);
  bool is_trap = kind == TRAINING_MISLEADS ? other >= 0 && best != other
                 : kind == FIRST_IS_NAN    ? isnan(losses[0])
                                           : isnan(losses[n - 1]);
  return is_trap ? best : -1;
}

/* The losses are 0.45, 1.53 and 0.72. */
static const char *const some_rates[] = {
    "best_rate(width = [1, 1], start = [0, 0], x = [1, 2], t = [1, 1], "
    "validation_x = [2], validation_t = [2], batch = 1, epochs = 1, "
    "rates = [0.3, 0.5, 0.4])",
    NULL};

/* Of many rates, the last is the best. */
static void make_rates(nn_rng *rng, size_t i, message *query) {
  trap kind = (trap)(i % 3);
  size_t n = i == 4 ? MOST_RATES : 2 + i % 4;
  double rates[MOST_RATES];
  int best;
  do {
    message_free(query);
    message_begin(query, "best_rate");
    add_problem(rng, query, i % 2 ? SINE : MOONS, 1, 3, 15, 12);
    message_add_number(query, "batch", kind == TRAINING_MISLEADS ? 4 : 2);
    message_add_number(query, "epochs", 10);
    for (size_t k = 0; k < n; k++)
      rates[k] = pow(10, between(rng, -3, 0.5));
    if (kind == FIRST_IS_NAN) rates[0] = between(rng, 200, 1000);
    if (kind == LAST_IS_NAN) rates[n - 1] = between(rng, 200, 1000);
    best = best_in_trap(query, kind, rates, n);
  } while (best < 0);
  if (n == MOST_RATES) {
    double rate = rates[best];
    rates[best] = rates[n - 1];
    rates[n - 1] = rate;
  }
  message_add(query, "rates", rates, n);
}

/* ---- the search ------------------------------------------------------*/

/* The loss at twelve rates for each power of ten from 1e-4 to 1e2, and
 * where the least is. */
enum { PER_POWER = 12, RATES = 6 * PER_POWER + 1 };

typedef struct {
  double loss[RATES];
  int best, best_power;
} grid;

static double rate_of(int i) {
  return pow(10, (double)i / PER_POWER - 4);
}

static grid grid_of(const message *query) {
  grid g = {.best = 0};
  for (int i = 0; i < RATES; i++) {
    g.loss[i] = loss_at(query, rate_of(i));
    if (g.loss[i] < g.loss[g.best]) g.best = i;
    if (i % PER_POWER == 0 && g.loss[i] < g.loss[g.best_power])
      g.best_power = i;
  }
  return g;
}

/* Times the least loss. With 200 seeds, the rate of the reference had a
 * loss of at most 1.036 times the least, the best of 1, 2, 5, 10 ... 1.046
 * times, that of a finer search 1.009; and the best power of ten at
 * least 1.080 times. */
static const double accepted = 1.05;

/* Does a search of rates that are ten apart, wherever it begins, end within
 * two thirds of a power of ten of the best? */
static bool is_one_valley(const grid *g) {
  for (int first = 0; first < PER_POWER; first++) {
    int found = first;
    for (int i = first; i < RATES; i += PER_POWER)
      if (g->loss[i] < g->loss[found]) found = i;
    if (abs(found - g->best) > 2 * PER_POWER / 3) return false;
  }
  return true;
}

/* Is the loss one of a run that has not diverged? */
static bool holds(double loss) {
  return loss < 1000;
}

/* Does the loss rise from the best power of ten on, away from the best? */
static bool is_uphill(const grid *g, int step) {
  for (int i = g->best_power; i >= 0 && i < RATES; i += step)
    if (g->loss[i] < g->loss[g->best_power]) return false;
  return true;
}

/* Any search that then takes three rates for each power of ten around that
 * one is accepted, since the valley is wide enough; one that stops at the
 * powers of ten, or looks on one side of it only, is not. The best is below
 * its power of ten or above; and that is not also the largest of the three
 * that does not diverge. */
static bool is_fair(const grid *g, bool below) {
  const double least = g->loss[g->best];
  const int third = PER_POWER / 3;
  if ((g->best < g->best_power) != below) return false;
  if (!is_one_valley(g) || !is_uphill(g, below ? third : -third))
    return false;
  if (g->best < PER_POWER || g->best >= RATES - PER_POWER) return false;
  for (int i = g->best - 2; i <= g->best + 2; i++)
    if (!(g->loss[i] <= 1.04 * least)) return false;
  return g->loss[g->best_power] > 1.08 * least &&
         holds(g->loss[g->best_power + third]);
}

/* Such as soon make a fair one, with the best below its power of ten or
 * above it. */
static const struct {
  bool below;
  curve kind;
  size_t hidden_layers, hidden, batch, epochs;
} settings[] = {
    {true, MOONS, 1, 8, 1, 6},
    {false, SINE, 1, 8, 4, 12},
    {false, MOONS, 2, 4, 4, 12},
};

static void make_search(nn_rng *rng, size_t i, message *query) {
  grid g;
  do {
    message_free(query);
    message_begin(query, "search");
    add_problem(rng, query, settings[i].kind, settings[i].hidden_layers,
                settings[i].hidden, 24, 24);
    message_add_number(query, "batch", (double)settings[i].batch);
    message_add_number(query, "epochs", (double)settings[i].epochs);
    g = grid_of(query);
  } while (!is_fair(&g, settings[i].below));
}

static bool is_whole(double x) {
  return fabs(x - round(x)) < 1e-9;
}

/* Which of the known mistakes leads to this rate? */
static const char *name_of(const message *query, const grid *g,
                           double found) {
  if (is_whole(found - 1e-4)) return "even-steps";
  if (found > rate_of(g->best) && !holds(loss_at(query, found * cbrt(10))))
    return "largest-that-holds";
  if (is_whole(log10(found)) &&
      loss_at(query, found) <= (1 + 1e-6) * g->loss[g->best_power])
    return "no-finer-rates";
  return NULL;
}

static void judge(grader *g, const message *query, const message *answer) {
  double found = message_number(answer, "returned");
  if (!(found >= 1e-4 && found <= 100)) {
    grader_fail(g,
                _("search gave %.4g. The rate should be between 1e-4 "
                  "and 1e2."),
                found);
    return;
  }
  grid all = grid_of(query);
  double loss = loss_at(query, found), least = all.loss[all.best];
  if (loss <= accepted * least) return;
  grader_fail(g,
              _("search gave a rate of %.4g, whose loss on the validation "
                "set is %.4g. With %.4g it is %.4g: at most 5 %% above "
                "that was asked for."),
              found, loss, rate_of(all.best), least);
  const char *name = name_of(query, &all, found);
  if (name) grader_name(g, name);
}

const exercise_part exercise_parts[] = {
    {.id = "run",
     .points = 5,
     .title = "the loss after one run",
     .function = "loss_after",
     .cases = 20,
     .make_case = make_run},
    {.id = "best",
     .points = 3,
     .title = "the best of some rates",
     .needs = "run",
     .function = "best_rate",
     .always = some_rates,
     .cases = 12,
     .make_case = make_rates},
    {.id = "search",
     .points = 4,
     .title = "a rate that nobody gave",
     .needs = "run best",
     .function = "search",
     .cases = sizeof settings / sizeof *settings,
     .make_case = make_search,
     .judge = judge},
    {0},
};
