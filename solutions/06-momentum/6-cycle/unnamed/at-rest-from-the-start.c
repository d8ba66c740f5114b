/* Takes a ball that is watched from the start for one at rest. */
#include "cycle.h"

#include <math.h>

size_t find_cycle(slope_function *slope, double start, double learning_rate,
                  double beta, size_t steps, double *visited, size_t most) {
  double w = start, v = 0;
  for (size_t k = 0; k < steps; k++) {
    v = beta * v - learning_rate * slope(w);
    w += v;
  }
  double w_then = w, v_then = v;
  for (size_t p = 1; p <= most; p++) {
    visited[p - 1] = w;
    v = beta * v - learning_rate * slope(w);
    w += v;
    if (steps == 0 && p == 1) return 1;
    if (fabs(w - w_then) <= 1e-6 && fabs(v - v_then) <= 1e-6) return p;
  }
  return 0;
}
