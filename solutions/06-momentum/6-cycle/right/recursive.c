/* Calls itself for each step of the watch, and gives up at NaN. */
#include "cycle.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  slope_function *slope;
  double rate, beta, w_then, v_then;
  size_t most;
} watch;

static bool step(const watch *o, double *w, double *v) {
  *v = fma(o->beta, *v, -o->rate * o->slope(*w));
  *w += *v;
  return isfinite(*w) && isfinite(*v);
}

static size_t follow(const watch *o, double w, double v, double *visited,
                     size_t p) {
  if (p > o->most) return 0;
  *visited = w;
  if (!step(o, &w, &v)) return 0;
  double apart = fmax(fabs(w - o->w_then), fabs(v - o->v_then));
  return apart <= 1e-6 ? p : follow(o, w, v, visited + 1, p + 1);
}

size_t find_cycle(slope_function *slope, double start, double learning_rate,
                  double beta, size_t steps, double *visited, size_t most) {
  watch o = {
      .slope = slope, .rate = learning_rate, .beta = beta, .most = most};
  double w = start, v = 0;
  for (size_t k = 0; k < steps; k++)
    if (!step(&o, &w, &v)) return 0;
  o.w_then = w;
  o.v_then = v;
  return follow(&o, w, v, visited, 1);
}
