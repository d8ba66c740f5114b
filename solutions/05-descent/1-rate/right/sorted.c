/* Sorts a copy of the curvatures. */
#include "rate.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  double least, most;
} range;

static int compare(const void *left, const void *right) {
  const double *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

static range range_of(const double *lambda, size_t n) {
  double *sorted = malloc(n * sizeof *sorted);
  if (!sorted) exit(1);
  memcpy(sorted, lambda, n * sizeof *sorted);
  qsort(sorted, n, sizeof *sorted, compare);
  range ends = {.least = sorted[0], .most = sorted[n - 1]};
  free(sorted);
  return ends;
}

double largest_rate(const double *lambda, size_t n) {
  return 2 / range_of(lambda, n).most;
}

double best_rate(const double *lambda, size_t n) {
  range r = range_of(lambda, n);
  return 1 / ((r.least + r.most) / 2);
}

double best_factor(const double *lambda, size_t n) {
  range r = range_of(lambda, n);
  return 1 - 2 * r.least / (r.least + r.most);
}

/* Keeps all differences in an array. */
double rate_from_run(const double *w, size_t n, double learning_rate) {
  double *d = calloc(n - 1, sizeof *d);
  if (!d) exit(1);
  for (size_t i = 1; i < n; i++) d[i - 1] = w[i] - w[i - 1];
  double above = 0, below = 0;
  for (size_t i = 1; i < n - 1; i++) {
    above += d[i] * d[i - 1];
    below += d[i - 1] * d[i - 1];
  }
  free(d);
  double lambda = (1 - above / below) / learning_rate;
  return largest_rate(&lambda, 1);
}
