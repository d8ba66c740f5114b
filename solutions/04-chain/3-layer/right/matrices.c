/* Names its matrices, and sums in long double by recursion. */
#include "layer.h"

typedef struct {
  const double *at;
  size_t columns;
} matrix;

static double element(matrix a, size_t row, size_t column) {
  return a.at[row * a.columns + column];
}

/* The sum of a_ri b_rj over the first `rows` rows r. */
static long double product(matrix a, size_t i, matrix b, size_t j,
                           size_t rows) {
  if (rows == 0) return 0;
  return product(a, i, b, j, rows - 1) +
         (long double)element(a, rows - 1, i) * element(b, rows - 1, j);
}

void layer_slopes(size_t batch, size_t n, size_t m, const double *inputs,
                  const double *delta, double *dw, double *db) {
  const double one = 1;
  matrix in = {inputs, n}, errors = {delta, m};
  for (size_t k = 0; k < n * m; k++)
    dw[k] = (double)product(in, k / m, errors, k % m, batch);
  for (size_t j = 0; j < m; j++) {
    long double sum = 0;
    for (size_t r = 0; r < batch; r++) sum += one * element(errors, r, j);
    db[j] = (double)sum;
  }
}
