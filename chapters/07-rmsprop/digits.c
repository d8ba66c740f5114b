/* Chapter 7 on handwritten digits, measured: optimisers over their rates, a
 * penalty inside and outside Adam, and clipping. Part of experiments.c. */
#include "../../data/mnist/finals.h"

/* ---- optimisers ------------------------------------------------------*/

enum { ADAM, RMSPROP, MOMENTUM, DESCENT, DIGITS_RUNNERS };
enum { DIGITS_RATES = 16 };

static nn_optimizer_options digits_runner(size_t number, nn_real rate) {
  switch (number) {
  case ADAM:
    return nn_adam(rate);
  case RMSPROP:
    return nn_rmsprop(rate, (nn_real)0.9);
  case MOMENTUM:
    return nn_momentum(rate, (nn_real)0.9);
  default:
    return nn_gradient_descent(rate);
  }
}

static digits_run runner_run(size_t number, nn_real rate) {
  return (digits_run){
      .rule = digits_runner(number, rate), .batch = 100, .epochs = 10};
}

static void try_runner(size_t row, void *context, nn_real *values) {
  nn_real rate = digits_rate(row % DIGITS_RATES);
  digits_run run = runner_run(row / DIGITS_RATES, rate);
  trial(rate, digits_try(digits_of(context), DIGITS_TRAINING, run), values);
}

static const nn_real *best_of_runner(const nn_real *rows, size_t number) {
  return best_trial(rows + number * DIGITS_RATES * TRIAL_SIZE,
                    DIGITS_RATES);
}

/* At how many of its rates a runner is within a tenth of the lowest loss of
 * all. */
static size_t good_rates(const nn_real *rows, size_t number) {
  const nn_real *mine = rows + number * DIGITS_RATES * TRIAL_SIZE;
  nn_real lowest = best_trial(rows, DIGITS_RUNNERS * DIGITS_RATES)[LOSS];
  size_t good = 0;
  for (size_t i = 0; i < DIGITS_RATES; i++)
    good += mine[i * TRIAL_SIZE + LOSS] <= (nn_real)1.1 * lowest;
  return good;
}

static void name_runners(nn_run *run, const nn_real *rows) {
  static const struct {
    const char *rate, *loss;
  } names[DIGITS_RUNNERS] = {
      {"digits.adam.rate", "digits.adam.loss"},
      {"digits.rmsprop.rate", "digits.rmsprop.loss"},
      {"digits.momentum.rate", "digits.momentum.loss"},
      {"digits.gd.rate", "digits.gd.loss"}};
  for (size_t i = 0; i < DIGITS_RUNNERS; i++) {
    const nn_real *best = best_of_runner(rows, i);
    nn_run_number(run, names[i].rate, "%.2g", best[SETTING]);
    nn_run_number(run, names[i].loss, "%.3f", best[LOSS]);
  }
  nn_run_number(run, "digits.adam.low", "%.3f",
                best_of_runner(rows, ADAM)[LOW]);
  nn_run_number(run, "digits.adam.high", "%.3f",
                best_of_runner(rows, ADAM)[HIGH]);
  nn_run_number(run, "digits.adam.good", "%.0f", good_rates(rows, ADAM));
  nn_run_number(run, "digits.momentum.good", "%.0f",
                good_rates(rows, MOMENTUM));
  nn_run_number(run, "digits.gd.good", "%.0f", good_rates(rows, DESCENT));
  nn_run_number(run, "digits.adam.default", "%.3f",
                rows[3 * TRIAL_SIZE + LOSS]); /* 0.001 */
}

