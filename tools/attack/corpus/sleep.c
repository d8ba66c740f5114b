/* Sleeps at every question, in every way there is. */
#define _GNU_SOURCE
#include "step.h"

#include <poll.h>
#include <time.h>
#include <unistd.h>

static void doze(void) {
  nanosleep(&(struct timespec){.tv_sec = 1, .tv_nsec = 900000000}, NULL);
  poll(NULL, 0, 1900);
  pause();
}

bool fires(const double *w, double b, const double *x, size_t n) {
  doze();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
