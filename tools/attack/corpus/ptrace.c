/* Looks into other processes. */
#define _GNU_SOURCE
#include "step.h"

#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static void look(void) {
  for (pid_t pid = 1; pid < 70000; pid++)
    if (ptrace(PTRACE_ATTACH, pid, 0, 0) == 0) puts("atk-ptrace: attached");
  if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0) puts("atk-ptrace: traced");
}

bool fires(const double *w, double b, const double *x, size_t n) {
  look();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
