/* Reference: the perceptron rule, with patience. */
#include "capacity.h"

#include <stdbool.h>

enum { EPOCHS = 1000, TRIALS = 400 };

/* Was this point right already? If not, learns from it. */
static bool learn(double *w, const double *x, double y, size_t inputs) {
  double z = w[inputs];
  for (size_t i = 0; i < inputs; i++) z += w[i] * x[i];
  if (y * z > 0) return true;
  for (size_t i = 0; i < inputs; i++) w[i] += y * x[i];
  w[inputs] += y;
  return false;
}

static bool learn_epoch(double *w, const labelled_set *set) {
  bool clean = true;
  for (size_t p = 0; p < set->points; p++)
    if (!learn(w, set->x + p * set->inputs, set->y[p], set->inputs))
      clean = false;
  return clean;
}

static bool is_separable(const labelled_set *set) {
  double w[INPUTS_MAX + 1] = {0};
  for (int epoch = 0; epoch < EPOCHS; epoch++)
    if (learn_epoch(w, set)) return true;
  return false;
}

double separable_share(draw_function *draw, size_t points, size_t trials) {
  size_t separable = 0;
  for (size_t t = 0; t < trials; t++) {
    labelled_set set = draw(points);
    if (is_separable(&set)) separable++;
  }
  return (double)separable / (double)trials;
}

size_t capacity(draw_function *draw) {
  size_t points = 1;
  while (separable_share(draw, points + 1, TRIALS) >= 0.5) points++;
  return points;
}
