/* Chapter 6 on handwritten digits, measured: what momentum adds to a tuned
 * rate, for three sizes of batch. Part of experiments.c. */
#include "../../data/mnist/finals.h"

enum { PLAIN, HEAVY, AHEAD, DIGITS_BALLS };
enum { FIRST_RATE = 7, DIGITS_RATES = 9 };

/* Ten epochs, and fifty where each is a single step. */
static const struct {
  size_t batch, epochs;
} digits_sizes[] = {{100, 10}, {10, 10}, {1000, 10}, {DIGITS_TRAINING, 50}};
enum { DIGITS_SIZES = sizeof digits_sizes / sizeof *digits_sizes };

static nn_optimizer_options digits_ball(size_t kind, nn_real effective) {
  const nn_real beta = (nn_real)0.9;
  if (kind == HEAVY) return nn_momentum(effective * (1 - beta), beta);
  if (kind == AHEAD) return nn_nesterov(effective * (1 - beta), beta);
  return nn_gradient_descent(effective);
}

/* The setting is the rate that counts on a steady slope. */
static void try_ball(size_t row, void *context, nn_real *values) {
  nn_real effective = digits_rate(FIRST_RATE + row % DIGITS_RATES);
  size_t kind = row / DIGITS_RATES % DIGITS_BALLS;
  size_t size = row / DIGITS_RATES / DIGITS_BALLS;
  digits_result r =
      digits_try(((const digits_context *)context)->d, DIGITS_TRAINING,
                 (digits_run){.rule = digits_ball(kind, effective),
                              .batch = digits_sizes[size].batch,
                              .epochs = digits_sizes[size].epochs});
  trial(effective, r, values);
}

static void name_digits(nn_run *run, const nn_real *rows) {
  static const struct {
    const char *rate, *loss, *low, *high, *training;
  } names[] = {{"plain.rate.100", "plain.loss.100", "plain.low.100",
                "plain.high.100", "plain.training.100"},
               {"heavy.rate.100", "heavy.loss.100", "heavy.low.100",
                "heavy.high.100", "heavy.training.100"},
               {"ahead.rate.100", "ahead.loss.100", "ahead.low.100",
                "ahead.high.100", "ahead.training.100"},
               {"plain.rate.10", "plain.loss.10", "plain.low.10",
                "plain.high.10", "plain.training.10"},
               {"heavy.rate.10", "heavy.loss.10", "heavy.low.10",
                "heavy.high.10", "heavy.training.10"},
               {"ahead.rate.10", "ahead.loss.10", "ahead.low.10",
                "ahead.high.10", "ahead.training.10"},
               {"plain.rate.1000", "plain.loss.1000", "plain.low.1000",
                "plain.high.1000", "plain.training.1000"},
               {"heavy.rate.1000", "heavy.loss.1000", "heavy.low.1000",
                "heavy.high.1000", "heavy.training.1000"},
               {"ahead.rate.1000", "ahead.loss.1000", "ahead.low.1000",
                "ahead.high.1000", "ahead.training.1000"},
               {"plain.rate.all", "plain.loss.all", "plain.low.all",
                "plain.high.all", "plain.training.all"},
               {"heavy.rate.all", "heavy.loss.all", "heavy.low.all",
                "heavy.high.all", "heavy.training.all"},
               {"ahead.rate.all", "ahead.loss.all", "ahead.low.all",
                "ahead.high.all", "ahead.training.all"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const nn_real *best =
        best_trial(rows + i * DIGITS_RATES * TRIAL_SIZE, DIGITS_RATES);
    nn_run_number(run, names[i].rate, "%.2g", best[SETTING]);
    nn_run_number(run, names[i].loss, "%.3f", best[LOSS]);
    nn_run_number(run, names[i].low, "%.3f", best[LOW]);
    nn_run_number(run, names[i].high, "%.3f", best[HIGH]);
    nn_run_number(run, names[i].training, "%.3f", best[TRAINING]);
  }
}

/* At the same effective rate, one where neither is at its limit. */
static void name_same_rate(nn_run *run, const nn_real *rows) {
  const nn_real *plain = rows + 3 * TRIAL_SIZE; /* a batch of 100 */
  const nn_real *heavy = plain + DIGITS_RATES * TRIAL_SIZE;
  nn_run_number(run, "same.rate", "%.2g", plain[SETTING]);
  nn_run_number(run, "same.plain", "%.3f", plain[LOSS]);
  nn_run_number(run, "same.heavy", "%.3f", heavy[LOSS]);
}

/* Batches of 100: each at its best rate, beside gradient descent. */
static void measure_final_balls(nn_run *run, const digits *d,
                                const nn_real *rows) {
  digits_finals f = {.count = DIGITS_BALLS};
  for (size_t i = 0; i < DIGITS_BALLS; i++) {
    const nn_real *best =
        best_trial(rows + i * DIGITS_RATES * TRIAL_SIZE, DIGITS_RATES);
    f.run[i] = (digits_run){.rule = digits_ball(i, best[SETTING]),
                            .batch = digits_sizes[0].batch,
                            .epochs = digits_sizes[0].epochs};
  }
  const nn_real *finals =
      digits_recorded(run, d, &f,
                      (nn_recorded){.name = "digits-final",
                                    .columns = "plain heavy ahead",
                                    .rows = FINAL_STARTS,
                                    .compute = try_finals});
  digits_difference heavy = compare_finals(&f, finals, HEAVY, PLAIN);
  nn_run_number(run, "final.starts", "%.0f", FINAL_STARTS);
  nn_run_number(run, "final.heavy", "%.3f", heavy.mean);
  nn_run_number(run, "final.heavy-error", "%.3f", heavy.error);
  nn_run_number(run, "final.heavy-lower", "%.0f", heavy.lower);
}

static void measure_digits(nn_run *run) {
  digits d = digits_read();
  const nn_real *rows = digits_recorded(
      run, &d, NULL,
      (nn_recorded){.name = "digits",
                    .columns = TRIAL_COLUMNS,
                    .rows = DIGITS_SIZES * DIGITS_BALLS * DIGITS_RATES,
                    .compute = try_ball});
  draw_trials(run, "digits", rows, DIGITS_SIZES * DIGITS_BALLS,
              DIGITS_RATES);
  name_digits(run, rows);
  name_same_rate(run, rows);
  measure_final_balls(run, &d, rows);
  digits_free(&d);
}
