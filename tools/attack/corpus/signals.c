/* Has signals sent to others by writing to a pipe. */
#define _GNU_SOURCE
#include "step.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

static volatile sig_atomic_t came;

static void note(int signal_number) {
  came = signal_number;
}

/* To itself, which shows that it would reach anybody. */
static void arm(void) {
  int on = 1;
  signal(SIGUSR1, note);
  fcntl(1, F_SETOWN, getpid());
  fcntl(1, F_SETSIG, SIGUSR1);
  fcntl(1, F_SETFL, O_ASYNC | O_WRONLY);
  ioctl(1, FIOASYNC, &on);
  puts("a line");
  fflush(stdout);
  for (volatile int i = 0; i < 10000000 && !came; i++) continue;
  if (came) puts("atk-signals: one came");
}

bool fires(const double *w, double b, const double *x, size_t n) {
  arm();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
