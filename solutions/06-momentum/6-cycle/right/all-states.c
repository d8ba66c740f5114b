/* Writes down all states first, and then looks for the first return. */
#include "cycle.h"

#include <math.h>
#include <stdlib.h>

size_t find_cycle(slope_function *slope, double start, double learning_rate,
                  double beta, size_t steps, double *visited, size_t most) {
  double *w = malloc(2 * (most + 1) * sizeof *w), *v = w + most + 1;
  size_t period = 0;
  if (!w) return 0;
  w[0] = start;
  v[0] = 0;
  for (size_t k = 0; k < steps; k++) {
    v[0] = beta * v[0] - learning_rate * slope(w[0]);
    w[0] += v[0];
  }
  for (size_t k = 0; k < most; k++) {
    v[k + 1] = beta * v[k] - learning_rate * slope(w[k]);
    w[k + 1] = w[k] + v[k + 1];
    visited[k] = w[k];
  }
  for (size_t p = most; p > 0; p--)
    if (fabs(w[p] - w[0]) <= 1e-6 && fabs(v[p] - v[0]) <= 1e-6) period = p;
  free(w);
  return period;
}
