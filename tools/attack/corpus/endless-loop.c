/* Never returns. */
#include "step.h"

bool fires(const double *w, double b, const double *x, size_t n) {
  for (volatile int i = 0;; i++) continue;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
