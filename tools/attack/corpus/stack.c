/* Calls itself for ever. */
#include "step.h"

static double deeper(const double *x, double sum) {
  volatile double here[64];
  here[0] = sum + x[0];
  return deeper(x, here[0]) + here[0];
}

bool fires(const double *w, double b, const double *x, size_t n) {
  return deeper(x, w[0] + b + (double)n) > 0;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
