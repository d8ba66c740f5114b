/* Takes almost the time allowed at every question. */
#define _GNU_SOURCE
#include "step.h"

#include <time.h>

static void idle(void) {
  struct timespec began, now;
  clock_gettime(CLOCK_MONOTONIC, &began);
  do clock_gettime(CLOCK_MONOTONIC, &now);
  while (now.tv_sec < began.tv_sec + 1);
}

bool fires(const double *w, double b, const double *x, size_t n) {
  idle();
  double z = b;
  for (size_t i = 0; i < n; i++) z += w[i] * x[i];
  return z > 0;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