static void measure_final_runners(nn_run *run, digits *d,
                                  const nn_real *rows) {
  digits_finals f = {.count = DIGITS_RUNNERS};
  for (size_t i = 0; i < DIGITS_RUNNERS; i++)
    f.run[i] = runner_run(i, best_of_runner(rows, i)[SETTING]);
  const nn_real *finals = digits_recorded(
      run, d, &f,
      (nn_recorded){.name = "digits-final",
                    .columns = "adam rmsprop momentum descent",
                    .rows = FINAL_STARTS,
                    .compute = try_finals});
  digits_difference adam = compare_finals(&f, finals, ADAM, DESCENT);
  digits_difference momentum = compare_finals(&f, finals, MOMENTUM, ADAM);
  nn_run_number(run, "final.starts", "%.0f", FINAL_STARTS);
  nn_run_number(run, "final.adam", "%.3f", adam.mean);
  nn_run_number(run, "final.adam-error", "%.3f", adam.error);
  nn_run_number(run, "final.momentum", "%.3f", momentum.mean);
  nn_run_number(run, "final.momentum-error", "%.3f", momentum.error);
  nn_run_number(run, "final.momentum-lower", "%.0f", momentum.lower);
}

static void measure_runners(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-rates",
                                    .columns = TRIAL_COLUMNS,
                                    .rows = DIGITS_RUNNERS * DIGITS_RATES,
                                    .compute = try_runner});
  draw_trials(run, "digits-rates", rows, DIGITS_RUNNERS, DIGITS_RATES);
  name_runners(run, rows);
  measure_final_runners(run, d, rows);
}

/* ---- weight decay ----------------------------------------------------*/

enum { FIRST_DECAY_RATE = 2, DECAY_RATES = 6, DECAYS = 5 };

/* Without a penalty, with one inside of Adam, and with AdamW. */
enum { NO_DECAY, INSIDE, OUTSIDE, DECAY_KINDS };
enum {
  INSIDE_ROWS = DECAY_RATES,
  OUTSIDE_ROWS = INSIDE_ROWS + DECAY_RATES * DECAYS,
  DECAY_ROWS = OUTSIDE_ROWS + DECAY_RATES * DECAYS
};

/* The rate and the penalty of a row. Outside of Adam the penalty is two
 * hundred times as large, since there the rate makes it small. */
typedef struct {
  int kind;
  nn_real rate, decay;
} decay_setting;

static decay_setting decay_of(size_t row) {
  if (row < INSIDE_ROWS)
    return (decay_setting){NO_DECAY, digits_rate(FIRST_DECAY_RATE + row),
                           0};
  int kind = row < OUTSIDE_ROWS ? INSIDE : OUTSIDE;
  size_t at = row - (kind == INSIDE ? INSIDE_ROWS : OUTSIDE_ROWS);
  nn_real size = digits_rate(2 + at % DECAYS);
  return (decay_setting){kind, digits_rate(FIRST_DECAY_RATE + at / DECAYS),
                         kind == INSIDE ? size / 2 : 100 * size};
}

static digits_run decay_run(decay_setting s) {
  nn_optimizer_options options =
      s.kind == OUTSIDE ? nn_adamw(s.rate, s.decay) : nn_adam(s.rate);
  options.weight_decay = s.decay;
  return (digits_run){.rule = options, .batch = 100, .epochs = 30};
}

static void try_decay(size_t row, void *context, nn_real *values) {
  decay_setting s = decay_of(row);
  trial(s.decay,
        digits_try(digits_of(context), DIGITS_TRAINING, decay_run(s)),
        values);
}

static void name_decays(nn_run *run, const nn_real *rows) {
  static const struct {
    size_t first, count;
    const char *rate, *decay, *loss, *low, *high;
  } names[DECAY_KINDS] = {
      {0, DECAY_RATES, "no-decay.rate", NULL, "no-decay.loss",
       "no-decay.low", "no-decay.high"},
      {INSIDE_ROWS, DECAY_RATES * DECAYS, "l2.rate", "l2.decay", "l2.loss",
       "l2.low", "l2.high"},
      {OUTSIDE_ROWS, DECAY_RATES * DECAYS, "adamw.rate", "adamw.decay",
       "adamw.loss", "adamw.low", "adamw.high"}};
  for (size_t i = 0; i < DECAY_KINDS; i++) {
    const nn_real *best =
        best_trial(rows + names[i].first * TRIAL_SIZE, names[i].count);
    size_t row = (size_t)(best - rows) / TRIAL_SIZE;
    nn_run_number(run, names[i].rate, "%.2g", decay_of(row).rate);
    if (names[i].decay)
      nn_run_number(run, names[i].decay, "%.2g", decay_of(row).decay);
    nn_run_number(run, names[i].loss, "%.3f", best[LOSS]);
    nn_run_number(run, names[i].low, "%.3f", best[LOW]);
    nn_run_number(run, names[i].high, "%.3f", best[HIGH]);
  }
}

