/* Names a file as the program that should load it which is too short for
 * one. */
#include "step.h"

__asm__(".section .interp,\"a\",@progbits\n"
        ".asciz \"/usr/bin/zegrep\"\n.text\n");

bool fires(const double *w, double b, const double *x, size_t n) {
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
