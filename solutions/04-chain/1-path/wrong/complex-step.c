/* Wrong: the slopes are measured, with steps along the imaginary axis. */
#include "path.h"

#include <complex.h>

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  const double h = 1e-200;
  for (size_t k = 0; k < 2 * n; k++) {
    double complex a = x;
    for (size_t i = 0; i < n; i++) {
      double complex weight = w[i] + (k == i ? h * I : 0);
      double complex bias = b[i] + (k == n + i ? h * I : 0);
      a = 1 / (1 + cexp(-(weight * a + bias)));
    }
    (k < n ? dw : db)[k % n] = cimag((a - t) * (a - t) / 2) / h;
  }
}
