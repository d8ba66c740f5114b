/* The best settings of several ways to train on the digits, compared from
 * new starts. */
#ifndef DIGITS_FINALS_H
#define DIGITS_FINALS_H

#include "trials.h"

/* Five starts choose a setting; whether the best of one way is better than
 * the best of another is asked of others, the same for all. */
enum { FINALISTS_MAX = 5, FINAL_STARTS = 25, FIRST_FINAL_SEED = 101 };

typedef struct {
  size_t count;
  digits_run run[FINALISTS_MAX];
} digits_finals;

/* A row for each start: the validation loss of each after its last epoch.
 */
static void try_finals(size_t row, void *context, nn_real *values) {
  const digits_context *c = context;
  const digits_finals *f = c->more;
  nn_epoch epochs[DIGITS_EPOCHS_MAX];
  for (size_t i = 0; i < f->count; i++) {
    digits_run run = f->run[i];
    run.seed = FIRST_FINAL_SEED + row;
    nn_vector_free(digits_train(c->d, DIGITS_TRAINING, &run, epochs));
    values[i] = epochs[run.epochs - 1].validation.loss;
  }
}

/* By how much the loss of one is above that of another, start by start:
 * the mean, its standard error, and at how many starts it is lower. */
typedef struct {
  double mean, error;
  int lower;
} digits_difference;

static digits_difference compare_finals(const digits_finals *f,
                                        const nn_real *rows, size_t one,
                                        size_t other) {
  digits_difference d = {0, 0, 0};
  double squares = 0;
  for (size_t i = 0; i < FINAL_STARTS; i++, rows += f->count) {
    double x = (double)(rows[one] - rows[other]);
    d.mean += x / FINAL_STARTS;
    squares += x * x / FINAL_STARTS;
    d.lower += x < 0;
  }
  d.error = sqrt((squares - d.mean * d.mean) / (FINAL_STARTS - 1));
  return d;
}

#endif
