/* Fills the disk. */
#define _GNU_SOURCE
#include "step.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void fill(void) {
  static char zeros[1 << 16];
  char name[64];
  for (int i = 0; i < 1000; i++) {
    snprintf(name, sizeof name, "/tmp/atk-disk-%d", i);
    int file = open(name, O_WRONLY | O_CREAT, 0600);
    for (int k = 0; k < 1000 && file >= 0; k++)
      if (write(file, zeros, sizeof zeros) < 0) break;
  }
}

bool fires(const double *w, double b, const double *x, size_t n) {
  fill();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
