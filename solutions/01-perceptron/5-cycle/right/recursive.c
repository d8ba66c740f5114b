/* Calls itself for each epoch, and keeps all weights on the stack. */
#include "cycle.h"

#include <stdbool.h>

typedef struct state {
  const struct state *before;
  const double *w;
} state;

typedef struct {
  const double *x, *y;
  size_t count, n;
} examples;

static long follow(const examples *all, const state *last, size_t left) {
  size_t n = all->n;
  double w[n];
  bool clean = true;
  if (left == 0) return -1;
  for (size_t k = 0; k < n; k++) w[k] = last->w[k];
  for (size_t i = 0; i < all->count; i++) {
    double z = 0;
    for (size_t k = n; k-- > 0;) z += w[k] * all->x[i * n + k];
    if (z * all->y[i] > 0) continue;
    clean = false;
    for (size_t k = 0; k < n; k++) w[k] += all->y[i] * all->x[i * n + k];
  }
  if (clean) return 0;

  long period = 1;
  for (const state *s = last; s; s = s->before, period++) {
    bool equal = true;
    for (size_t k = 0; k < n; k++) equal = equal && s->w[k] == w[k];
    if (equal) return period;
  }
  return follow(all, &(state){.before = last, .w = w}, left - 1);
}

long cycle_length(const double *x, const double *y, size_t count, size_t n,
                  size_t epochs_max) {
  double zeros[n];
  for (size_t k = 0; k < n; k++) zeros[k] = 0;
  examples all = {.x = x, .y = y, .count = count, .n = n};
  return follow(&all, &(state){.w = zeros}, epochs_max);
}
