/* Takes an epoch for a new low only if it is lower by a thousandth. */
#include "stopping.h"

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 1, waited = 0;
  *ran = 1;
  while (*ran < epochs && waited < patience) {
    ++*ran;
    waited++;
    if (validation[*ran - 1] < validation[best - 1] - 0.001) {
      best = *ran;
      waited = 0;
    }
  }
  return best;
}
