/* Chapter 8 on handwritten digits, measured: when to stop, what helps, and
 * how much more data would. Part of experiments.c. */
#include "../../data/mnist/trials.h"

#include <string.h>

static digits_run adam_run(size_t epochs) {
  return (digits_run){
      .rule = nn_adam(digits_rate(4)), .batch = 100, .epochs = epochs};
}

/* ---- epochs ----------------------------------------------------------*/

static const size_t digits_epochs[] = {1, 2, 4, 7, 12, 20, 35, 60, 100};
enum { DIGITS_POINTS = sizeof digits_epochs / sizeof *digits_epochs };

static void try_epochs(size_t row, void *context, nn_real *values) {
  digits_result r = digits_try(digits_of(context), DIGITS_TRAINING,
                               adam_run(digits_epochs[row]));
  trial((nn_real)digits_epochs[row], r, values);
}

static void name_epochs(nn_run *run, const nn_real *rows) {
  const nn_real *best = best_trial(rows, DIGITS_POINTS);
  const nn_real *last = rows + (DIGITS_POINTS - 1) * TRIAL_SIZE;
  nn_run_number(run, "epochs.least", "%.0f", best[SETTING]);
  nn_run_number(run, "epochs.least-loss", "%.3f", best[LOSS]);
  nn_run_number(run, "epochs.least-right", "%.1f",
                100 * (double)best[ACCURACY]);
  nn_run_number(run, "epochs.end", "%.0f", last[SETTING]);
  nn_run_number(run, "epochs.end-loss", "%.3f", last[LOSS]);
  nn_run_number(run, "epochs.end-training", "%.4f", last[TRAINING]);
  nn_run_number(run, "epochs.end-right", "%.1f",
                100 * (double)last[ACCURACY]);
}

static void measure_digits_epochs(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-epochs",
                                    .columns = TRIAL_COLUMNS,
                                    .rows = DIGITS_POINTS,
                                    .compute = try_epochs});
  draw_trials(run, "digits-epochs", rows, 1, DIGITS_POINTS);
  name_epochs(run, rows);
}

/* ---- several runs, each stopped at its best epoch --------------------*/

/* What a run is at the epoch of its lowest validation loss, as early
 * stopping keeps it. */
static nn_evaluation at_best_epoch(const nn_epoch *epochs, size_t count) {
  nn_evaluation best = epochs[0].validation;
  for (size_t i = 1; i < count; i++)
    if (epochs[i].validation.loss < best.loss) best = epochs[i].validation;
  return best;
}

#define STOPPED_COLUMNS "setting loss right low high last-loss last-right"
enum {
  STOPPED_LOSS = 1,
  STOPPED_RIGHT,
  STOPPED_LOW,
  STOPPED_HIGH,
  LAST_LOSS,
  LAST_RIGHT,
  STOPPED_SIZE
};

static void try_stopped(const digits *d, size_t count, digits_run run,
                        nn_real *values) {
  nn_epoch epochs[DIGITS_EPOCHS_MAX], *last = epochs + run.epochs - 1;
  nn_real loss[DIGITS_STARTS], right[DIGITS_STARTS],
      last_loss[DIGITS_STARTS], last_right[DIGITS_STARTS];
  for (size_t i = 0; i < DIGITS_STARTS; i++) {
    run.seed = i + 1;
    nn_vector_free(digits_train(d, count, &run, epochs));
    nn_evaluation best = at_best_epoch(epochs, run.epochs);
    loss[i] = best.loss;
    right[i] = best.accuracy;
    last_loss[i] = last->validation.loss;
    last_right[i] = last->validation.accuracy;
  }
  digits_spread shares = digits_spread_of(right);
  values[STOPPED_LOSS] = digits_spread_of(loss).median;
  values[STOPPED_RIGHT] = shares.median;
  values[STOPPED_LOW] = shares.low;
  values[STOPPED_HIGH] = shares.high;
  values[LAST_LOSS] = digits_spread_of(last_loss).median;
  values[LAST_RIGHT] = digits_spread_of(last_right).median;
}

/* ---- what helps ------------------------------------------------------*/

typedef struct {
  size_t hidden;
  double penalty, dropout;
} remedy;

static const remedy remedies[] = {{30, 0, 0},      {30, 0.001, 0},
                                  {30, 0, 0.2},    {100, 0, 0},
                                  {100, 0.001, 0}, {100, 0, 0.5}};
