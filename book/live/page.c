/* What every live figure has for the test that compares it. */
#include "live.h"

enum { MOST = 4096 };

static double numbers[MOST];

LIVE(trace) double *trace(void) {
  return numbers;
}

LIVE(trace_count) size_t trace_count(void) {
  return live_trace(numbers, MOST);
}
