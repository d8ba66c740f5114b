/* Squares the map's matrix again and again, and watches its size. */
#include "map.h"

#include <math.h>

typedef struct {
  double a, b, c, d;
} matrix;

static matrix squared(matrix m) {
  return (matrix){m.a * m.a + m.b * m.c, m.b * (m.a + m.d),
                  m.c * (m.a + m.d), m.d * m.d + m.b * m.c};
}

static double size(matrix m) {
  return fabs(m.a) + fabs(m.b) + fabs(m.c) + fabs(m.d);
}

double spectral_radius(double h, double beta) {
  matrix m = {1 + beta - h, -beta, 1, 0};
  double logarithm = 0, part = 1;
  for (int squarings = 0; squarings < 60; squarings++) {
    double by = size(m);
    if (by == 0) return 0;
    m = (matrix){m.a / by, m.b / by, m.c / by, m.d / by};
    logarithm += part * log(by);
    m = squared(m);
    part /= 2;
  }
  return exp(logarithm);
}

/* The roots' signs and kind, from their sum and product. */
manner behaviour(double h, double beta) {
  double sum = 1 + beta - h, product = beta;
  if (sum < -(1 + product)) return DIVERGES;
  if (sum * sum < 4 * product) return SPIRALS;
  return sum > 0 ? CREEPS : FLIPS;
}
