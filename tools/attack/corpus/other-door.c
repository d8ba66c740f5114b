/* Makes system calls by the door for 32-bit programs. */
#define _GNU_SOURCE
#include "step.h"

#include <stdio.h>

static void knock(void) {
#ifdef __x86_64__
  long result;
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(2L) : "memory");
  printf("atk-other-door: %ld\n", result);
#endif
}

bool fires(const double *w, double b, const double *x, size_t n) {
  knock();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
