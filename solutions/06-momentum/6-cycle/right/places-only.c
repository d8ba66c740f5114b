/* Keeps the last two places; the velocity is their difference. */
#include "cycle.h"

#include <math.h>

size_t find_cycle(slope_function *slope, double start, double learning_rate,
                  double beta, size_t steps, double *visited, size_t most) {
  double w[2] = {start, start}, then[2] = {start, start};
  for (size_t k = 0; k < steps + most; k++) {
    if (k >= steps) visited[k - steps] = w[1];
    double next = w[1] + beta * (w[1] - w[0]) - learning_rate * slope(w[1]);
    w[0] = w[1];
    w[1] = next;
    if (k + 1 == steps) then[0] = w[0], then[1] = w[1];
    if (k < steps) continue;
    double off = w[1] - then[1],
           v_off = (w[1] - w[0]) - (then[1] - then[0]);
    if (fabs(off) <= 1e-6 && fabs(v_off) <= 1e-6) return k + 1 - steps;
  }
  return 0;
}
