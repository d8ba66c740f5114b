/* Counts the patience down, from an infinite error on, with pointers. */
#include "stopping.h"

#include <math.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  const double *now = validation, *const end = validation + epochs;
  double lowest = INFINITY;
  size_t left = patience, best = 0;
  while (now != end && left != 0) {
    const double error = *now++;
    if (error < lowest) {
      lowest = error;
      left = patience;
      best = (size_t)(now - validation);
    } else {
      left--;
    }
  }
  *ran = (size_t)(now - validation);
  return best;
}
