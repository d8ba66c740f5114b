/* Answers with a line that never ends. */
#define _GNU_SOURCE
#include "step.h"

#include <string.h>
#include <unistd.h>

static void flood(void) {
  static char zeros[1 << 16];
  memset(zeros, '0', sizeof zeros);
  while (write(4, zeros, sizeof zeros) > 0) continue;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  flood();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
