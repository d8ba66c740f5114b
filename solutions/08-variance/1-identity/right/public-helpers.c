/* Has helpers that are not static, and a matrix of pointers to rows. */
#include "identity.h"

#include <math.h>
#include <stdlib.h>

double mean(const double *const *rows, int count, int column);

double mean(const double *const *rows, int count, int column) {
  double sum = 0.0;
  for (int l = 0; l < count; l++) sum += rows[l][column];
  return sum / count;
}

void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  const double **rows = malloc(count * sizeof *rows);
  double bias2 = 0.0, variance = 0.0, error = 0.0;
  int i, l;
  if (rows == NULL) abort();
  for (l = 0; l < (int)count; l++) rows[l] = &fits[l * (int)points];
  for (i = 0; i < (int)points; i++) {
    double m = mean(rows, (int)count, i);
    bias2 += pow(m - truth[i], 2.0);
    for (l = 0; l < (int)count; l++) {
      variance += pow(rows[l][i] - m, 2.0);
      error += pow(rows[l][i] - truth[i], 2.0);
    }
  }
  free(rows);
  out->bias2 = bias2 / (double)points;
  out->variance = variance / (double)(points * count);
  out->error = error / (double)(points * count);
}

double error_with_noise(parts p, double sigma) {
  return p.error + pow(sigma, 2.0);
}
