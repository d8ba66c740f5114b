/* Writes the sigmoid as a hyperbolic tangent. */
#include "path.h"

#include <math.h>

static double sigmoid(double z) {
  return (1 + tanh(z / 2)) / 2;
}

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  double a[17] = {x};
  for (size_t k = 0; k < n; k++) a[k + 1] = sigmoid(w[k] * a[k] + b[k]);

  double delta = a[n] - t;
  for (size_t k = n; k > 0; k--) {
    delta *= a[k] * (1 - a[k]);
    db[k - 1] = delta;
    dw[k - 1] = delta * a[k - 1];
    delta *= w[k - 1];
  }
}
