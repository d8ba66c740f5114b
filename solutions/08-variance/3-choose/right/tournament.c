/* Lets the better one of each half play against the other, recursively. */
#include "choose.h"

static size_t winner(const double *errors, size_t from, size_t to) {
  if (to - from == 1) return from;
  size_t middle = from + (to - from) / 2;
  size_t simpler = winner(errors, from, middle);
  size_t complex = winner(errors, middle, to);
  return errors[complex] < errors[simpler] ? complex : simpler;
}

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  size_t best = winner(validation, 0, n);
  *reported = test[best];
  return best;
}
