/* Decides without learning, by linear programming: the simplex method with
 * Bland's rule. */
#include "capacity.h"

#include <math.h>
#include <string.h>

enum { ROWS = INPUTS_MAX + 2, COLUMNS = POINTS_MAX + ROWS + 1 };

/* Multiply each point, with a 1 for the bias, by its label. Weights exist
 * unless zero is a mean of these vectors (Gordan's theorem). */
static int has_zero_mean(labelled_set s) {
  double t[ROWS + 1][COLUMNS] = {{0}};
  size_t rows = s.inputs + 2, last = s.points + rows;
  size_t basis[ROWS];
  for (size_t p = 0; p < s.points; p++) {
    for (size_t i = 0; i < s.inputs; i++)
      t[i][p] = s.y[p] * s.x[p * s.inputs + i];
    t[s.inputs][p] = s.y[p];
    t[s.inputs + 1][p] = 1;
  }
  t[s.inputs + 1][last] = 1;
  for (size_t r = 0; r < rows; r++) {
    t[r][s.points + r] = 1;
    basis[r] = s.points + r;
    for (size_t c = 0; c <= last; c++)
      if (c < s.points || c == last) t[rows][c] -= t[r][c];
  }
  for (;;) {
    size_t in = 0, out = rows;
    while (in < s.points && t[rows][in] > -1e-11) in++;
    if (in == s.points) return t[rows][last] > -1e-9;
    for (size_t r = 0; r < rows; r++) {
      if (t[r][in] < 1e-11) continue;
      if (out == rows) {
        out = r;
        continue;
      }
      double a = t[r][last] / t[r][in], b = t[out][last] / t[out][in];
      if (a < b - 1e-13 || (fabs(a - b) <= 1e-13 && basis[r] < basis[out]))
        out = r;
    }
    if (out == rows) return 0;
    double pivot = t[out][in];
    for (size_t c = 0; c <= last; c++) t[out][c] /= pivot;
    for (size_t r = 0; r <= rows; r++) {
      double by = t[r][in];
      if (r == out || by == 0) continue;
      for (size_t c = 0; c <= last; c++) t[r][c] -= by * t[out][c];
    }
    basis[out] = in;
  }
}

double separable_share(draw_function *draw, size_t points, size_t trials) {
  size_t yes = trials;
  for (size_t t = 0; t < trials; t++)
    if (has_zero_mean(draw(points))) yes--;
  return 1.0 * (double)yes / (double)trials;
}

size_t capacity(draw_function *draw) {
  size_t n = 2;
  while (separable_share(draw, n, 1000) > 0.5) n++;
  return n;
}
