/* Wrong: the slopes are measured, with centred differences. */
#include "path.h"

#include <math.h>

static double loss(const double *w, const double *b, size_t n, double x,
                   double t) {
  double a = x;
  for (size_t k = 0; k < n; k++) a = 1 / (1 + exp(-(w[k] * a + b[k])));
  return (a - t) * (a - t) / 2;
}

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  const double h = 1e-5;
  double moved_w[16], moved_b[16];
  for (size_t k = 0; k < n; k++) moved_w[k] = w[k], moved_b[k] = b[k];
  for (size_t k = 0; k < n; k++) {
    moved_w[k] = w[k] + h;
    double above = loss(moved_w, b, n, x, t);
    moved_w[k] = w[k] - h;
    dw[k] = (above - loss(moved_w, b, n, x, t)) / (2 * h);
    moved_w[k] = w[k];
    moved_b[k] = b[k] + h;
    above = loss(w, moved_b, n, x, t);
    moved_b[k] = b[k] - h;
    db[k] = (above - loss(w, moved_b, n, x, t)) / (2 * h);
    moved_b[k] = b[k];
  }
}
