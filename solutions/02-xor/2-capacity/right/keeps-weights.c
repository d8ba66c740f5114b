/* Goes on with the weights of the last set: the rule may begin anywhere. */
#include "capacity.h"

#include <stdbool.h>

static bool epoch(double w[], double *b, labelled_set s) {
  unsigned mistakes = 0;
  for (size_t p = 0; p < s.points; p++) {
    double z = *b, *x = &s.x[p * s.inputs];
    for (size_t i = 0; i < s.inputs; i++) z += x[i] * w[i];
    int answer = z > 0 ? 1 : z < 0 ? -1 : 0;
    if (answer == s.y[p]) continue;
    mistakes++;
    for (size_t i = 0; i < s.inputs; i++) w[i] += 0.5 * s.y[p] * x[i];
    *b += 0.5 * s.y[p];
  }
  return mistakes == 0;
}

double separable_share(draw_function *draw, size_t points, size_t trials) {
  double w[INPUTS_MAX] = {0}, b = 0, yes = 0;
  for (size_t t = 0; t < trials; t++) {
    labelled_set s = draw(points);
    for (int e = 0; e < 500; e++)
      if (epoch(w, &b, s)) {
        yes++;
        break;
      }
  }
  return yes / (double)trials;
}

size_t capacity(draw_function *draw) {
  for (size_t n = 12;; n--)
    if (separable_share(draw, n, 200) > 0.5) return n;
}
