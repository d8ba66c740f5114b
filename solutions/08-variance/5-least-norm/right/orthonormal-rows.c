/* Makes the rows orthonormal, and builds the weights along them. */
#include "least-norm.h"

static double dot(const double *a, const double *b, size_t p) {
  double sum = 0;
  for (size_t j = 0; j < p; j++) sum += a[j] * b[j];
  return sum;
}

void least_norm(const double *phi, const double *t, size_t n, size_t p,
                double *w) {
  double rows[n][p];
  for (size_t j = 0; j < p; j++) w[j] = 0;
  for (size_t i = 0; i < n; i++) {
    double *row = rows[i];
    for (size_t j = 0; j < p; j++) row[j] = phi[i * p + j];
    /* Twice: what rounding leaves of the others is taken out as well. */
    for (size_t k = 0; k < 2 * i; k++) {
      double part = dot(row, rows[k % i], p);
      for (size_t j = 0; j < p; j++) row[j] -= part * rows[k % i][j];
    }
    double length = sqrt(dot(row, row, p));
    for (size_t j = 0; j < p; j++) row[j] /= length;
    double missing = t[i] - dot(phi + i * p, w, p);
    double along = missing / dot(phi + i * p, row, p);
    for (size_t j = 0; j < p; j++) w[j] += along * row[j];
  }
}
