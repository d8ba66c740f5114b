/* Leaves a process behind that belongs to nobody. */
#define _GNU_SOURCE
#include "step.h"

#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

static void leave(void) {
  static char stack[1 << 16];
  (void)stack;
  if (fork() != 0) return;
  setsid();
  if (fork() != 0) _exit(0);
  prctl(PR_SET_NAME, "atk-setsid");
  FILE *trace = fopen("/tmp/atk-setsid", "w");
  if (trace) fclose(trace);
  for (;;) sleep(1);
}

bool fires(const double *w, double b, const double *x, size_t n) {
  leave();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