enum { REMEDIES = sizeof remedies / sizeof *remedies };

static digits_run remedied(const remedy *r, size_t epochs) {
  digits_run run = adam_run(epochs);
  run.hidden = r->hidden;
  run.dropout = (nn_real)r->dropout;
  run.rule.weight_decay = (nn_real)r->penalty;
  return run;
}

static void try_remedy(size_t row, void *context, nn_real *values) {
  values[0] = (nn_real)row;
  try_stopped(digits_of(context), DIGITS_TRAINING,
              remedied(&remedies[row], 50), values);
}

static void name_remedies(nn_run *run, const nn_real *rows) {
  static const struct {
    const char *loss, *right, *low, *high, *last, *last_right;
  } names[REMEDIES] = {
      {"bare.loss", "bare.right", "bare.low", "bare.high", "bare.last",
       "bare.last-right"},
      {"decay.loss", "decay.right", "decay.low", "decay.high", "decay.last",
       "decay.last-right"},
      {"dropout.loss", "dropout.right", "dropout.low", "dropout.high",
       "dropout.last", "dropout.last-right"},
      {"wide.loss", "wide.right", "wide.low", "wide.high", "wide.last",
       "wide.last-right"},
      {"wide-decay.loss", "wide-decay.right", "wide-decay.low",
       "wide-decay.high", "wide-decay.last", "wide-decay.last-right"},
      {"wide-dropout.loss", "wide-dropout.right", "wide-dropout.low",
       "wide-dropout.high", "wide-dropout.last",
       "wide-dropout.last-right"}};
  for (size_t i = 0; i < REMEDIES; i++, rows += STOPPED_SIZE) {
    nn_run_number(run, names[i].loss, "%.3f", rows[STOPPED_LOSS]);
    nn_run_number(run, names[i].right, "%.1f",
                  100 * (double)rows[STOPPED_RIGHT]);
    nn_run_number(run, names[i].low, "%.1f",
                  100 * (double)rows[STOPPED_LOW]);
    nn_run_number(run, names[i].high, "%.1f",
                  100 * (double)rows[STOPPED_HIGH]);
    nn_run_number(run, names[i].last, "%.3f", rows[LAST_LOSS]);
    nn_run_number(run, names[i].last_right, "%.1f",
                  100 * (double)rows[LAST_RIGHT]);
  }
}

static void measure_remedies(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-remedies",
                                    .columns = STOPPED_COLUMNS,
                                    .rows = REMEDIES,
                                    .compute = try_remedy});
  name_remedies(run, rows);
}

/* ---- more digits -----------------------------------------------------*/

static const size_t digits_counts[] = {200, 500, 1000, 2000, 5000};
enum { DIGITS_COUNTS = sizeof digits_counts / sizeof *digits_counts };

static void try_count(size_t row, void *context, nn_real *values) {
  values[0] = (nn_real)digits_counts[row];
  try_stopped(digits_of(context), digits_counts[row], adam_run(50), values);
}

static void measure_counts(nn_run *run, digits *d) {
  static const char *const names[DIGITS_COUNTS] = {
      "count.right.200", "count.right.500", "count.right.1000",
      "count.right.2000", "count.right.5000"};
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-counts",
                                    .columns = STOPPED_COLUMNS,
                                    .rows = DIGITS_COUNTS,
                                    .compute = try_count});
  for (size_t i = 0; i < DIGITS_COUNTS; i++, rows += STOPPED_SIZE)
    nn_run_number(run, names[i], "%.1f", 100 * (double)rows[STOPPED_RIGHT]);
}

/* ---- probabilities ---------------------------------------------------*/

enum { CLASSES = 10 };

/* Adds a network's probabilities for each validation example to sums
 * [DIGITS_VALIDATION][CLASSES]. */
static void add_answers(const digits *d, const digits_run *run,
                        const nn_real *params, double *sums) {
  nn_net net = digits_network(run);
  nn_pass pass = nn_pass_new(&net, d->validation.count);
  nn_net_forward(&net, params, d->validation.x, d->validation.count, &pass);
  const nn_real *z = nn_pass_output(&pass);
  for (size_t n = 0; n < d->validation.count; n++) {
    const nn_real *logits = z + n * CLASSES;
    nn_real largest = logits[nn_argmax(CLASSES, logits)];
    double e[CLASSES], all = 0;
    for (size_t c = 0; c < CLASSES; c++)
      all += e[c] = (double)nn_exp(logits[c] - largest);
    for (size_t c = 0; c < CLASSES; c++)
      sums[n * CLASSES + c] += e[c] / all;
  }
  nn_pass_free(&pass);
  nn_net_free(&net);
}

