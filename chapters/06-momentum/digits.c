/* Chapter 6 on handwritten digits, measured: what momentum adds to a tuned
 * rate, for three sizes of batch. Part of experiments.c. */
#include "../../data/mnist/finals.h"

enum { PLAIN, HEAVY, AHEAD, DIGITS_BALLS };
enum { FIRST_RATE = 7, DIGITS_RATES = 9 };

/* The sizes of batch, in the order of the rows. Ten epochs, and fifty where
 * each is a single step. */
enum { OF_100, OF_10, OF_1000, OF_ALL, DIGITS_SIZES };
static const struct {
  size_t batch, epochs;
} digits_sizes[DIGITS_SIZES] = {
    {100, 10}, {10, 10}, {1000, 10}, {DIGITS_TRAINING, 50}};

static nn_optimizer_options digits_ball(size_t kind, nn_real effective) {
  const nn_real beta = (nn_real)0.9;
  if (kind == HEAVY) return nn_momentum(effective * (1 - beta), beta);
  if (kind == AHEAD) return nn_nesterov(effective * (1 - beta), beta);
  return nn_gradient_descent(effective);
}

static digits_run ball_run(size_t size, size_t kind, nn_real effective) {
  return (digits_run){.rule = digits_ball(kind, effective),
                      .batch = digits_sizes[size].batch,
                      .epochs = digits_sizes[size].epochs};
}

/* The setting is the rate that counts on a steady slope. */
static void try_ball(size_t row, void *context, nn_real *values) {
  nn_real effective = digits_rate(FIRST_RATE + row % DIGITS_RATES);
  size_t kind = row / DIGITS_RATES % DIGITS_BALLS;
  size_t size = row / DIGITS_RATES / DIGITS_BALLS;
  digits_run run = ball_run(size, kind, effective);
  trial(effective, digits_try(digits_of(context), DIGITS_TRAINING, run),
        values);
}

static const nn_real *best_ball(const nn_real *rows, size_t size,
                                size_t kind) {
  size_t first = (size * DIGITS_BALLS + kind) * DIGITS_RATES;
  return best_trial(rows + first * TRIAL_SIZE, DIGITS_RATES);
}

static void name_digits(nn_run *run, const nn_real *rows) {
  static const struct {
    const char *plain, *heavy;
  } names[DIGITS_SIZES] = {{"plain.loss.100", "heavy.loss.100"},
                           {"plain.loss.10", "heavy.loss.10"},
                           {"plain.loss.1000", "heavy.loss.1000"},
                           {"plain.loss.all", "heavy.loss.all"}};
  for (size_t i = 0; i < DIGITS_SIZES; i++) {
    nn_run_number(run, names[i].plain, "%.3f",
                  best_ball(rows, i, PLAIN)[LOSS]);
    nn_run_number(run, names[i].heavy, "%.3f",
                  best_ball(rows, i, HEAVY)[LOSS]);
  }
  nn_run_number(run, "ahead.loss.100", "%.3f",
                best_ball(rows, OF_100, AHEAD)[LOSS]);
  nn_run_number(run, "ahead.loss.10", "%.3f",
                best_ball(rows, OF_10, AHEAD)[LOSS]);
  nn_run_number(run, "plain.low.all", "%.3f",
                best_ball(rows, OF_ALL, PLAIN)[LOW]);
  const nn_real *heavy = best_ball(rows, OF_ALL, HEAVY);
  nn_run_number(run, "heavy.rate.all", "%.2g", heavy[SETTING]);
  nn_run_number(run, "heavy.high.all", "%.3f", heavy[HIGH]);
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
  for (size_t i = 0; i < DIGITS_BALLS; i++)
    f.run[i] = ball_run(OF_100, i, best_ball(rows, OF_100, i)[SETTING]);
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
