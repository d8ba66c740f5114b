/* Turns the rows, and those of the penalty, into a triangle. */
#include "ridge.h"

/* Adds a row with its target to a triangle of p rows. */
static void turn_in(double triangle[8][9], double *row, size_t p) {
  for (size_t j = 0; j < p; j++) {
    double length = hypot(triangle[j][j], row[j]);
    if (row[j] == 0) continue;
    double c = triangle[j][j] / length, s = row[j] / length;
    for (size_t k = j; k <= p; k++) {
      double upper = triangle[j][k];
      triangle[j][k] = c * upper + s * row[k];
      row[k] = c * row[k] - s * upper;
    }
  }
}

void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  double triangle[8][9] = {{0}};
  for (size_t i = 0; i < n + p; i++) {
    double row[9] = {0};
    for (size_t j = 0; j < p; j++)
      row[j] = i < n ? phi[i * p + j] : i - n == j ? sqrt(lambda) : 0;
    row[p] = i < n ? t[i] : 0;
    turn_in(triangle, row, p);
  }
  for (size_t j = p; j-- > 0;) {
    double rest = triangle[j][p];
    for (size_t k = j + 1; k < p; k++) rest -= triangle[j][k] * w[k];
    w[j] = rest / triangle[j][j];
  }
}
