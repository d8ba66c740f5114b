/* Folds the labels into the points, and finds the half by bisection. */
#include "capacity.h"

enum { ENOUGH = 800 };

static int works(labelled_set s) {
  double w[INPUTS_MAX + 1] = {0};
  for (size_t p = 0; p < s.points; p++)
    for (size_t i = 0; i < s.inputs; i++) s.x[p * s.inputs + i] *= s.y[p];
  for (size_t in_a_row = 0, p = 0, left = ENOUGH * s.points; left-- > 0;
       p = (p + 1) % s.points) {
    const double *x = s.x + p * s.inputs;
    double sum = w[s.inputs] * s.y[p];
    for (size_t i = s.inputs; i-- > 0;) sum += w[i] * x[i];
    if (sum > 0) {
      if (++in_a_row == s.points) return 1;
      continue;
    }
    in_a_row = 0;
    for (size_t i = 0; i < s.inputs; i++) w[i] += x[i];
    w[s.inputs] += s.y[p];
  }
  return 0;
}

double separable_share(draw_function *draw, size_t points, size_t trials) {
  double found = 0;
  for (size_t left = trials; left > 0; left--) found += works(draw(points));
  return found / (double)trials;
}

size_t capacity(draw_function *draw) {
  size_t below = 1, above = POINTS_MAX;
  while (above - below > 1) {
    size_t middle = (below + above) / 2;
    if (separable_share(draw, middle, 300) < 0.5)
      above = middle;
    else
      below = middle;
  }
  return above;
}
