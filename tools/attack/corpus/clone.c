/* Starts a process by the raw system call, and by vfork. */
#define _GNU_SOURCE
#include "step.h"

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static void start(void) {
  if (syscall(SYS_clone, 17, 0, 0, 0, 0) == 0 || vfork() == 0) {
    prctl(PR_SET_NAME, "atk-clone");
    for (;;) sleep(1);
  }
}

bool fires(const double *w, double b, const double *x, size_t n) {
  start();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
