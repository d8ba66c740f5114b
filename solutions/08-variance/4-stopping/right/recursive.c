/* Looks for the next new low within the patience, and calls itself. */
#include "stopping.h"

static size_t smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

static size_t from(const double *validation, size_t low, size_t epochs,
                   size_t patience, size_t *ran) {
  size_t most = low + smaller(patience, epochs - low);
  for (size_t epoch = low + 1; epoch <= most; epoch++)
    if (validation[epoch - 1] < validation[low - 1])
      return from(validation, epoch, epochs, patience, ran);
  *ran = most;
  return low;
}

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  return from(validation, 1, epochs, patience, ran);
}
