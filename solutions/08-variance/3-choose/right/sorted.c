/* Sorts the models by error and, where those are equal, by place. */
#include "choose.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  size_t index;
  double error, reported;
} model;

static int compare(const void *left, const void *right) {
  const model *a = left, *b = right;
  if (a->error != b->error) return a->error < b->error ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  model *all = malloc(n * sizeof *all);
  if (!all) exit(1);
  for (size_t i = 0; i < n; i++)
    all[i] =
        (model){.reported = test[i], .error = validation[i], .index = i};
  qsort(all, n, sizeof *all, compare);
  size_t chosen = all[0].index;
  *reported = all->reported;
  free(all);
  return chosen;
}

typedef struct {
  size_t index;
  long double mean, error;
} scored;

static int by_mean(const void *left, const void *right) {
  const scored *a = left, *b = right;
  if (a->mean != b->mean) return a->mean < b->mean ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

size_t choose_by_folds(const double *errors, size_t models, size_t folds,
                       double *limit) {
  scored *all = calloc(models, sizeof *all);
  if (!all) exit(1);
  for (size_t i = 0; i < models; i++) {
    const double *e = errors + i * folds;
    long double sum = 0, squares = 0, n = folds;
    for (size_t k = 0; k < folds; k++) sum += e[k];
    for (size_t k = 0; k < folds; k++)
      squares += (e[k] - sum / n) * (e[k] - sum / n);
    all[i] = (scored){i, sum / n, sqrtl(squares / (n - 1)) / sqrtl(n)};
  }
  qsort(all, models, sizeof *all, by_mean);
  long double most = all[0].mean + all[0].error;
  size_t chosen = all[0].index;
  for (size_t i = 1; i < models && all[i].mean <= most; i++)
    if (all[i].index < chosen) chosen = all[i].index;
  *limit = (double)most;
  free(all);
  return chosen;
}
