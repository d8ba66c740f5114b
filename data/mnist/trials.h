/* How several chapters compare ways to train on the digits: from some
 * starts each, over a grid of settings, as rows of a recorded table. */
#ifndef DIGITS_TRIALS_H
#define DIGITS_TRIALS_H

#include "digits.h"

#include <nn/recorded.h>
#include <nn/run.h>

enum { DIGITS_STARTS = 5, DIGITS_EPOCHS_MAX = 200 };

/* Of several runs that differ in their seeds. */
typedef struct {
  nn_real median, low, high;
} digits_spread;

/* After the last epoch; the training loss is the mean over its batches. */
typedef struct {
  digits_spread training, validation, accuracy;
} digits_result;

static int digits_by_size(const void *a, const void *b) {
  nn_real x = *(const nn_real *)a, y = *(const nn_real *)b;
  return (x > y) - (x < y);
}

static digits_spread digits_spread_of(nn_real *values) {
  qsort(values, DIGITS_STARTS, sizeof *values, digits_by_size);
  return (digits_spread){values[DIGITS_STARTS / 2], values[0],
                         values[DIGITS_STARTS - 1]};
}

/* Trains from DIGITS_STARTS starts, with the seeds 1, 2, 3, ... */
static digits_result digits_try(const digits *d, size_t count,
                                digits_run run) {
  nn_epoch epochs[DIGITS_EPOCHS_MAX], *last = epochs + run.epochs - 1;
  nn_real training[DIGITS_STARTS], validation[DIGITS_STARTS],
      accuracy[DIGITS_STARTS];
  for (size_t i = 0; i < DIGITS_STARTS; i++) {
    run.seed = i + 1;
    nn_vector_free(digits_train(d, count, &run, epochs));
    training[i] = last->loss;
    validation[i] = last->validation.loss;
    accuracy[i] = last->validation.accuracy;
  }
  return (digits_result){digits_spread_of(training),
                         digits_spread_of(validation),
                         digits_spread_of(accuracy)};
}

/* Three rates for each power of ten, from 0.0001 for 0 to 46 for 17. */
static nn_real digits_rate(size_t third) {
  static const double tens[] = {1e-4, 1e-3, 1e-2, 0.1, 1, 10};
  static const double steps[] = {1, 2.2, 4.6};
  return (nn_real)(steps[third % 3] * tens[third / 3]);
}

/* ---- rows of a recorded table ----------------------------------------*/

#define TRIAL_COLUMNS "setting loss low high accuracy training"
enum { SETTING, LOSS, LOW, HIGH, ACCURACY, TRAINING, TRIAL_SIZE };

/* A row: the setting that is varied, the validation loss, the share of
 * right answers on the validation set, and the training loss. */
static void trial(nn_real setting, digits_result r, nn_real *values) {
  values[SETTING] = setting;
  values[LOSS] = r.validation.median;
  values[LOW] = r.validation.low;
  values[HIGH] = r.validation.high;
  values[ACCURACY] = r.accuracy.median;
  values[TRAINING] = r.training.median;
}

/* What a row is computed from. */
typedef struct {
  const digits *d;
  const void *more;
} digits_context;

static const digits *digits_of(const void *context) {
  return ((const digits_context *)context)->d;
}

typedef struct {
  nn_recorded_row *compute;
  digits_context all, few;
} digits_rows;

static void digits_row(size_t row, void *context, nn_real *values) {
  digits_rows *r = context;
  if (row == 0)
    r->compute(0, &r->few, values);
  else
    r->compute(row - 1, &r->all, values);
}

/* nn_run_recorded for a table whose rows get a digits_context. In front of
 * them it has one more, the first of them for a few digits: this one a
 * build repeats, in no time on any machine. Returns the others. */
static const nn_real *digits_recorded(nn_run *run, const digits *d,
                                      const void *more, nn_recorded table) {
  enum { FEW_TRAINING = 100, FEW_VALIDATION = 50 };
  digits few = {.training = nn_dataset_part(&d->training, 0, FEW_TRAINING),
                .validation =
                    nn_dataset_part(&d->validation, 0, FEW_VALIDATION)};
  digits_rows rows = {table.compute, {d, more}, {&few, more}};
  size_t columns = 1;
  for (const char *c = table.columns; *c; c++) columns += *c == ' ';
  table.rows++;
  table.repeated = 1;
  table.compute = digits_row;
  table.context = &rows;
  return nn_run_recorded(run, &table) + columns;
}

/* Of `count` rows the one with the lowest loss. */
static const nn_real *best_trial(const nn_real *rows, size_t count) {
  const nn_real *best = rows;
  for (size_t i = 1; i < count; i++)
    if (rows[i * TRIAL_SIZE + LOSS] < best[LOSS])
      best = rows + i * TRIAL_SIZE;
  return best;
}

/* A table for gnuplot: a block for each `count` rows. Where a run has
 * diverged there is no point. */
static void draw_trials(nn_run *run, const char *name, const nn_real *rows,
                        size_t blocks, size_t count) {
  nn_table *table = nn_run_table(run, name, TRIAL_COLUMNS);
  for (size_t b = 0; b < blocks; b++) {
    for (size_t i = 0; i < count; i++, rows += TRIAL_SIZE)
      if (isfinite(rows[HIGH])) nn_table_row_of(table, rows, TRIAL_SIZE);
    nn_table_block(table);
  }
}

#endif
