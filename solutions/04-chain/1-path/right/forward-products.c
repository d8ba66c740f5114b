/* Multiplies the slopes forward, for each neuron apart. */
#include "path.h"

#include <math.h>

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  double a[16];
  for (size_t k = 0; k < n; k++)
    a[k] = 1 - 1 / (1 + exp(b[k] + w[k] * (k == 0 ? x : a[k - 1])));

  for (size_t from = 0; from < n; from++) {
    double product = a[from] - a[from] * a[from];
    for (size_t k = from + 1; k < n; k++)
      product *= w[k] * (a[k] - a[k] * a[k]);
    product *= a[n - 1] - t;
    db[from] = product;
    dw[from] = product * (from == 0 ? x : a[from - 1]);
  }
}
