/* Runs no epoch where there is only one. */
#include "stopping.h"

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 1, waited = 0;
  *ran = epochs > 1 ? 1 : 0;
  if (epochs == 1) return best;
  while (*ran < epochs && waited < patience) {
    ++*ran;
    waited++;
    if (validation[*ran - 1] < validation[best - 1]) {
      best = *ran;
      waited = 0;
    }
  }
  return best;
}
