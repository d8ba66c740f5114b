/* Complex numbers that no declaration mentions: what the compiler's own
 * functions return. */
#include "path.h"

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  const double h = 1e-200;
  for (size_t k = 0; k < 2 * n; k++) {
    __auto_type a = __builtin_conj(x);
    for (size_t i = 0; i < n; i++) {
      __auto_type step = __builtin_csqrt(-h * h * 0 - 1) * h;
      a = (w[i] + (k == i) * step) * a + b[i] + (k == n + i) * step;
      a = 1 / (1 + __builtin_cexp(-a));
    }
    (k < n ? dw : db)[k % n] = __builtin_cimag((a - t) * (a - t) / 2) / h;
  }
}
