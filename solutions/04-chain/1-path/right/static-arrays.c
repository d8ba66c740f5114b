/* Keeps answers and errors in static arrays, in long double. */
#include "path.h"

#include <math.h>

enum { MOST = 16 };

static long double answers[MOST + 1], errors[MOST + 1];

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  answers[0] = x;
  for (size_t k = 1; k <= n; k++)
    answers[k] = 1 / (1 + expl(-(w[k - 1] * answers[k - 1] + b[k - 1])));

  for (size_t k = n; k >= 1; k--) {
    long double a = answers[k];
    errors[k] = (k == n ? a - t : errors[k + 1] * w[k]) * a * (1 - a);
    db[k - 1] = (double)errors[k];
    dw[k - 1] = (double)(errors[k] * answers[k - 1]);
  }
}
