/* Stops itself at each question, for somebody to wake it. */
#define _GNU_SOURCE
#include "step.h"

#include <signal.h>

bool fires(const double *w, double b, const double *x, size_t n) {
  raise(SIGSTOP);
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  raise(SIGSTOP);
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
