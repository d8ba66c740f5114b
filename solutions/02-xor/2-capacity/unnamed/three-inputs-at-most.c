/* Looks at no more than three inputs. */
#include "capacity.h"

double separable_share(draw_function *draw, size_t points, size_t trials) {
  double yes = 0;
  for (size_t t = 0; t < trials; t++) {
    labelled_set s = draw(points);
    double w[4] = {0};
    int clean = 0;
    for (int e = 0; e < 1000 && !clean; e++) {
      clean = 1;
      for (size_t p = 0; p < s.points; p++) {
        double z = w[3];
        for (size_t i = 0; i < 3 && i < s.inputs; i++)
          z += w[i] * s.x[p * s.inputs + i];
        if (z * s.y[p] > 0) continue;
        clean = 0;
        for (size_t i = 0; i < 3 && i < s.inputs; i++)
          w[i] += s.y[p] * s.x[p * s.inputs + i];
        w[3] += s.y[p];
      }
    }
    yes += clean;
  }
  return yes / (double)trials;
}

size_t capacity(draw_function *draw) {
  size_t n = 1;
  while (separable_share(draw, n + 1, 400) > 0.5) n++;
  return n;
}
