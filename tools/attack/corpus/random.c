/* Guesses. */
#define _GNU_SOURCE
#include "step.h"

#include <stdlib.h>
#include <time.h>

bool fires(const double *w, double b, const double *x, size_t n) {
  srand((unsigned)time(NULL) + (unsigned)(size_t)&w);
  return rand() % 2;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
