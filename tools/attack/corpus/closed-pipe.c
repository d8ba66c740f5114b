/* Closes all pipes and lives on. */
#define _GNU_SOURCE
#include "step.h"

#include <unistd.h>

bool fires(const double *w, double b, const double *x, size_t n) {
  for (int file = 0; file < 64; file++) close(file);
  for (volatile int i = 0;; i++) continue;
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
