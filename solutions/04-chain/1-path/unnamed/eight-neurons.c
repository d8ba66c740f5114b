/* Goes back over eight neurons at most, as if no chain were longer. */
#include "path.h"

#include <math.h>

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  double a[16], in = x;
  for (size_t k = 0; k < n; k++) {
    in = a[k] = 1 / (1 + exp(-(w[k] * in + b[k])));
    dw[k] = db[k] = 0;
  }
  double slope = a[n - 1] - t;
  for (size_t k = n, left = 8; k-- > 0 && left-- > 0;) {
    double delta = slope * a[k] * (1 - a[k]);
    dw[k] = delta * (k > 0 ? a[k - 1] : x);
    db[k] = delta;
    slope = delta * w[k];
  }
}
