/* Copies the examples in their order first, and then takes rows of them. */
#include "epoch.h"

#include <stdlib.h>

typedef struct {
  double x, t;
} example;

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  example *row = malloc(n * sizeof *row);
  size_t done = 0, steps = 0;
  if (!row) return 0;
  for (size_t i = 0; i < n; i++)
    row[i] = (example){.t = t[order[i]], .x = x[order[i]]};

  do {
    size_t size = n - done;
    double by_w = 0, by_b = 0;
    if (size > batch) size = batch;
    for (const example *e = row + done; e < row + done + size; e++) {
      by_b += e->t - (*w * e->x + *b);
      by_w += (e->t - (*w * e->x + *b)) * e->x;
    }
    *w += learning_rate * (by_w / (double)size);
    *b += learning_rate * (by_b / (double)size);
    done += size;
    steps++;
  } while (done < n);
  free(row);
  return steps;
}
