/* Sorts the models by error and, where those are equal, by place. */
#include "choose.h"

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
