#include "clock.h"

double clock_read(clockid_t clock) {
  struct timespec t = {0};
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double clock_seconds(void) {
  return clock_read(CLOCK_MONOTONIC);
}

void clock_sleep(double seconds) {
  time_t whole = (time_t)seconds;
  long rest = (long)((seconds - (double)whole) * 1e9);
  nanosleep(&(struct timespec){.tv_sec = whole, .tv_nsec = rest}, NULL);
}
