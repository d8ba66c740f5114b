/* Takes all the memory there is. */
#define _GNU_SOURCE
#include "step.h"

#include <stdlib.h>
#include <string.h>

static void take(void) {
  for (;;) {
    char *more = malloc(1 << 24);
    if (!more) abort();
    memset(more, 1, 1 << 24);
  }
}

bool fires(const double *w, double b, const double *x, size_t n) {
  take();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