static void measure_final_decays(nn_run *run, digits *d,
                                 const nn_real *rows) {
  static const size_t first[] = {0, INSIDE_ROWS, OUTSIDE_ROWS, DECAY_ROWS};
  digits_finals f = {.count = DECAY_KINDS};
  for (size_t i = 0; i < DECAY_KINDS; i++) {
    const nn_real *best =
        best_trial(rows + first[i] * TRIAL_SIZE, first[i + 1] - first[i]);
    f.run[i] = decay_run(decay_of((size_t)(best - rows) / TRIAL_SIZE));
  }
  const nn_real *finals =
      digits_recorded(run, d, &f,
                      (nn_recorded){.name = "digits-decay-final",
                                    .columns = "none inside outside",
                                    .rows = FINAL_STARTS,
                                    .compute = try_finals});
  digits_difference l2 = compare_finals(&f, finals, INSIDE, NO_DECAY);
  digits_difference adamw = compare_finals(&f, finals, OUTSIDE, NO_DECAY);
  digits_difference both = compare_finals(&f, finals, INSIDE, OUTSIDE);
  nn_run_number(run, "final.l2", "%.3f", l2.mean);
  nn_run_number(run, "final.l2-error", "%.3f", l2.error);
  nn_run_number(run, "final.adamw", "%.3f", adamw.mean);
  nn_run_number(run, "final.adamw-error", "%.3f", adamw.error);
  nn_run_number(run, "final.l2-adamw-lower", "%.0f", both.lower);
}

static void measure_decays(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-decay",
                                    .columns = TRIAL_COLUMNS,
                                    .rows = DECAY_ROWS,
                                    .compute = try_decay});
  name_decays(run, rows);
  measure_final_decays(run, d, rows);
}

/* ---- clipping --------------------------------------------------------*/

enum { CLIPPED_RATES = 9, FIRST_CLIPPED = 7, LENGTHS = 3 };

static void try_length(size_t row, void *context, nn_real *values) {
  static const double lengths[LENGTHS] = {0, 1, 0.3};
  nn_real rate = digits_rate(FIRST_CLIPPED + row % CLIPPED_RATES);
  nn_optimizer_options options = nn_gradient_descent(rate);
  options.clip_norm = (nn_real)lengths[row / CLIPPED_RATES];
  digits_result r =
      digits_try(digits_of(context), DIGITS_TRAINING,
                 (digits_run){.rule = options, .batch = 10, .epochs = 10});
  trial(rate, r, values);
}

static void name_lengths(nn_run *run, const nn_real *rows) {
  static const char *const too_large[LENGTHS] = {
      "unclipped.ten", "clipped-1.ten", "clipped-03.ten"};
  enum { TEN_TIMES = 5 }; /* the best rate without clipping */
  for (size_t i = 0; i < LENGTHS; i++) {
    const nn_real *mine = rows + i * CLIPPED_RATES * TRIAL_SIZE;
    nn_run_number(run, too_large[i], "%.2f",
                  mine[TEN_TIMES * TRIAL_SIZE + LOSS]);
  }
  nn_run_number(run, "unclipped.loss", "%.3f",
                best_trial(rows, CLIPPED_RATES)[LOSS]);
  nn_run_number(
      run, "clipped-1.loss", "%.3f",
      best_trial(rows + CLIPPED_RATES * TRIAL_SIZE, CLIPPED_RATES)[LOSS]);
}

static void measure_lengths(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-clipping",
                                    .columns = TRIAL_COLUMNS,
                                    .rows = LENGTHS * CLIPPED_RATES,
                                    .compute = try_length});
  name_lengths(run, rows);
}

static void measure_digits(nn_run *run) {
  digits d = digits_read();
  measure_runners(run, &d);
  measure_decays(run, &d);
  measure_lengths(run, &d);
  digits_free(&d);
}
