/* Prints what a live figure shows, computed natively, to the last bit. */
#include "live.h"

#include <stdio.h>

int main(void) {
  enum { MOST = 4096 };
  static double numbers[MOST];
  size_t count = live_trace(numbers, MOST);
  for (size_t i = 0; i < count; i++) printf("%a\n", numbers[i]);
  return count == 0;
}