/* The answers: how many are right, and how probable those that are not
 * are held to be, on average. */
typedef struct {
  double right, sure_of_wrong;
} answers;

static answers judge(const digits *d, const double *probabilities) {
  answers a = {0, 0};
  for (size_t n = 0; n < d->validation.count; n++) {
    const double *p = probabilities + n * CLASSES;
    size_t answer = 0;
    for (size_t c = 1; c < CLASSES; c++)
      if (p[c] > p[answer]) answer = c;
    if (nn_dataset_target(&d->validation, n)[answer] > 0)
      a.right++;
    else
      a.sure_of_wrong += p[answer];
  }
  a.sure_of_wrong /= (double)d->validation.count - a.right;
  a.right /= (double)d->validation.count;
  return a;
}

static answers ask(const digits *d, digits_run run, size_t networks) {
  static double sums[DIGITS_VALIDATION * CLASSES];
  nn_epoch epochs[DIGITS_EPOCHS_MAX];
  memset(sums, 0, sizeof sums);
  for (size_t i = 0; i < networks; i++, run.seed++) {
    nn_real *params = digits_train(d, DIGITS_TRAINING, &run, epochs);
    add_answers(d, &run, params, sums);
    nn_vector_free(params);
  }
  for (size_t i = 0; i < DIGITS_VALIDATION * CLASSES; i++)
    sums[i] /= (double)networks;
  return judge(d, sums);
}

/* How probable a network holds its wrong answers, after 20 epochs and
 * after 100. */
static void try_sure(size_t row, void *context, nn_real *values) {
  digits_run run = adam_run(row == 0 ? 20 : 100);
  nn_real sure[DIGITS_STARTS];
  for (size_t i = 0; i < DIGITS_STARTS; i++) {
    run.seed = i + 1;
    sure[i] = (nn_real)ask(digits_of(context), run, 1).sure_of_wrong;
  }
  digits_spread s = digits_spread_of(sure);
  values[0] = (nn_real)run.epochs;
  values[1] = s.median;
  values[2] = s.low;
  values[3] = s.high;
}

static void measure_sure(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-sure",
                                    .columns = "epochs sure low high",
                                    .rows = 2,
                                    .compute = try_sure});
  nn_run_number(run, "sure.20", "%.0f", 100 * (double)rows[1]);
  nn_run_number(run, "sure.100", "%.0f", 100 * (double)rows[5]);
}

/* ---- several networks as one -----------------------------------------*/

enum { TOGETHER = 5 };

/* The mean of TOGETHER networks like that of the first remedy, each stopped
 * at its best epoch; which five, the row says. */
static void try_together(size_t row, void *context, nn_real *values) {
  digits_run run = remedied(&remedies[0], 50);
  run.keep_best = true;
  run.seed = 1 + row * TOGETHER;
  values[0] = (nn_real)row;
  values[1] = (nn_real)ask(digits_of(context), run, TOGETHER).right;
}

static void measure_together(nn_run *run, digits *d) {
  enum { TEAMS = 5 };
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-together",
                                    .columns = "team right",
                                    .rows = TEAMS,
                                    .compute = try_together});
  nn_real right[TEAMS];
  for (size_t i = 0; i < TEAMS; i++) right[i] = rows[2 * i + 1];
  digits_spread shares = digits_spread_of(right);
  double p = (double)shares.median;
  nn_run_number(run, "together.right", "%.1f", 100 * p);
  nn_run_number(run, "together.low", "%.1f", 100 * (double)shares.low);
  nn_run_number(run, "together.high", "%.1f", 100 * (double)shares.high);
  nn_run_number(run, "together.error", "%.1f",
                100 * sqrt(p * (1 - p) / DIGITS_VALIDATION));
}

static void measure_digits(nn_run *run) {
  digits d = digits_read();
  measure_digits_epochs(run, &d);
  measure_remedies(run, &d);
  measure_counts(run, &d);
  measure_sure(run, &d);
  measure_together(run, &d);
  digits_free(&d);
}
