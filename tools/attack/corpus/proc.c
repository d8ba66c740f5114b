/* Looks for its parents in /proc, and writes into their memory. */
#define _GNU_SOURCE
#include "step.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void look(void) {
  char path[64], text[256];
  static const char *const files[] = {
      "environ", "cmdline", "maps", "mem", "fd/1", "root/etc/passwd"};
  for (int pid = 1; pid < 40000; pid += pid < 100 ? 1 : 97)
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
      snprintf(path, sizeof path, "/proc/%d/%s", pid, files[i]);
      int file = open(path, O_RDWR);
      if (file < 0) file = open(path, O_RDONLY);
      if (file < 0) continue;
      printf("atk-proc: %s can be opened\n", path);
      if (read(file, text, sizeof text) > 0) puts("atk-proc: and read");
      close(file);
    }
}

bool fires(const double *w, double b, const double *x, size_t n) {
  look();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
