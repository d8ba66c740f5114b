/* Takes a file that only the owner of the grading may read into the
 * program when it is assembled, and prints it. */
#define _GNU_SOURCE
#include "step.h"

#include <stdio.h>

extern const char secret[];
__asm__(".section .rodata\nsecret: .incbin \"@KEY@\"\n.byte 0\n.text\n");

bool fires(const double *w, double b, const double *x, size_t n) {
  printf("atk-incbin-key: %s\n", secret);
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
