/* Sends the words of a driver that has caught a fault. */
#define _GNU_SOURCE
#include "step.h"

#include <unistd.h>

static void forge(void) {
  static const char lies[] =
      "fault at=0x1p+999\noutside\noutside returned=0x1p+0,nan,inf "
      "count=-0x1p+0 at=nan\nanswer returned=0x1p+0\n";
  if (write(4, lies, sizeof lies - 1) < 0) return;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  forge();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
