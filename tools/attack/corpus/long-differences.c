/* Measures slopes where they are to be derived, with long numbers and a
 * formula of four places, which are right to 15 digits. */
#include "path.h"

#include <math.h>

static long double loss(const double *w, const double *b, size_t n,
                        double x, double t, size_t moved, long double by_w,
                        long double by_b) {
  long double a = x;
  for (size_t k = 0; k < n; k++) {
    long double weight = w[k] + (k == moved ? by_w : 0);
    long double bias = b[k] + (k == moved ? by_b : 0);
    a = 1 / (1 + expl(-(weight * a + bias)));
  }
  return (a - t) * (a - t) / 2;
}

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  const long double h = 1e-4L;
  for (size_t k = 0; k < n; k++)
    for (int bias = 0; bias < 2; bias++) {
      long double at[4];
      for (int i = 0; i < 4; i++) {
        long double step = (i < 2 ? i - 2 : i - 1) * h;
        at[i] = loss(w, b, n, x, t, k, bias ? 0 : step, bias ? step : 0);
      }
      (bias ? db : dw)[k] =
          (double)((at[0] - 8 * at[1] + 8 * at[2] - at[3]) / (12 * h));
    }
}
