/* Looks at files and at the machine without opening anything. */
#define _GNU_SOURCE
#include "step.h"

#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

static void look(void) {
  struct stat found;
  struct utsname name;
  char path[64], target[PATH_MAX] = "";
  if (stat("/etc/shadow", &found) == 0) puts("atk-look-around: a file");
  if (uname(&name) == 0) puts("atk-look-around: the machine's name");
  snprintf(path, sizeof path, "/proc/%d/cwd", (int)getppid());
  if (readlink(path, target, sizeof target - 1) > 0)
    puts("atk-look-around: the grader's folder");
}

bool fires(const double *w, double b, const double *x, size_t n) {
  look();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
