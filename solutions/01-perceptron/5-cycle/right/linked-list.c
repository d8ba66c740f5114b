/* Chains the weights of all epochs in a list, the newest first. */
#include "cycle.h"

#include <stdlib.h>

typedef struct past {
  struct past *before;
  double w[];
} past;

static past *remember(past *before, const double *w, size_t n) {
  past *one = malloc(sizeof *one + n * sizeof *w);
  if (!one) exit(1);
  one->before = before;
  for (size_t k = 0; k < n; k++) one->w[k] = w ? w[k] : 0;
  return one;
}

static int same(const double *a, const double *b, size_t n) {
  while (n-- > 0)
    if (a[n] != b[n]) return 0;
  return 1;
}

static long ago(const past *one, const double *w, size_t n) {
  for (long epochs = 1; one; one = one->before, epochs++)
    if (same(one->w, w, n)) return epochs;
  return 0;
}

static size_t learn(double *w, const double *x, const double *y,
                    size_t count, size_t n) {
  size_t mistakes = 0;
  for (size_t i = 0; i < count; i++, x += n) {
    double z = 0;
    for (size_t k = 0; k < n; k++) z += w[k] * x[k];
    if (y[i] * z <= 0) {
      for (size_t k = 0; k < n; k++) w[k] += y[i] * x[k];
      mistakes++;
    }
  }
  return mistakes;
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  past *newest = remember(NULL, NULL, n);
  long result = -1;
  while (result == -1 && epochs_max-- > 0) {
    past *next = remember(newest, newest->w, n);
    size_t mistakes = learn(next->w, x, y, count, n);
    long period = ago(newest, next->w, n);
    newest = next;
    if (mistakes == 0)
      result = 0;
    else if (period > 0)
      result = period;
  }
  while (newest) {
    past *before = newest->before;
    free(newest);
    newest = before;
  }
  return result;
}
