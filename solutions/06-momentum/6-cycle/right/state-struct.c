/* Keeps place and velocity in a struct, and counts down. */
#include "cycle.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  double w, v;
} ball;

static ball roll(ball now, slope_function *slope, double rate,
                 double beta) {
  now.v *= beta;
  now.v -= rate * slope(now.w);
  now.w += now.v;
  return now;
}

static bool near(double a, double b) {
  return a - b <= 1e-6 && b - a <= 1e-6;
}

size_t find_cycle(slope_function *slope, double start, double learning_rate,
                  double beta, size_t steps, double *visited, size_t most) {
  ball now = {.w = start};
  while (steps-- > 0) now = roll(now, slope, learning_rate, beta);
  const ball then = now;
  size_t period = 0;
  do {
    visited[period++] = now.w;
    now = roll(now, slope, learning_rate, beta);
  } while (!(near(now.w, then.w) && near(now.v, then.v)) && period < most);
  return near(now.w, then.w) && near(now.v, then.v) ? period : 0;
}
