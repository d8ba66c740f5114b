/* Exercise variance/ridge: least squares that pay for large weights. */
#include "ridge.h"

void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w) {
  /* Your code here. */
}
