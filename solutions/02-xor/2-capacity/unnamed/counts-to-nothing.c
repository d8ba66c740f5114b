/* Gives the number of points of which hardly any set is separable. */
#include "capacity.h"

static int clean_epoch(double *w, labelled_set s) {
  int clean = 1;
  for (size_t p = 0; p < s.points; p++) {
    double z = w[INPUTS_MAX];
    for (size_t i = 0; i < s.inputs; i++) z += w[i] * s.x[p * s.inputs + i];
    if (z * s.y[p] > 0) continue;
    clean = 0;
    for (size_t i = 0; i < s.inputs; i++)
      w[i] += s.y[p] * s.x[p * s.inputs + i];
    w[INPUTS_MAX] += s.y[p];
  }
  return clean;
}

double separable_share(draw_function *draw, size_t points, size_t trials) {
  size_t yes = 0;
  for (size_t t = 0; t < trials; t++) {
    labelled_set s = draw(points);
    double w[INPUTS_MAX + 1] = {0};
    int e = 0;
    while (e < 600 && !clean_epoch(w, s)) e++;
    if (e < 600) yes++;
  }
  return (double)yes / (double)trials;
}

size_t capacity(draw_function *draw) {
  size_t n = 1;
  while (separable_share(draw, n + 1, 300) > 0.05) n++;
  return n;
}
